package gradus.studio.terminal;

import gradus.course.Arena;
import gradus.course.Decision;
import gradus.course.Question;
import gradus.course.answer.ArenaAnswers;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import gradus.studio.desk.Desk;
import gradus.studio.terminal.ConsolePrinter.Style;
import java.util.List;

/// Prints the verdict on an arena: each check, and what is wrong where it fails.
record ArenaPrinter(ConsolePrinter paper, Desk desk, Arena arena) {

    void print(Submission submission, Verdict verdict) {
        ArenaAnswers answers = ArenaAnswers.in(submission.sources(), arena);
        switch (verdict) {
            case Verdict.Passed it -> {
                paper.line(Style.GOOD, "✓ ", Style.BOLD, "Passed.");
                checks(answers, it.checks(), it.remarks());
            }
            case Verdict.NotYet it -> {
                paper.line(
                        Style.BAD,
                        "✗ ",
                        Style.BOLD,
                        "Not yet: " + it.diagnosis().message());
                checks(answers, it.checks(), it.remarks());
            }
            // Printed on standard error, like every system error.
            case Verdict.JudgeFault _ -> {}
            case Verdict.ChecksPassed _,
                    Verdict.DidNotCompile _,
                    Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.EndedEarly _,
                    Verdict.Forbidden _ ->
                throw new IllegalArgumentException(
                        "an arena runs no code of a learner's, but its verdict is " + verdict);
        }
    }

    private void checks(ArenaAnswers answers, List<CheckResult> results, List<Verdict.Remark> remarks) {
        for (Verdict.Remark remark : remarks) {
            paper.line(
                    "  ",
                    remark.place()
                                    .map(place -> place.path() + ":" + place.line() + ": ")
                                    .orElse("")
                            + remark.message());
        }
        for (CheckResult result : results) {
            paper.blankLine();
            switch (result.outcome()) {
                case Outcome.Passed _ -> paper.line(Style.GOOD, "✓ ", Style.BOLD, result.title());
                case Outcome.NotRun _ -> {
                    paper.line(Style.FAINT, "· ", Style.BOLD, result.title());
                    paper.line("  ", waiting(result));
                }
                case Outcome.Failed failed -> {
                    paper.line(Style.BAD, "✗ ", Style.BOLD, result.title());
                    if (!failed.call().isEmpty()) {
                        new VerdictPrinter(paper, desk, arena).failed(failed);
                    }
                }
            }
            result.metrics().forEach(metric -> paper.line("  ", metric.sentence() + "."));
            arena.questions().stream()
                    .filter(question -> question.id().equals(result.id()))
                    .forEach(question -> answer(answers, question));
        }
    }

    private void answer(ArenaAnswers answers, Decision question) {
        answers.to(question).ifPresent((Question.Answer answer) -> {
            paper.html("  ", answer.html());
            paper.html("  ", answer.feedback());
        });
    }

    private static String waiting(CheckResult result) {
        return switch (result.id()) {
            case Arena.HIDDEN -> "It runs once everything else is right.";
            case Arena.PREDICTED -> "It begins with the first probe.";
            default -> "You haven't written this yet.";
        };
    }
}
