package gradus.ml.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.ml.numbers.Sigmoid;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationMethodTest {

    private static final Vector SCORES = Vector.of(-2.5, -1.75, -1.25, -1, -0.5, -0.25, 0, 0.5, 0.75, 1.5, 2, 3.25);

    private static final boolean[] POSITIVE = {
        false, false, true, false, false, true, false, true, true, false, true, true
    };

    private static final Vector WEIGHTS = Vector.from(12, i -> i % 3 + 1);

    /// Computed with mpmath 1.3.0 at 40 digits: the root of the gradient of the log loss for Platt's targets.
    /// scikit-learn 1.9.1 agrees to seven digits.
    @Test
    void sigmoidAgreesWithTheRootOfItsGradient() {
        assertSigmoid(CalibrationMethod.SIGMOID.fit(SCORES, POSITIVE), 0.52726428170759503996, -0.01899885256984564315);
        assertSigmoid(
                CalibrationMethod.SIGMOID.fit(SCORES, POSITIVE, WEIGHTS),
                0.66853852853533954343,
                0.69666418100315726614);
    }

    private static void assertSigmoid(Calibrator calibrator, double slope, double intercept) {
        var sigmoid = (Calibrator.SigmoidCalibrator) calibrator;
        assertThat(sigmoid.slope()).isEqualTo(slope, within(1e-13));
        assertThat(sigmoid.intercept()).isEqualTo(intercept, within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-100, 1e-3, 1e6, 1e100})
    void sigmoidDoesNotDependOnTheUnitOfTheScores(double unit) {
        Calibrator plain = CalibrationMethod.SIGMOID.fit(SCORES, POSITIVE);
        Calibrator scaled = CalibrationMethod.SIGMOID.fit(SCORES.times(unit), POSITIVE);
        Calibrator shifted = CalibrationMethod.SIGMOID.fit(SCORES.map(score -> score + 1000), POSITIVE);
        for (double score : new double[] {-3, 0, 1.1}) {
            assertThat(scaled.probability(score * unit)).isEqualTo(plain.probability(score), within(1e-12));
            assertThat(shifted.probability(score + 1000)).isEqualTo(plain.probability(score), within(1e-10));
        }
    }

    @Test
    void sigmoidFindsTheTrueOne() {
        Rng rng = Rng.of(1);
        Vector scores = Vector.from(50_000, _ -> 2 * rng.gaussian());
        boolean[] positive = new boolean[scores.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = rng.nextDouble() < Sigmoid.of(0.4 * scores.get(i) - 1);
        }
        var sigmoid = (Calibrator.SigmoidCalibrator) CalibrationMethod.SIGMOID.fit(scores, positive);
        assertThat(sigmoid.slope()).isEqualTo(0.4, within(0.02));
        assertThat(sigmoid.intercept()).isEqualTo(-1, within(0.03));
    }

    @Test
    void separatedScoresGiveASigmoidOfFiniteSlope() {
        Vector scores = Vector.of(-1, -0.5, 0.5, 1);
        Calibrator calibrator = CalibrationMethod.SIGMOID.fit(scores, new boolean[] {false, false, true, true});
        // Platt's targets for two rows of each class are 1/4 and 3/4.
        assertThat(calibrator.probability(10)).isBetween(0.9, 1.0);
        assertThat(calibrator.probability(1)).isBetween(0.7, 0.85);
    }

    @ParameterizedTest
    @EnumSource
    void integerWeightsCountLikeRepeatedRows(CalibrationMethod method) {
        int[] repeated = IntStream.range(0, 12)
                .flatMap(i -> IntStream.generate(() -> i).limit((int) WEIGHTS.get(i)))
                .toArray();
        boolean[] positive = new boolean[repeated.length];
        for (int i = 0; i < repeated.length; i++) {
            positive[i] = POSITIVE[repeated[i]];
        }
        Calibrator weighted = method.fit(SCORES, POSITIVE, WEIGHTS);
        Calibrator plain = method.fit(Vector.from(repeated.length, i -> SCORES.get(repeated[i])), positive);
        for (int i = -40; i <= 40; i++) {
            assertThat(weighted.probability(i / 10.0)).isEqualTo(plain.probability(i / 10.0), within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource
    void probabilitiesAreMonotoneAndWithinBounds(CalibrationMethod method) {
        for (Vector scores : new Vector[] {
            SCORES,
            SCORES.times(1e-300),
            SCORES.times(1e300),
            SCORES.map(_ -> 3),
            SCORES.map(Math::signum),
            Vector.from(12, i -> i == 10 ? 1e300 : i)
        }) {
            Calibrator calibrator = method.fit(scores, POSITIVE);
            double[] sorted = scores.toArray();
            Arrays.sort(sorted);
            double before = 0;
            for (double score : sorted) {
                double p = calibrator.probability(score);
                assertThat(p).isBetween(before, 1.0);
                before = p;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneClassGivesAConstant(CalibrationMethod method) {
        boolean[] all = new boolean[12];
        Arrays.fill(all, true);
        double expected = method == CalibrationMethod.SIGMOID ? 13 / 14.0 : 1;
        assertThat(method.fit(SCORES, all).probability(0.3)).isEqualTo(expected, within(1e-9));
        assertThat(method.fit(Vector.of(5), new boolean[] {false}).probability(5))
                .isEqualTo(method == CalibrationMethod.SIGMOID ? 1 / 3.0 : 0, within(1e-9));
    }

    @Test
    void isotonicIsTheObservedFrequencyOfEachStep() {
        Calibrator calibrator = CalibrationMethod.ISOTONIC.fit(
                Vector.of(0.1, 0.2, 0.3, 0.4, 0.9), new boolean[] {false, true, false, true, true});
        assertThat(calibrator.probability(0.05)).isZero();
        assertThat(calibrator.probability(0.25)).isEqualTo(0.5);
        assertThat(calibrator.probability(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void invalidArgumentsThrow(CalibrationMethod method) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.fit(Vector.of(), new boolean[0]))
                .withMessageContaining("0 scores");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.fit(Vector.of(1, 2), new boolean[] {true}))
                .withMessageContainingAll("2 scores", "1 outcomes");
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> method.fit(Vector.of(1, bad), new boolean[] {true, false}))
                    .withMessageContainingAll("scores", bad + " at row 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> method.fit(Vector.of(1, 2), new boolean[] {true, false}, Vector.of(1, bad)))
                    .withMessageContainingAll("weights", bad + " at row 1");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.fit(Vector.of(1, 2), new boolean[] {true, false}, Vector.of(0, 0)))
                .withMessageContaining("the sum of the weights");
    }
}
