package gradus.studio.terminal;

import gradus.course.Audit;
import gradus.course.Question;
import gradus.course.answer.AuditAnswers;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.studio.terminal.ConsolePrinter.Style;
import java.util.List;
import java.util.Optional;

/// Prints the verdict on an audit: each case with what was decided, and why that is right or wrong.
record AuditPrinter(ConsolePrinter paper, Audit audit) {

    void print(Submission submission, Verdict verdict) {
        AuditAnswers answers = AuditAnswers.in(submission.sources(), audit);
        switch (verdict) {
            case Verdict.Passed it -> {
                paper.line(Style.GOOD, "✓ ", Style.BOLD, "Passed.");
                cases(answers, it.remarks());
            }
            case Verdict.NotYet it -> {
                paper.line(
                        Style.BAD,
                        "✗ ",
                        Style.BOLD,
                        "Not yet: " + it.diagnosis().message());
                cases(answers, it.remarks());
            }
            // Printed on standard error, like every system error.
            case Verdict.JudgeFault _ -> {}
            case Verdict.ChecksPassed _,
                    Verdict.DidNotCompile _,
                    Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.EndedEarly _,
                    Verdict.Forbidden _ ->
                throw new IllegalArgumentException("an audit runs nothing, but its verdict is " + verdict);
        }
    }

    private void cases(AuditAnswers answers, List<Verdict.Remark> remarks) {
        for (Verdict.Remark remark : remarks) {
            paper.line(
                    "  ",
                    remark.place()
                                    .map(place -> place.path() + ":" + place.line() + ": ")
                                    .orElse("")
                            + remark.message());
        }
        for (Audit.Decision decision : audit.decisions()) {
            paper.blankLine();
            Optional<Question.Answer> answer = answers.to(decision);
            if (answer.isEmpty()) {
                paper.line(Style.FAINT, "· ", Style.BOLD, decision.title());
                paper.line("  ", "You haven't decided this case yet.");
            } else {
                boolean right = answer.get().right();
                paper.line(right ? Style.GOOD : Style.BAD, right ? "✓ " : "✗ ", Style.BOLD, decision.title());
                paper.html("  ", answer.get().html());
                paper.html("  ", answer.get().feedback());
            }
        }
    }
}
