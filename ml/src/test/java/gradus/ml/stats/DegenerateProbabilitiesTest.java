package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Counts and probabilities near the ends of the type, ties, and samples of one value.
class DegenerateProbabilitiesTest {

    @Test
    void veryLargeCountsNeitherOverflowNorLoseTheirDifference() {
        double[] equal = {1e200, 3e200};
        assertThat(ChiSquaredTest.goodnessOfFit(equal, equal, 0)).isEqualTo(new TestResult(0, 1));
        assertThat(ChiSquaredTest.goodnessOfFit(new double[] {1.5e308, 1e308}, new double[] {1.25e308, 1.25e308}, 0)
                        .statistic())
                .isCloseTo(1e307, within(1e293));
        Matrix independent = Matrix.from(2, 2, (r, c) -> 1e200);
        assertThat(ChiSquaredTest.independence(independent).pValue()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquaredTest.goodnessOfFit(new double[] {1e308, 0}, new double[] {1e307, 1e307}, 0))
                .withMessageContaining("must have the same sum");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquaredTest.independence(Matrix.from(2, 2, (r, c) -> 1e308)))
                .withMessageContaining("the sum of the counts must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquaredTest.independence(Matrix.of(new double[] {1, 2}, new double[] {3, -1})))
                .withMessageContaining("got -1.0 in row 1 and column 1");
    }

    @Test
    void tinyProbabilitiesDoNotMakeThePossibleImpossible() {
        assertThat(Bayes.posterior(1e-200, 1e-200, 0)).isEqualTo(1);
        assertThat(Bayes.posterior(Double.MIN_VALUE, 1, 0)).isEqualTo(1);
        assertThat(Bayes.posterior(Double.MIN_VALUE, 1, 0.5)).isBetween(0.0, 1e-300);
        assertThat(Bayes.posterior(0, 1, 1e-300)).isZero();
        assertThat(Bayes.posterior(1, 1e-300, 1)).isEqualTo(1);
        assertThat(Bayes.posterior(1e-200, 1e-100, 1e-300)).isCloseTo(0.5, within(1e-15));
        assertThat(Bayes.update(new double[] {1e-300, 1e-300}, new double[] {1e-300, 3e-300}))
                .containsExactly(new double[] {0.25, 0.75}, within(1e-12));
    }

    @Test
    void divergencesOfTinyProbabilitiesAreFinite() {
        double[] p = {1, Double.MIN_VALUE};
        double[] q = {1, 0};
        assertThat(Entropy.jensenShannonDivergence(p, q)).isBetween(0.0, 1e-300);
        assertThat(Entropy.klDivergence(q, p)).isBetween(0.0, 1e-300);
        assertThat(Entropy.klDivergence(p, q)).isEqualTo(Double.POSITIVE_INFINITY);
        Matrix joint = Matrix.of(new double[] {1, 0}, new double[] {0, 1e-200});
        assertThat(Entropy.mutualInformation(joint)).isCloseTo(-1e-200 * Math.log(1e-200), within(2e-200));
        assertThat(Entropy.jensenShannonDivergence(new double[] {1, 0}, new double[] {0, 1}))
                .isLessThanOrEqualTo(Math.log(2));
    }

    @Test
    void adjustedPValuesStayInRangeAndInOrder() {
        double[] p = {0, Double.MIN_VALUE, 1e-300, 0.5, 0.5, 1};
        for (double[] adjusted : new double[][] {
            MultipleTesting.bonferroni(p), MultipleTesting.holm(p), MultipleTesting.benjaminiHochberg(p)
        }) {
            assertThat(adjusted).isSorted();
            assertThat(adjusted[0]).isZero();
            assertThat(adjusted[5]).isEqualTo(1);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultipleTesting.benjaminiHochberg(0.1, Double.NaN))
                .withMessageContaining("p-value 1 must be between 0 and 1, got NaN");
    }

