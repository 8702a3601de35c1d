package gradus.ml.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Vector;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegressionMetricsTest {

    private final Vector targets = Fixture.vector("targets");
    private final Vector predictions = Fixture.vector("predictions");

    @Test
    void agreesWithScikitLearn() {
        Map<String, RegressionMetric> metrics = Map.of(
                "meanSquaredError", RegressionMetric.MEAN_SQUARED_ERROR,
                "rootMeanSquaredError", RegressionMetric.ROOT_MEAN_SQUARED_ERROR,
                "meanAbsoluteError", RegressionMetric.MEAN_ABSOLUTE_ERROR,
                "medianAbsoluteError", RegressionMetric.MEDIAN_ABSOLUTE_ERROR,
                "largestError", RegressionMetric.MAX_ERROR,
                "meanAbsolutePercentageError", RegressionMetric.MEAN_ABSOLUTE_PERCENTAGE_ERROR,
                "pinballLoss", RegressionMetric.pinballLoss(0.2),
                "r2", RegressionMetric.R2,
                "explainedVariance", RegressionMetric.EXPLAINED_VARIANCE);
        metrics.forEach((name, metric) ->
                assertThat(metric.compute(targets, predictions)).as(name).isEqualTo(Fixture.one(name), within(1e-13)));
    }

    private Vector constant(double value) {
        double[] values = new double[targets.size()];
        Arrays.fill(values, value);
        return Vector.of(values);
    }

    private void assertMinimumAt(double best, RegressionMetric metric) {
        double minimum = metric.compute(targets, constant(best));
        for (double step : new double[] {-1, -0.01, 0.01, 1}) {
            assertThat(metric.compute(targets, constant(best + step))).isGreaterThanOrEqualTo(minimum);
        }
    }

    @Test
    void meanMedianAndQuantileAreTheBestConstants() {
        double[] sorted = targets.toArray();
        Arrays.sort(sorted);

        assertMinimumAt(Arrays.stream(sorted).average().orElseThrow(), RegressionMetric.MEAN_SQUARED_ERROR);
        assertMinimumAt((sorted[29] + sorted[30]) / 2, RegressionMetric.MEAN_ABSOLUTE_ERROR);
        assertMinimumAt(sorted[11], RegressionMetric.pinballLoss(0.2));
    }

    @Test
    void r2IsZeroForTheMeanAndNegativeForWorse() {
        double mean = Arrays.stream(targets.toArray()).average().orElseThrow();

        assertThat(RegressionMetrics.r2(targets, constant(mean))).isEqualTo(0, within(1e-14));
        assertThat(RegressionMetrics.r2(targets, constant(mean + 100))).isLessThan(-1000);
        assertThat(RegressionMetrics.explainedVariance(targets, constant(mean + 100)))
                .isEqualTo(0, within(1e-12));
    }

    @Test
    void r2HandlesHugeAndTinyValues() {
        for (double scale : new double[] {1e-200, 1, 1e200}) {
            assertThat(RegressionMetrics.r2(targets.times(scale), predictions.times(scale)))
                    .isEqualTo(Fixture.one("r2"), within(1e-13));
            assertThat(RegressionMetrics.rootMeanSquaredError(targets.times(scale), predictions.times(scale)) / scale)
                    .isEqualTo(Fixture.one("rootMeanSquaredError"), within(1e-13));
        }
    }

    @Test
    void undefinedMetricsThrow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionMetrics.r2(Vector.of(5, 5), Vector.of(5, 5)))
                .withMessage("targets must not all be equal, or there is no variance to explain: all 2 are 5.0; "
                        + "use meanSquaredError");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionMetrics.explainedVariance(Vector.of(5), Vector.of(4)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionMetrics.meanAbsolutePercentageError(Vector.of(1, 0), Vector.of(1, 1)))
                .withMessage("percentage errors are undefined for the target 0 at row 1; use meanAbsoluteError");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionMetrics.pinballLoss(Vector.of(1), Vector.of(1), 1))
                .withMessage("quantile must be above 0 and below 1, got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionMetrics.meanSquaredError(Vector.of(1, 2), Vector.of(1)))
                .withMessage("lengths must be equal, but there are 2 targets and 1 predictions");
    }

    @Test
    void singleRowHasErrors() {
        assertThat(RegressionMetrics.meanAbsoluteError(Vector.of(3), Vector.of(1)))
                .isEqualTo(2);
        assertThat(RegressionMetrics.medianAbsoluteError(Vector.of(3, 3), Vector.of(1, 0)))
                .isEqualTo(2.5);
    }
}
