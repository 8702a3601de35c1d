package gradus.ml.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SoftmaxTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void probabilitiesSumToOneAndKeepTheOrderOfTheScores() {
        double[] p = Softmax.of(new double[] {1, 3, 2, -4});
        assertThat(Numerics.sum(p)).isCloseTo(1, within(1e-15));
        assertThat(p[1]).isGreaterThan(p[2]);
        assertThat(p[2]).isGreaterThan(p[0]);
        assertThat(p[0]).isGreaterThan(p[3]);
        assertThat(p[1] / p[2]).isCloseTo(Math.E, within(1e-14));
    }

    @Test
    void onlyDifferencesBetweenScoresMatter() {
        double[] p = Softmax.of(new double[] {0, 1, 2});
        for (double shift : new double[] {-1e4, -1000, 1000, 1e4}) {
            double[] shifted = Softmax.of(new double[] {shift, shift + 1, shift + 2});
            assertThat(shifted).containsExactly(p, within(1e-15));
        }
    }

    @Test
    void aHugeScoreTakesAllAndAScoreOfMinusInfinityNothing() {
        assertThat(Softmax.of(new double[] {1e308, 0, -1e308})).containsExactly(1, 0, 0);
        assertThat(Softmax.of(new double[] {-INFINITY, 5, 5})).containsExactly(0, 0.5, 0.5);
    }

    @Test
    void logarithmsStayFiniteWhereProbabilitiesVanish() {
        double[] log = Softmax.log(new double[] {0, -5000});
        assertThat(log[0]).isEqualTo(0);
        assertThat(log[1]).isEqualTo(-5000);
        double[] scores = {0.3, -2, 1.7};
        double[] logarithms = Arrays.stream(Softmax.of(scores)).map(Math::log).toArray();
        assertThat(Softmax.log(scores)).containsExactly(logarithms, within(1e-14));
    }

    @Test
    void softmaxOfTwoScoresIsTheSigmoidOfTheirDifference() {
        for (double z = -50; z <= 50; z += 0.7) {
            assertThat(Softmax.of(new double[] {z, 0})[0]).isCloseTo(Sigmoid.of(z), within(1e-15));
        }
    }

    @Test
    void scoresForWhichSoftmaxIsNotDefinedAreRejected() {
        for (double[] z : new double[][] {{-INFINITY, -INFINITY}, {INFINITY, 0, INFINITY}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Softmax.of(z))
                    .withMessageContaining("not defined for these " + z.length + " scores");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Softmax.log(z))
                    .withMessageContaining("at most one of infinity, got " + (z.length == 3 ? 2 : 0));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Softmax.of(new double[0]))
                .withMessageContaining("got none");
    }

    @Test
    void logarithmsOfHugeScoresKeepTheirDigits() {
        double[] z = {1e10, 1e10 - 1, 1e10 - 2};
        double[] shifted = {0, -1, -2};
        assertThat(Softmax.log(z)).containsExactly(Softmax.log(shifted), within(1e-15));
    }

    @Test
    void sigmoidAndLogitAreInverses() {
        for (double z = -30; z <= 30; z += 0.37) {
            double p = Sigmoid.of(z);
            assertThat(p + Sigmoid.of(-z)).isCloseTo(1, within(1e-15));
            // Near 1, a double keeps few digits of the distance to 1.
            assertThat(Sigmoid.logit(p)).isCloseTo(z, within(1e-14 + 2e-16 / (1 - p)));
        }
        assertThat(Sigmoid.of(0)).isEqualTo(0.5);
        assertThat(Sigmoid.logit(0)).isEqualTo(-INFINITY);
        assertThat(Sigmoid.logit(1)).isEqualTo(INFINITY);
    }

    @Test
    void theSigmoidKeepsItsDigitsFarOut() {
        assertThat(Sigmoid.of(-700)).isEqualTo(Math.exp(-700));
        assertThat(Sigmoid.of(-INFINITY)).isEqualTo(0);
        assertThat(Sigmoid.of(INFINITY)).isEqualTo(1);
        assertThat(Sigmoid.of(Double.NaN)).isNaN();
        assertThat(Sigmoid.log(-1000)).isEqualTo(-1000);
        assertThat(Sigmoid.log(50)).isCloseTo(-Math.exp(-50), within(1e-36));
    }

    @Test
    void theLogitKeepsItsDigitsNextToOneHalf() {
        for (int i = 1; i < 100; i++) {
            double d = 0.5 + i * 1e-6 - 0.5;
            double series = 4 * d + 16 * d * d * d / 3;
            assertThat(Sigmoid.logit(0.5 + d)).isCloseTo(series, within(1e-14 * d));
            assertThat(Sigmoid.logit(0.5 - d)).isCloseTo(-series, within(1e-14 * d));
        }
    }

    @Test
    void softplusIsASmoothReluAndHasAnInverse() {
        assertThat(Softplus.of(1000)).isEqualTo(1000);
        assertThat(Softplus.of(-1000)).isEqualTo(0);
        assertThat(Softplus.of(0)).isCloseTo(Math.log(2), within(1e-16));
        for (double z = -30; z <= 30; z += 0.37) {
            assertThat(Softplus.inverse(Softplus.of(z))).isCloseTo(z, within(1e-13));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Softplus.inverse(0))
                .withMessageContaining("greater than 0, got 0.0");
    }

    @Test
    void logitRejectsWhatIsNotAProbability() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sigmoid.logit(1.01))
                .withMessageContaining("between 0 and 1, got 1.01");
        assertThatIllegalArgumentException().isThrownBy(() -> Sigmoid.logit(Double.NaN));
    }
}
