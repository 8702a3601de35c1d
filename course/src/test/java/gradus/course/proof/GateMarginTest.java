package gradus.course.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.course.proof.GateMeasurement.Series;
import gradus.course.proof.GateMeasurement.Summary;
import gradus.course.proof.GateMeasurement.Threshold;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateMarginTest {

    private static Series series(String solution, Threshold threshold, double... values) {
        return new Series(solution, true, 0, List.of(Summary.of("score", Optional.of(threshold), values)));
    }

    private static GateMargin margin(Series... series) {
        return new GateMeasurement("k", 3, List.of(series)).margins().getFirst();
    }

    @Test
    void aSummaryHasTheMeanAndTheDeviationOfTheSample() {
        Summary summary = Summary.of("score", Optional.empty(), new double[] {1, 2, 3, 6});
        assertThat(summary.mean()).isEqualTo(3);
        assertThat(summary.deviation()).isCloseTo(Math.sqrt(14 / 3.0), within(1e-15));
        assertThat(summary.least()).isEqualTo(1);
        assertThat(summary.greatest()).isEqualTo(6);
        assertThat(Summary.of("score", Optional.empty(), new double[] {7}).deviation())
                .isZero();
    }

    @Test
    void aThresholdInTheMiddleIsSafeAndSharp() {
        var threshold = new Threshold(true, 0.8);
        GateMargin margin = margin(
                series("reference", threshold, 0.89, 0.9, 0.91),
                series("right/streams", threshold, 0.1),
                series("ablations/no-bias", threshold, 0.7),
                series("wrong/sign", threshold, 0.2));
        assertThat(margin.deviations()).isCloseTo(10, within(1e-9));
        assertThat(margin.isSafe()).isTrue();
        assertThat(margin.baseline()).map(Series::solution).contains("ablations/no-bias");
        assertThat(margin.room()).isCloseTo(0.5, within(1e-9));
        assertThat(margin.isSharp()).isTrue();
    }

    @Test
    void aLossMayBeAtMostItsThresholdSoTheSmallestOfTheOthersIsTheBaseline() {
        var threshold = new Threshold(false, 2);
        GateMargin margin = margin(
                series("reference", threshold, 1.8, 1.9, 2.0),
                series("wrong/sign", threshold, 9),
                series("ablations/no-bias", threshold, 2.1));
        assertThat(margin.deviations()).isCloseTo(1, within(1e-9));
        assertThat(margin.isSafe()).isFalse();
        assertThat(margin.baseline()).map(Series::solution).contains("ablations/no-bias");
        assertThat(margin.room()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aThresholdBesideTheBaselineIsNotSharp() {
        var threshold = new Threshold(true, 0.71);
        GateMargin margin =
                margin(series("reference", threshold, 0.9, 0.9), series("ablations/no-bias", threshold, 0.7));
        assertThat(margin.deviations()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(margin.room()).isCloseTo(0.05, within(1e-9));
        assertThat(margin.isSharp()).isFalse();
    }

    @Test
    void aBaselineThatPassesAndAReferenceThatFailsAreNeitherSharpNorSafe() {
        var threshold = new Threshold(true, 0.8);
        assertThat(margin(series("reference", threshold, 0.9, 0.9), series("wrong/sign", threshold, 0.85))
                        .isSharp())
                .isFalse();
        assertThat(margin(series("reference", threshold, 0.9, 0.9), series("wrong/sign", threshold, 0.95))
                        .isSharp())
                .isFalse();
        GateMargin failing = margin(series("reference", threshold, 0.7, 0.7));
        assertThat(failing.deviations()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(failing.isSafe()).isFalse();
        assertThat(failing.baseline()).isEmpty();
        assertThat(failing.isSharp()).isFalse();
    }
}
