package gradus.studio.web;

import gradus.course.Testing;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The verdict on tests that were run, as shown on a page.
///
/// @param tone `passed` or `not-yet`
/// @param title the verdict in a few words
/// @param sentence how many faults they find, or what to look at first
/// @param question the first hint on the first fault that they don't find, if that's what is missing
/// @param refused a right implementation on which they fail, with the reason
/// @param rows one for each implementation
/// @param cost the time and memory of the runs
public record TestingView(
        String tone,
        String title,
        String sentence,
        Optional<String> question,
        List<CheckResult> refused,
        List<Row> rows,
        String cost) {

    public TestingView {
        refused = List.copyOf(refused);
        rows = List.copyOf(rows);
    }

    /// The check of an implementation.
    ///
    /// @param kind `right` if the tests did what they should, `wrong` if they didn't, `unread` if they
    ///     weren't run
    public record Row(String kind, String check, String result) {}

    /// The view of a verdict with results; empty for any other, which looks like one on a lab of code.
    static Optional<TestingView> of(Verdict verdict, Testing lab) {
        return switch (verdict) {
            case Verdict.Passed it -> Optional.of(passed(it, lab));
            case Verdict.NotYet it -> Optional.of(notYet(it, lab));
            case Verdict.ChecksPassed _,
                    Verdict.DidNotCompile _,
                    Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.EndedEarly _,
                    Verdict.Forbidden _,
                    Verdict.JudgeFault _ -> Optional.empty();
        };
    }

    private static TestingView passed(Verdict.Passed verdict, Testing lab) {
        long alive = failed(verdict.checks()).count();
        return new TestingView(
                "passed",
                "Passed",
                "Your tests find " + (lab.mutants().size() - alive) + " of "
                        + lab.mutants().size() + " faults.",
                Optional.empty(),
                List.of(),
                rows(verdict.checks(), lab),
                VerdictView.cost(verdict.resourceUsage()));
    }

    private static TestingView notYet(Verdict.NotYet verdict, Testing lab) {
        List<String> alive = failed(verdict.checks()).map(CheckResult::id).toList();
        return new TestingView(
                "not-yet",
                "Not yet",
                verdict.diagnosis().message(),
                lab.first(alive)
                        .flatMap(mutant -> mutant.code().hints().stream().findFirst()),
                failed(right(verdict.checks(), lab)).limit(1).toList(),
                rows(verdict.checks(), lab),
                VerdictView.cost(verdict.resourceUsage()));
    }

    /// The results on right implementations.
    private static List<CheckResult> right(List<CheckResult> results, Testing lab) {
        return results.subList(0, results.size() - lab.mutants().size());
    }

    private static List<Row> rows(List<CheckResult> results, Testing lab) {
        int right = right(results, lab).size();
        return IntStream.range(0, results.size())
                .mapToObj(i -> row(results.get(i), i >= right))
                .toList();
    }

    private static Stream<CheckResult> failed(List<CheckResult> results) {
        return results.stream().filter(result -> result.outcome() instanceof Outcome.Failed);
    }

    private static Row row(CheckResult result, boolean mutant) {
        return switch (result.outcome()) {
            case Outcome.Passed _ -> new Row("right", result.title(), mutant ? "killed" : "passed");
            case Outcome.Failed _ -> new Row("wrong", result.title(), mutant ? "alive" : "failed");
            case Outcome.NotRun _ -> new Row("unread", result.title(), "not run");
        };
    }
}
