package gradus.ml.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbabilityMetricsTest {

    private static final List<Integer> CLASSES = List.of(-1, 2, 5);

    private final boolean[] positive = Fixture.positive("positive");
    private final Vector probabilities = Fixture.vector("probabilities");
    private final int[] labels = Fixture.labels("labels");
    private final Matrix three = Fixture.matrix("three", 3);

    @Test
    void agreesWithScikitLearn() {
        assertThat(ProbabilityMetrics.logLoss(positive, probabilities))
                .isEqualTo(Fixture.one("logLoss"), within(1e-14));
        assertThat(ProbabilityMetrics.brierScore(positive, probabilities))
                .isEqualTo(Fixture.one("brier"), within(1e-14));
        assertThat(ProbabilityMetrics.logLoss(labels, three, CLASSES))
                .isEqualTo(Fixture.one("logLoss3"), within(1e-13));
        assertThat(ProbabilityMetrics.brierScore(labels, three, CLASSES))
                .isEqualTo(Fixture.one("brier3"), within(1e-14));
    }

    @Test
    void zeroProbabilityOfTheTrueClassCostsInfinity() {
        assertThat(ProbabilityMetrics.logLoss(new boolean[] {true, true}, Vector.of(1, 0)))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ProbabilityMetrics.logLoss(new int[] {2}, Matrix.of(new double[] {1, 0}), List.of(1, 2)))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ProbabilityMetrics.logLoss(new boolean[] {false}, Vector.of(1e-20)))
                .isEqualTo(1e-20);
    }

    @Test
    void trueProbabilityIsOptimal() {
        boolean[] threeOfTen = new boolean[10];
        threeOfTen[0] = threeOfTen[4] = threeOfTen[9] = true;
        double bestLoss = ProbabilityMetrics.logLoss(threeOfTen, constant(0.3));
        double bestBrier = ProbabilityMetrics.brierScore(threeOfTen, constant(0.3));
        for (double p : new double[] {0.05, 0.29, 0.31, 0.5, 0.9}) {
            assertThat(ProbabilityMetrics.logLoss(threeOfTen, constant(p))).isGreaterThan(bestLoss);
            assertThat(ProbabilityMetrics.brierScore(threeOfTen, constant(p))).isGreaterThan(bestBrier);
        }
    }

    private static Vector constant(double p) {
        return Vector.of(p, p, p, p, p, p, p, p, p, p);
    }

    @Test
    void invalidProbabilitiesThrow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbabilityMetrics.logLoss(new boolean[] {true}, Vector.of(1.5)))
                .withMessage("probabilities must be between 0 and 1, got 1.5 at row 0; convert scores first");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ProbabilityMetrics.brierScore(new int[] {1}, Matrix.of(new double[] {0.5, 0.6}), List.of(1, 2)))
                .withMessage("the probabilities of a row must sum to 1, got 1.1 at row 0; divide the row by its sum");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ProbabilityMetrics.brierScore(new int[] {3}, Matrix.of(new double[] {0.5, 0.5}), List.of(1, 2)))
                .withMessage("label 3 at row 0 is not one of the classes [1, 2]");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ProbabilityMetrics.brierScore(new int[] {1}, Matrix.of(new double[] {1}), List.of(1, 2)))
                .withMessageContaining("have shape (1, 1) and the classes are [1, 2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbabilityMetrics.logLoss(
                        new int[] {1}, Matrix.of(new double[] {Double.NaN, 1}), List.of(1, 2)))
                .withMessageContaining("got NaN at row 0 and column 0");
    }

    @Test
    void binsCompareMeanPredictionAndObservedFrequency() {
        CalibrationCurve calibrationCurve = CalibrationCurve.of(
                new boolean[] {true, false, true, true, false}, Vector.of(0.1, 0.3, 0.8, 1, 0.8), 2);

        assertThat(calibrationCurve.bins().getFirst()).isEqualTo(new CalibrationCurve.Bin(0, 0.5, 2, 0.2, 0.5));
        CalibrationCurve.Bin upper = calibrationCurve.bins().getLast();
        assertThat(upper.count()).isEqualTo(3);
        assertThat(upper.meanPrediction()).isEqualTo(2.6 / 3, within(1e-15));
        assertThat(upper.observedFrequency()).isEqualTo(2.0 / 3);
        assertThat(calibrationCurve.expectedCalibrationError()).isEqualTo((2 * 0.3 + 0.6) / 5, within(1e-15));
        assertThat(calibrationCurve.maximumCalibrationError()).isEqualTo(0.3, within(1e-15));
    }

    @Test
    void emptyBinsDoNotCount() {
        CalibrationCurve calibrationCurve = CalibrationCurve.of(new boolean[] {true}, Vector.of(1), 10);

        assertThat(calibrationCurve.bins()).hasSize(10);
        assertThat(calibrationCurve.expectedCalibrationError()).isZero();
        assertThat(calibrationCurve.maximumCalibrationError()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalibrationCurve.of(new boolean[] {true}, Vector.of(1), 0));
    }

    @Test
    void brierScoreIsReliabilityMinusResolutionPlusUncertainty() {
        Rng rng = Rng.of(3);
        for (int repetition = 0; repetition < 50; repetition++) {
            int n = 1 + rng.nextInt(50);
            boolean[] outcomes = new boolean[n];
            double[] p = new double[n];
            for (int row = 0; row < n; row++) {
                outcomes[row] = rng.nextBoolean();
                p[row] = 0.05 + rng.nextInt(10) / 10.0;
            }
            CalibrationCurve.BrierDecomposition brierDecomposition =
                    CalibrationCurve.of(outcomes, Vector.of(p), 10).brierDecomposition();
            assertThat(brierDecomposition.reliability()
                            - brierDecomposition.resolution()
                            + brierDecomposition.uncertainty())
                    .isEqualTo(ProbabilityMetrics.brierScore(outcomes, Vector.of(p)), within(1e-14));
        }
    }

    @Test
    void trueProbabilitiesAreNearlyCalibrated() {
        Rng rng = Rng.of(4);
        int n = 20_000;
        boolean[] outcomes = new boolean[n];
        double[] p = new double[n];
        for (int row = 0; row < n; row++) {
            p[row] = rng.nextDouble();
            outcomes[row] = rng.nextDouble() < p[row];
        }
        assertThat(CalibrationCurve.of(outcomes, Vector.of(p), 10).expectedCalibrationError())
                .isLessThan(0.015);
    }
}
