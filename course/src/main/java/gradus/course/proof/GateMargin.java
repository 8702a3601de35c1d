package gradus.course.proof;

import gradus.course.proof.GateMeasurement.Series;
import gradus.course.proof.GateMeasurement.Summary;
import gradus.course.proof.GateMeasurement.Threshold;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How far a threshold is from the solutions on either side of it.
///
/// @param metric the name of the metric
/// @param deviations by how many standard deviations of the reference its mean is on the right side of the
///     threshold; infinite if it never varies
/// @param baseline the best solution that the gate must refuse, if one of them recorded the metric
/// @param room of the way from the reference to its baseline, the share on the nearer side of the threshold:
///     0.5 if it lies in the middle, negative if not between them, −∞ if the baseline is no worse than the
///     reference; NaN without a baseline
public record GateMargin(
        String metric, Threshold threshold, double deviations, Optional<Series> baseline, double room) {

    /// The aim for [#deviations].
    public static final double LEAST_DEVIATIONS = 3;

    /// The aim for [#room].
    public static final double LEAST_ROOM = 1 / 3.0;

    static GateMargin of(Summary reference, Threshold threshold, List<Series> all) {
        double lead = signed(threshold, reference.mean() - threshold.value());
        Optional<Series> baseline = all.stream()
                .filter(Series::mustFail)
                .filter(one -> one.metric(reference.name()).isPresent())
                .max(Comparator.comparingDouble(one -> signed(threshold, mean(one, reference.name()))));
        double room = Double.NaN;
        if (baseline.isPresent()) {
            double behind = signed(threshold, threshold.value() - mean(baseline.get(), reference.name()));
            room = lead + behind > 0 ? Math.min(lead, behind) / (lead + behind) : Double.NEGATIVE_INFINITY;
        }
        double deviations = reference.deviation() == 0 ? Math.copySign(1, lead) / 0.0 : lead / reference.deviation();
        return new GateMargin(reference.name(), threshold, deviations, baseline, room);
    }

    private static double signed(Threshold threshold, double difference) {
        return threshold.atLeast() ? difference : -difference;
    }

    private static double mean(Series series, String metric) {
        return series.metric(metric).orElseThrow().mean();
    }

    /// Whether chance hardly ever fails the reference.
    public boolean isSafe() {
        return deviations >= LEAST_DEVIATIONS;
    }

    /// Whether the threshold leaves room on both sides. Without a baseline, nothing is known.
    public boolean isSharp() {
        return room >= LEAST_ROOM;
    }
}
