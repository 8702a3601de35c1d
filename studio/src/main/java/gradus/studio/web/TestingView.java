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
/// @param sentence what to look at first; may be empty
/// @param question the first hint on the first fault that the tests don't find, if all right implementations
///     pass
/// @param refused a right implementation on which the tests fail, with the reason
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

    /// An implementation and how the tests did on it.
    ///
    /// @param kind `right` if they did what they should, `wrong` if they didn't, `unread` if they weren't run
    public record Row(String kind, String implementation, String result) {}

    /// The view of a verdict with results; empty for any other, which looks like one on a lab of code.
    static Optional<TestingView> of(Verdict verdict, Testing lab) {
        return switch (verdict) {
            case Verdict.Passed it ->
                Optional.of(of("passed", "Passed", "", it.checks(), lab, VerdictView.cost(it.resourceUsage())));
            case Verdict.NotYet it ->
                Optional.of(of(
                        "not-yet",
                        "Not yet",
                        it.diagnosis().message(),
                        it.checks(),
                        lab,
                        VerdictView.cost(it.resourceUsage())));
            case Verdict.DidNotCompile _,
                    Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.EndedEarly _,
                    Verdict.Forbidden _,
                    Verdict.JudgeFault _ -> Optional.empty();
        };
    }

    private static TestingView of(
            String tone, String title, String sentence, List<CheckResult> results, Testing lab, String cost) {
        int right = results.size() - lab.mutants().size();
        return new TestingView(
                tone,
                title,
                sentence,
                lab.first(failed(results).map(CheckResult::id).toList())
                        .flatMap(alive -> alive.code().hints().stream().findFirst()),
                failed(results.subList(0, right)).limit(1).toList(),
                IntStream.range(0, results.size())
                        .mapToObj(i -> row(results.get(i), i >= right))
                        .toList(),
                cost);
    }

    private static Stream<CheckResult> failed(List<CheckResult> results) {
        return results.stream().filter(result -> result.outcome() instanceof Outcome.Failed);
    }

    private static Row row(CheckResult result, boolean mutant) {
        return switch (result.outcome()) {
            case Outcome.Passed _ -> new Row("right", result.title(), mutant ? "killed" : "pass");
            case Outcome.Failed _ -> new Row("wrong", result.title(), mutant ? "alive" : "fail");
            case Outcome.NotRun _ -> new Row("unread", result.title(), "not run");
        };
    }
}
