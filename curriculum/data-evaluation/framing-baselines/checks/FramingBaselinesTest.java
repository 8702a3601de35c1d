package gradus.checks.framing_baselines;

import static gradus.proctor.assertions.Expect.calling;

import gradus.lab.framing_baselines.Baselines;
import gradus.ml.linalg.Vector;
import gradus.ml.score.RegressionMetrics;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Each method with numbers that you can check with a pencil.
class FramingBaselinesTest {

    private static final Vector ACTUAL = Vector.of(5, 1, 9, 5);
    private static final Vector PREDICTED = Vector.of(8, 1, 4, 5);
    private static final String BOTH = "(Vector.of(5, 1, 9, 5), Vector.of(8, 1, 4, 5))";

    @Test
    @DisplayName("the mean squared error of the errors 3, 0, −5 and 0 is 8.5")
    @Clause("mse")
    void meanSquaredErrorByHand() {
        calling("meanSquaredError" + BOTH, () -> RegressionMetrics.meanSquaredError(ACTUAL, PREDICTED))
                .gives(8.5, "the squares 9 + 0 + 25 + 0 = 34, divided by 4");
    }

    @Test
    @DisplayName("the mean absolute error of the errors 3, 0, −5 and 0 is 2")
    @Clause("mae")
    void meanAbsoluteErrorByHand() {
        calling("meanAbsoluteError" + BOTH, () -> RegressionMetrics.meanAbsoluteError(ACTUAL, PREDICTED))
                .gives(2.0, "the absolute errors 3 + 0 + 5 + 0 = 8, divided by 4");
    }

    @Test
    @DisplayName("the root mean squared error of the errors 3, 0, −5 and 0 is the root of 8.5")
    @Clause("rmse")
    void rootMeanSquaredErrorByHand() {
        calling("rootMeanSquaredError" + BOTH, () -> RegressionMetrics.rootMeanSquaredError(ACTUAL, PREDICTED))
                .gives(Math.sqrt(8.5), "square each error, then take the mean, then the root");
    }

    @Test
    @DisplayName("R² is −0.0625 for these four rows, because the mean of the targets would do better")
    @Clause("r2")
    void r2ByHand() {
        calling("r2" + BOTH, () -> RegressionMetrics.r2(ACTUAL, PREDICTED))
                .gives(
                        -0.0625,
                        "the targets' mean is 5, and their squared differences from it are 0 + 16 + 16 + 0 = 32;"
                                + " 1 − 34/32 = −0.0625");
    }

    @Test
    @DisplayName("the mean of the past is predicted for every row that follows")
    @Clause({"constants", "known"})
    void meanByHand() {
        calling(
                        "Baselines.mean(Vector.of(2, 1, 9, 90), 3)",
                        () -> Baselines.mean(Vector.of(2, 1, 9, 90), 3).toArray())
                .gives(new double[] {4}, "the mean of 2, 1 and 9 is 4; row 3 is to be predicted");
        calling(
                        "Baselines.mean(Vector.of(2, 1, 9, 90, 60), 3)",
                        () -> Baselines.mean(Vector.of(2, 1, 9, 90, 60), 3).toArray())
                .gives(new double[] {4, 4}, "the mean of 2, 1 and 9 is 4; rows 3 and 4 are to be predicted");
    }

    @Test
    @DisplayName("the median of the past is the middle one, or the mean of the two in the middle")
    @Clause({"constants", "known"})
    void medianByHand() {
        calling(
                        "Baselines.median(Vector.of(3, 8, 1, 2), 3)",
                        () -> Baselines.median(Vector.of(3, 8, 1, 2), 3).toArray())
                .gives(new double[] {3}, "sorted, the past is 1, 3, 8");
        calling(
                        "Baselines.median(Vector.of(9, 1, 5, 2, 70), 4)",
                        () -> Baselines.median(Vector.of(9, 1, 5, 2, 70), 4).toArray())
                .gives(new double[] {3.5}, "sorted, the past is 1, 2, 5, 9, and 2 and 5 are in the middle");
    }

    @Test
    @DisplayName("the majority of 7, 3, 7 is 7, whatever comes later")
    @Clause({"majority", "known"})
    void majorityByHand() {
        int[] labels = {7, 3, 7, 3, 3};
        calling("Baselines.majority({7, 3, 7, 3, 3}, 3)", () -> Baselines.majority(labels, 3))
                .gives(7, "before row 3, the label 7 occurs twice and 3 once");
    }

    @Test
    @DisplayName("one day ahead, the same weekday of last week is 7 rows back")
    @Clause("seasonal")
    void seasonalByHand() {
        Vector series = Vector.of(11, 12, 14, 15, 16, 8, 7, 13, 18);
        calling(
                        "Baselines.seasonal(series, 7, 7, 1) for series = " + series,
                        () -> Baselines.seasonal(series, 7, 7, 1).toArray())
                .gives(new double[] {11, 12}, "row 7 gets the target of row 0, and row 8 that of row 1");
    }

    @Test
    @DisplayName("five rows ahead, with a season of two, the lag is 6")
    @Clause({"seasonal", "known"})
    void seasonalFarAhead() {
        Vector series = Vector.of(1, 20, 3, 40, 5, 60, 7, 80);
        calling(
                        "Baselines.seasonal(series, 6, 2, 5) for series = " + series,
                        () -> Baselines.seasonal(series, 6, 2, 5).toArray())
                .gives(
                        new double[] {1, 20},
                        "6 is the smallest multiple of 2 that's at least 5; 2 and 4 rows back isn't known yet");
    }
}
