package gradus.studio.milestone;

import gradus.course.Milestone;
import gradus.judge.Verdict.Metric;
import gradus.studio.run.Run;
import gradus.studio.run.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The record table of a milestone: what its passed runs have reached, the best first.
///
/// @param metric the name of the metric
/// @param higher whether a higher value is better
public record BestRuns(String metric, boolean higher, List<Entry> entries) {

    public BestRuns {
        entries = List.copyOf(entries);
    }

    /// A passed run.
    ///
    /// @param run its id
    public record Entry(String run, Instant at, double value) {}

    /// Of equal values the older run comes first. A run that hasn't measured the metric, or has measured NaN, is left
    /// out.
    ///
    /// @param runs all runs, the newest first
    public static BestRuns of(Milestone lab, Milestone.Best best, List<Run> runs) {
        var entries = new ArrayList<Entry>();
        for (Run run : runs.reversed()) {
            if (run.lesson().equals(lab.lesson()) && run.state() == RunState.PASSED) {
                value(run, best)
                        .ifPresent(value -> entries.add(
                                new Entry(run.id(), run.card().orElseThrow().endedAt(), value)));
            }
        }
        Comparator<Entry> byValue = Comparator.comparingDouble(Entry::value);
        entries.sort(best.higher() ? byValue.reversed() : byValue);
        return new BestRuns(best.metric(), best.higher(), entries);
    }

    private static Optional<Double> value(Run run, Milestone.Best best) {
        return run.card().stream()
                .flatMap(card -> card.metrics().stream())
                .filter(metric -> metric.name().equals(best.metric()))
                .map(Metric::value)
                .filter(value -> !Double.isNaN(value))
                .reduce((a, b) -> best.isBetter(b, a) ? b : a);
    }

    /// Whether a run has the best value.
    public boolean isBest(String run) {
        return !entries.isEmpty() && entries.getFirst().run().equals(run);
    }
}
