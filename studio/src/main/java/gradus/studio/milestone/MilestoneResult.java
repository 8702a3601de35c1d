package gradus.studio.milestone;

import gradus.course.Milestone;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Metric;
import gradus.judge.Verdict.Outcome;
import java.util.List;
import java.util.Optional;

/// What a run of a milestone has measured.
///
/// @param checks the results of its checks with the learner's parts
/// @param metrics what these have measured, beside what the library reaches
/// @param ablations each ablation with its result, if it has run
public record MilestoneResult(List<CheckResult> checks, List<Compared> metrics, List<AblationResult> ablations) {

    public MilestoneResult {
        checks = List.copyOf(checks);
        metrics = List.copyOf(metrics);
        ablations = List.copyOf(ablations);
    }

    /// A metric of the learner's, and of the library's, if it has measured the same.
    public record Compared(Metric learners, Optional<Metric> library) {}

    /// The result of an ablation.
    ///
    /// @param standing in words: "not reached", as it should be
    public record AblationResult(
            Milestone.Ablation ablation, String standing, boolean asItShould, List<Metric> metrics) {
        public AblationResult {
            metrics = List.copyOf(metrics);
        }
    }

    /// @param results of a verdict on the milestone
    public static MilestoneResult of(Milestone lab, List<CheckResult> results) {
        List<CheckResult> learners = results.stream()
                .filter(result -> !Milestone.isComparison(result.id()))
                .toList();
        List<Metric> library = metrics(results, Milestone.LIBRARY);
        return new MilestoneResult(
                learners,
                learners.stream()
                        .flatMap(result -> result.metrics().stream())
                        .map(metric -> new Compared(
                                metric,
                                library.stream()
                                        .filter(other -> other.name().equals(metric.name()))
                                        .findFirst()))
                        .toList(),
                lab.ablations().stream()
                        .flatMap(ablation -> results.stream()
                                .filter(result -> result.id().equals(ablation.id()))
                                .map(result -> ablation(ablation, result)))
                        .toList());
    }

    private static List<Metric> metrics(List<CheckResult> results, String id) {
        return results.stream()
                .filter(result -> result.id().equals(id))
                .flatMap(result -> result.metrics().stream())
                .toList();
    }

    private static AblationResult ablation(Milestone.Ablation ablation, CheckResult result) {
        return switch (result.outcome()) {
            case Outcome.Passed _ -> new AblationResult(ablation, "not reached", true, result.metrics());
            case Outcome.Failed _ -> new AblationResult(ablation, "reached all the same", false, result.metrics());
            case Outcome.NotRun _ -> new AblationResult(ablation, "not run", false, result.metrics());
        };
    }
}
