package gradus.studio.terminal;

import gradus.course.Audit;
import gradus.course.answer.DecisionAnswers;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.studio.terminal.ConsolePrinter.Style;
import java.util.List;

/// Prints the verdict on an audit: each case with what was decided, and why that is right or wrong.
record AuditPrinter(ConsolePrinter paper, Audit audit) {

    void print(Submission submission, Verdict verdict) {
        DecisionAnswers answers = DecisionAnswers.in(submission.sources(), audit.decisions());
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

    private void cases(DecisionAnswers answers, List<Verdict.Remark> remarks) {
        for (Verdict.Remark remark : remarks) {
            paper.line(
                    "  ",
                    remark.place()
                                    .map(place -> place.path() + ":" + place.line() + ": ")
                                    .orElse("")
                            + remark.message());
        }
        new CasesPrinter(paper).print(answers.decided(audit.decisions()));
    }
}
