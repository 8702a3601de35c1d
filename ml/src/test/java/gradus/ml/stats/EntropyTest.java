package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.Rng;
import gradus.ml.numbers.Softmax;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EntropyTest {

    private static double[] random(int k, Rng rng) {
        return Softmax.of(new Normal(0, 2).sample(k, rng));
    }

    @Test
    void entropyIsZeroIfCertainAndMaximalIfUniform() {
        assertThat(Entropy.of(new double[] {0, 1, 0})).isEqualTo(0.0);
        assertThat(Entropy.of(new double[] {0.25, 0.25, 0.25, 0.25})).isCloseTo(Math.log(4), within(1e-15));
        assertThat(Entropy.toBits(Entropy.of(new double[] {0.5, 0.5}))).isEqualTo(1);
        var rng = Rng.of(1948);
        for (int i = 0; i < 100; i++) {
            assertThat(Entropy.of(random(6, rng))).isBetween(0.0, Math.log(6));
        }
    }

    @Test
    void crossEntropyIsEntropyPlusKlDivergence() {
        var rng = Rng.of(1);
        for (int i = 0; i < 100; i++) {
            double[] p = random(5, rng);
            double[] q = random(5, rng);
            assertThat(Entropy.crossEntropy(p, q)).isCloseTo(Entropy.of(p) + Entropy.klDivergence(p, q), within(1e-13));
            assertThat(Entropy.klDivergence(p, q)).isPositive();
            assertThat(Entropy.klDivergence(p, p)).isEqualTo(0);
            assertThat(Entropy.klDivergence(p, q)).isNotEqualTo(Entropy.klDivergence(q, p));
        }
    }

    @Test
    void aTinyDivergenceIsAccurate() {
        double d = 1e-9;
        // To second order, the sum of d²/(2·p): here 2·d².
        assertThat(Entropy.klDivergence(new double[] {0.5 + d, 0.5 - d}, new double[] {0.5, 0.5}))
                .isCloseTo(2e-18, within(1e-24));
    }

    @Test
    void aPossibleOutcomePredictedWithProbabilityZeroGivesInfinity() {
        double[] p = {0.5, 0.5};
        double[] q = {1, 0};
        assertThat(Entropy.klDivergence(p, q)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Entropy.crossEntropy(p, q)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Entropy.klDivergence(q, p)).isCloseTo(Math.log(2), within(1e-15));
        assertThat(Entropy.jensenShannonDivergence(p, q)).isFinite();
    }

    @Test
    void entropiesAgreeWithSciPy() {
        var row = Fixture.rows("tests.csv", "entropy").getFirst();
        double[] p = Fixture.numbers(row[1]);
        double[] q = Fixture.numbers(row[2]);
        assertThat(Entropy.of(p)).isCloseTo(Fixture.number(row[3]), within(1e-15));
        assertThat(Entropy.klDivergence(p, q)).isCloseTo(Fixture.number(row[4]), within(1e-15));
        assertThat(Entropy.jensenShannonDivergence(p, q)).isCloseTo(Fixture.number(row[5]), within(1e-15));
    }

    @Test
    void theJensenShannonDivergenceIsSymmetricAndAtMostOneBit() {
        var rng = Rng.of(2);
        for (int i = 0; i < 100; i++) {
            double[] p = random(4, rng);
            double[] q = random(4, rng);
            assertThat(Entropy.jensenShannonDivergence(p, q))
                    .isCloseTo(Entropy.jensenShannonDivergence(q, p), within(1e-15));
            assertThat(Entropy.jensenShannonDivergence(p, q)).isBetween(0.0, Math.log(2));
        }
        assertThat(Entropy.jensenShannonDivergence(new double[] {1, 0}, new double[] {0, 1}))
                .isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void mutualInformationIsZeroIfIndependentAndTheEntropyIfEqual() {
        double[] p = {0.1, 0.2, 0.7};
        double[] q = {0.6, 0.4};
        Matrix independent = Matrix.from(3, 2, (r, c) -> p[r] * q[c]);
        assertThat(Entropy.mutualInformation(independent)).isCloseTo(0, within(1e-15));
        assertThat(Entropy.mutualInformation(Matrix.diagonal(p))).isCloseTo(Entropy.of(p), within(1e-15));
        Matrix mixed = Matrix.of(new double[] {0.3, 0.1}, new double[] {0.2, 0.4});
        double byEntropies =
                Entropy.of(new double[] {0.4, 0.6}) + Entropy.of(new double[] {0.5, 0.5}) - Entropy.of(mixed.flatten());
        assertThat(Entropy.mutualInformation(mixed)).isCloseTo(byEntropies, within(1e-15));
        assertThat(Entropy.mutualInformation(mixed))
                .isCloseTo(Entropy.mutualInformation(mixed.transpose()), within(1e-15));
    }

    @Test
    void theMeanCodeLengthIsWithinOneBitOfTheEntropy() {
        var rng = Rng.of(1952);
        for (int i = 0; i < 100; i++) {
            double[] p = random(2 + i % 30, rng);
            int[] lengths = HuffmanCode.codeLengths(p);
            double mean = 0;
            double kraftSum = 0;
            for (int j = 0; j < p.length; j++) {
                mean += p[j] * lengths[j];
                kraftSum += Math.pow(2, -lengths[j]);
            }
            double bits = Entropy.toBits(Entropy.of(p));
            assertThat(mean).isGreaterThanOrEqualTo(bits - 1e-12).isLessThan(bits + 1);
            assertThat(kraftSum).as("the code is complete (Kraft equality)").isEqualTo(1);
        }
    }

    @Test
    void theMeanCodeLengthOfADyadicDistributionIsItsEntropy() {
        assertThat(HuffmanCode.codeLengths(new double[] {0.125, 0.5, 0.25, 0.125}))
                .containsExactly(3, 1, 2, 3);
        assertThat(HuffmanCode.codeLengths(new double[] {1})).containsExactly(0);
        int[] even = HuffmanCode.codeLengths(new double[] {0.25, 0.25, 0.25, 0.25});
        assertThat(Arrays.stream(even)).containsOnly(2);
    }

    @Test
    void invalidProbabilitiesAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entropy.of(new double[] {0.5, 0.6}))
                .withMessageContaining("must sum to 1, got 2 with sum 1.1; divide each by the sum");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entropy.of(new double[] {1.5, -0.5}))
                .withMessageContaining("got 1.5 at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entropy.crossEntropy(new double[] {1}, new double[] {0.5, 0.5}))
                .withMessageContaining("got 1 and 2");
        assertThatIllegalArgumentException().isThrownBy(() -> Entropy.of(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Entropy.mutualInformation(Matrix.zeros(2, 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> HuffmanCode.codeLengths(new double[] {0.5}));
    }
}
