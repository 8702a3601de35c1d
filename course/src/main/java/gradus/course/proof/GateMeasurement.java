package gradus.course.proof;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// What running the gate of a lab with many seeds has shown: how well each solution does, and how far the
/// threshold is from those that must pass and those that must not.
///
/// @param key what it depends on, as a hash
/// @param seeds the gate ran with the seeds 0 to `seeds - 1`
/// @param series of the reference, the right solutions, the ablations and the wrong solutions, in this order
public record GateMeasurement(String key, int seeds, List<Series> series) {

    /// The name of the series of the library's own solution.
    public static final String REFERENCE = "reference";

    public GateMeasurement {
        series = List.copyOf(series);
    }

    /// The runs of one solution.
    ///
    /// @param solution [#REFERENCE], or its folder: `ablations/only-sepals`
    /// @param reachesGate whether the gate is what must judge it: false for a wrong solution that other checks
    ///     refuse before
    /// @param passed how many runs passed the gate
    /// @param metrics what they measured; empty if the gate records no metric, or no run came so far
    public record Series(String solution, boolean reachesGate, int passed, List<Summary> metrics) {
        public Series {
            metrics = List.copyOf(metrics);
        }

        /// The metric with this name.
        public Optional<Summary> metric(String name) {
            return metrics.stream().filter(metric -> metric.name().equals(name)).findFirst();
        }

        /// Whether the gate must refuse the solution.
        public boolean mustFail() {
            return reachesGate && (solution.startsWith("ablations/") || solution.startsWith("wrong/"));
        }
    }

    /// One metric over the runs that recorded it.
    ///
    /// @param runs how many runs recorded it
    /// @param deviation the standard deviation of the sample, with `runs - 1`; 0 for one run
    public record Summary(
            String name,
            Optional<Threshold> threshold,
            int runs,
            double mean,
            double deviation,
            double least,
            double greatest) {

        /// Summarises the values of some runs, at least one.
        public static Summary of(String name, Optional<Threshold> threshold, double[] values) {
            DoubleSummaryStatistics all = DoubleStream.of(values).summaryStatistics();
            double mean = all.getAverage();
            double squares = DoubleStream.of(values)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            double deviation = all.getMin() == all.getMax() ? 0 : Math.sqrt(squares / (values.length - 1));
            return new Summary(name, threshold, values.length, mean, deviation, all.getMin(), all.getMax());
        }
    }

    /// The number that a metric must reach.
    ///
    /// @param atLeast whether it must be at least `value`; otherwise at most
    public record Threshold(boolean atLeast, double value) {}

    /// The series of the library's own solution.
    public Optional<Series> reference() {
        return series.stream().filter(one -> one.solution().equals(REFERENCE)).findFirst();
    }

    /// The margins of each metric for which the reference has a threshold.
    public List<GateMargin> margins() {
        return reference().stream()
                .flatMap(reference -> reference.metrics().stream())
                .flatMap(metric ->
                        metric.threshold().stream().map(threshold -> GateMargin.of(metric, threshold, series)))
                .toList();
    }
}
