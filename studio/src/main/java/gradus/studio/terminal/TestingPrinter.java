package gradus.studio.terminal;

import gradus.course.Testing;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import gradus.studio.desk.Desk;
import gradus.studio.terminal.ConsolePrinter.Style;
import java.util.List;

/// Prints the verdict on tests: each implementation, and whether the tests did on it what they should.
record TestingPrinter(ConsolePrinter paper, Desk desk, Testing lab) {

    void print(Verdict verdict) {
        switch (verdict) {
            case Verdict.Passed it -> {
                paper.line(
                        Style.GOOD,
                        "✓ ",
                        Style.BOLD,
                        "Passed: your tests find " + killed(it.checks()) + " of "
                                + lab.mutants().size() + " faults.");
                implementations(it.checks());
                code().output(it.output());
            }
            case Verdict.NotYet it -> {
                paper.line(
                        Style.BAD,
                        "✗ ",
                        Style.BOLD,
                        "Not yet. " + it.diagnosis().message());
                question(it.checks());
                implementations(it.checks());
                code().output(it.output());
            }
            case Verdict.ChecksPassed _,
                    Verdict.DidNotCompile _,
                    Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.EndedEarly _,
                    Verdict.Forbidden _,
                    Verdict.JudgeFault _ -> code().print(verdict);
        }
    }

    /// Prints what tests share with other code.
    private VerdictPrinter code() {
        return new VerdictPrinter(paper, desk, lab);
    }

    private void question(List<CheckResult> results) {
        List<String> alive = results.stream()
                .filter(result -> result.outcome() instanceof Outcome.Failed)
                .map(CheckResult::id)
                .toList();
        lab.first(alive).ifPresent(mutant -> {
            mutant.code().hints().stream().findFirst().ifPresent(hint -> paper.html("  ", hint));
            paper.line("  ", "`gradus hint " + lab.lesson() + " " + mutant.id() + "` says more.");
        });
    }

    private void implementations(List<CheckResult> results) {
        paper.blankLine();
        int right = results.size() - lab.mutants().size();
        for (CheckResult result : results) {
            boolean mutant = results.indexOf(result) >= right;
            switch (result.outcome()) {
                case Outcome.Passed _ -> paper.line(Style.GOOD, "✓ ", Style.PLAIN, result.title());
                case Outcome.NotRun _ -> paper.line(Style.FAINT, "· ", Style.FAINT, result.title() + ": not run");
                case Outcome.Failed failed -> {
                    paper.line(Style.BAD, "✗ ", Style.PLAIN, result.title() + (mutant ? ": alive" : ""));
                    if (!mutant) {
                        code().failed(failed);
                    }
                }
            }
        }
    }

    private long killed(List<CheckResult> results) {
        List<String> faults = lab.mutants().stream().map(Testing.Mutant::id).toList();
        return results.stream()
                .filter(result -> faults.contains(result.id()) && result.outcome() instanceof Outcome.Passed)
                .count();
    }
}
