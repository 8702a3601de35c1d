package gradus.ml.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Vector;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegressionScoresTest {

    private final Vector targets = Fixture.vector("targets");
    private final Vector predictions = Fixture.vector("predictions");

    @Test
    void valuesAreThoseOfScikitLearn() {
        Map<String, RegressionMetric> metrics = Map.of(
                "meanSquaredError", RegressionScores::meanSquaredError,
                "rootMeanSquaredError", RegressionScores::rootMeanSquaredError,
                "meanAbsoluteError", RegressionScores::meanAbsoluteError,
                "medianAbsoluteError", RegressionScores::medianAbsoluteError,
                "largestError", RegressionScores::largestError,
                "meanAbsolutePercentageError", RegressionScores::meanAbsolutePercentageError,
                "pinballLoss", (a, p) -> RegressionScores.pinballLoss(a, p, 0.2),
                "r2", RegressionScores::r2,
                "explainedVariance", RegressionScores::explainedVariance);
        metrics.forEach((name, metric) ->
                assertThat(metric.of(targets, predictions)).as(name).isEqualTo(Fixture.one(name), within(1e-13)));
    }

    private Vector constant(double value) {
        double[] values = new double[targets.size()];
        Arrays.fill(values, value);
        return Vector.of(values);
    }

    private void assertLeastAt(double best, RegressionMetric metric) {
        double least = metric.of(targets, constant(best));
        for (double step : new double[] {-1, -0.01, 0.01, 1}) {
            assertThat(metric.of(targets, constant(best + step))).isGreaterThanOrEqualTo(least);
        }
    }

    @Test
    void theMeanTheMedianAndAQuantileAreTheBestConstants() {
        double[] sorted = targets.toArray();
        Arrays.sort(sorted);

        assertLeastAt(Arrays.stream(sorted).average().orElseThrow(), RegressionScores::meanSquaredError);
        assertLeastAt((sorted[29] + sorted[30]) / 2, RegressionScores::meanAbsoluteError);
        assertLeastAt(sorted[11], (a, p) -> RegressionScores.pinballLoss(a, p, 0.2));
    }

    @Test
    void r2IsZeroForTheMeanAndBelowForWhatIsWorse() {
        double mean = Arrays.stream(targets.toArray()).average().orElseThrow();

        assertThat(RegressionScores.r2(targets, constant(mean))).isEqualTo(0, within(1e-14));
        assertThat(RegressionScores.r2(targets, constant(mean + 100))).isLessThan(-1000);
        assertThat(RegressionScores.explainedVariance(targets, constant(mean + 100)))
                .isEqualTo(0, within(1e-12));
    }

    @Test
    void numbersOfAnySizeHaveAnR2() {
        for (double size : new double[] {1e-200, 1, 1e200}) {
            assertThat(RegressionScores.r2(targets.times(size), predictions.times(size)))
                    .isEqualTo(Fixture.one("r2"), within(1e-13));
            assertThat(RegressionScores.rootMeanSquaredError(targets.times(size), predictions.times(size)) / size)
                    .isEqualTo(Fixture.one("rootMeanSquaredError"), within(1e-13));
        }
    }

    @Test
    void whatHasNoScoreIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionScores.r2(Vector.of(5, 5), Vector.of(5, 5)))
                .withMessage("no share of the deviations can be predicted where there are none: all 2 targets are 5.0; "
                        + "use meanSquaredError");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionScores.explainedVariance(Vector.of(5), Vector.of(4)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionScores.meanAbsolutePercentageError(Vector.of(1, 0), Vector.of(1, 1)))
                .withMessage("no error is a share of a target of 0, which is at row 1; use meanAbsoluteError");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionScores.pinballLoss(Vector.of(1), Vector.of(1), 1))
                .withMessage("a quantile lies between 0 and 1, got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionScores.meanSquaredError(Vector.of(1, 2), Vector.of(1)))
                .withMessage("a score compares row by row, but there are 2 targets and 1 predictions; give as many of "
                        + "both");
    }

    @Test
    void oneRowHasErrors() {
        assertThat(RegressionScores.meanAbsoluteError(Vector.of(3), Vector.of(1)))
                .isEqualTo(2);
        assertThat(RegressionScores.medianAbsoluteError(Vector.of(3, 3), Vector.of(1, 0)))
                .isEqualTo(2.5);
    }
}