    @Test
    void aSampleOfOneValueAndTiesHaveAPValue() {
        var uniform = new Uniform(0, 1);
        assertThat(KolmogorovSmirnovTest.oneSample(new double[] {0.5}, uniform)).isEqualTo(new TestResult(0.5, 1));
        assertThat(KolmogorovSmirnovTest.oneSample(new double[] {0.1}, uniform).pValue())
                .isCloseTo(0.2, within(1e-15));
        assertThat(KolmogorovSmirnovTest.oneSample(new double[] {0.25, 0.25, 0.25}, uniform)
                        .statistic())
                .isEqualTo(0.75);
        assertThat(KolmogorovSmirnovTest.oneSample(new double[] {-1, 2}, uniform)
                        .statistic())
                .isEqualTo(0.5);
        assertThat(McNemarTest.test(new boolean[0], new boolean[0])).isEqualTo(new TestResult(0, 1));
        assertThat(Ranks.of(new double[] {0.0, -0.0, 0.0})).containsExactly(2, 2, 2);
    }

    /// For tiny shapes, each probability is as good as 0 or 1, and the rest can be counted.
    @Test
    void theProbabilityOfBeingGreaterIsRightForTheNarrowestAndTheWidestPosteriors() {
        assertThat(greater(new Beta(1, 1), new Beta(1e6, 3e6))).isCloseTo(0.75, within(1e-5));
        assertThat(greater(new Beta(1e12, 3e12), new Beta(1, 1))).isCloseTo(0.25, within(1e-5));
        assertThat(greater(new Beta(1e-3, 1e-3), new Beta(500, 500))).isCloseTo(0.5, within(1e-5));
        assertThat(greater(new Beta(1e-7, 2e-7), new Beta(2e-7, 1e-7))).isCloseTo(7.0 / 27, within(1e-5));
        assertThat(greater(new Beta(2e-7, 1e-7), new Beta(1e-7, 2e-7))).isCloseTo(20.0 / 27, within(1e-5));
        assertThat(greater(new Beta(1e-300, 1e-300), new Beta(1e-300, 1e-300))).isCloseTo(0.5, within(1e-5));
        // Both are nearly normal, and their means are 1.581 standard deviations of the difference apart.
        assertThat(greater(new Beta(1e9, 1e9 + 1e5), new Beta(1e9, 1e9))).isCloseTo(0.0569, within(1e-4));
    }

    private static double greater(Beta first, Beta second) {
        return new BetaBernoulli(first).probabilityGreaterThan(new BetaBernoulli(second));
    }

    @Test
    void aStatisticThatIsNotANumberIsRefused() {
        double[] x = {1, 2, 3, 4};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PermutationTest(9).test(x, x, (a, b) -> Double.NaN, Rng.of(1)))
                .withMessage("the statistic of the samples must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bootstrap(9).bcaInterval(x, a -> a.length == 3 ? Double.NaN : 1, 0.9, Rng.of(1)))
                .withMessage("the statistic of the sample without value 0 must be finite, got NaN");
        double[] far = {-1e308, 1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TTest.paired(far, new double[] {1e308, 0}))
                .withMessageContaining("the difference of pair 0 must be finite, got -Infinity");
    }

    @Test
    void aValueThatIsImpossibleMakesTheLikelihoodZero() {
        double[] x = {0, 2};
        assertThat(MaximumLikelihood.negativeLogLikelihood(new Beta(0.5, 0.5), x))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaximumLikelihood.fit(ParametricFamily.normal(), Vector.of(0), x))
                .withMessage("this family of distributions needs parameters of shape (2), got shape (1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaximumLikelihood.fitExponential(new double[] {Double.MIN_VALUE}))
                .withMessageContaining("the rate of an exponential distribution must be finite");
    }

    @Test
    void equalDifferencesCountAsEquallyExtremeFarFromZero() {
        // Whole numbers near 1e9: many permutations have the same difference of means, up to rounding.
        double[] a = {1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4};
        double[] b = {1e9 + 3, 1e9 + 4, 1e9 + 5, 1e9 + 6};
        double[] near = Arrays.stream(a).map(x -> x - 1e9).toArray();
        double[] nearB = Arrays.stream(b).map(x -> x - 1e9).toArray();
        var test = new PermutationTest(999);
        assertThat(test.differenceOfMeans(a, b, Rng.of(5)).pValue())
                .isEqualTo(test.differenceOfMeans(near, nearB, Rng.of(5)).pValue());
    }
}
