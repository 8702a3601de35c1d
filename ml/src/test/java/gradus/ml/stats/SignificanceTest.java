package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.Rng;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SignificanceTest {

    private static void agree(TestResult ours, String statistic, String p) {
        double theirs = Fixture.number(statistic);
        assertThat(ours.statistic()).isCloseTo(theirs, within(1e-12 * Math.abs(theirs)));
        assertThat(ours.pValue()).isCloseTo(Fixture.number(p), within(1e-11 * Fixture.number(p)));
    }

    @Test
    void tTestsAgreeWithSciPy() {
        for (var row : Fixture.rows("tests.csv", "tTest")) {
            double[] a = Fixture.numbers(row[2]);
            double[] b = Fixture.numbers(row[3]);
            var result = switch (row[1]) {
                case "oneSample" -> TTest.oneSample(a, 4.5);
                case "paired" -> TTest.paired(a, b);
                case "welch" -> TTest.welch(a, b);
                case "pooled" -> TTest.pooled(a, b);
                default -> throw new IllegalArgumentException(row[1]);
            };
            agree(result, row[4], row[5]);
        }
    }

    @Test
    void chiSquaredTestsAgreeWithSciPy() {
        var row = Fixture.rows("tests.csv", "chiSquare").getFirst();
        agree(ChiSquaredTest.goodnessOfFit(Fixture.numbers(row[1]), Fixture.numbers(row[2]), 0), row[3], row[4]);
        row = Fixture.rows("tests.csv", "independence").getFirst();
        agree(ChiSquaredTest.independence(Matrix.of(2, 3, Fixture.numbers(row[1]))), row[2], row[3]);
    }

    @Test
    void theKolmogorovDistributionIsExactForSmallSamplesAndCloseForLargeOnes() {
        for (var row : Fixture.rows("tests.csv", "kolmogorov")) {
            double p = KolmogorovDistribution.survival((int) Fixture.number(row[1]), Fixture.number(row[2]));
            assertThat(p).isCloseTo(Fixture.number(row[3]), within(1e-12));
        }
        for (var row : Fixture.rows("tests.csv", "kolmogorovLimit")) {
            double p = KolmogorovDistribution.survival((int) Fixture.number(row[1]), Fixture.number(row[2]));
            assertThat(p).isCloseTo(Fixture.number(row[3]), within(2e-6));
        }
        for (var row : Fixture.rows("tests.csv", "kolmogorovTail")) {
            double p = KolmogorovDistribution.survival((int) Fixture.number(row[1]), Fixture.number(row[2]));
            assertThat(p).isCloseTo(Fixture.number(row[3]), within(1e-10 * Fixture.number(row[3])));
        }
        assertThat(KolmogorovDistribution.survival(10, 0.05)).isEqualTo(1);
        assertThat(KolmogorovDistribution.survival(10, 1)).isEqualTo(0);
        assertThat(KolmogorovDistribution.asymptoticSurvival(0)).isEqualTo(1);
        assertThat(KolmogorovDistribution.asymptoticSurvival(1))
                .isCloseTo(KolmogorovDistribution.asymptoticSurvival(1 - 1e-12), within(1e-11));
    }

    @Test
    void kolmogorovSmirnovTestsAgreeWithSciPy() {
        var row = Fixture.rows("tests.csv", "ksOneSample").getFirst();
        agree(KolmogorovSmirnovTest.oneSample(Fixture.numbers(row[1]), new Normal(5, 2)), row[2], row[3]);
        row = Fixture.rows("tests.csv", "ksTwoSample").getFirst();
        agree(KolmogorovSmirnovTest.twoSample(Fixture.numbers(row[1]), Fixture.numbers(row[2])), row[3], row[4]);
    }

    @Test
    void mcNemarIsTheExactBinomialTest() {
        for (var row : Fixture.rows("tests.csv", "mcNemar")) {
            int n = (int) Fixture.number(row[1]);
            int k = (int) Fixture.number(row[2]);
            boolean[] first = new boolean[n + 20];
            boolean[] second = new boolean[n + 20];
            Arrays.fill(first, 0, k, true);
            Arrays.fill(second, k, n, true);
            Arrays.fill(first, n, n + 10, true);
            Arrays.fill(second, n, n + 10, true);
            var result = McNemarTest.test(first, second);
            assertThat(result.statistic()).isEqualTo(k - (n - k));
            assertThat(result.pValue()).isCloseTo(Fixture.number(row[3]), within(1e-13));
        }
        assertThat(McNemarTest.test(new boolean[3], new boolean[3]).pValue()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> McNemarTest.test(new boolean[3], new boolean[2]));
    }

    @Test
    void pValuesAreUniformUnderTheNullHypothesis() {
        int runs = 400;
        double[] permutation = new double[runs];
        double[] welch = new double[runs];
        double[] kolmogorovSmirnov = new double[runs];
        var rng = Rng.of(1935);
        for (int i = 0; i < runs; i++) {
            double[] a = Normal.standard().sample(12, rng);
            double[] b = Normal.standard().sample(15, rng);
            // Permutation p-values are multiples of 1/500; a random offset makes them continuous for the test.
            permutation[i] =
                    new PermutationTest(499).differenceOfMeans(a, b, rng).pValue() - rng.nextDouble() / 500;
            welch[i] = TTest.welch(a, b).pValue();
            kolmogorovSmirnov[i] =
                    KolmogorovSmirnovTest.oneSample(a, Normal.standard()).pValue();
        }
        for (double[] p : new double[][] {permutation, welch, kolmogorovSmirnov}) {
            assertThat(KolmogorovSmirnovTest.oneSample(p, new Uniform(-0.01, 1.01))
                            .pValue())
                    .isGreaterThan(1e-3);
        }
    }

    @Test
    void aPermutationTestAgreesWithATTest() {
        var rng = Rng.of(6);
        double[] a = new Normal(0, 1).sample(20, rng);
        double[] b = new Normal(0.7, 1).sample(20, rng);
        double p = new PermutationTest(20_000).differenceOfMeans(a, b, rng).pValue();
        assertThat(p).isCloseTo(TTest.pooled(a, b).pValue(), within(0.01));
        double[] far = new Normal(50, 1).sample(20, rng);
        assertThat(new PermutationTest(999).differenceOfMeans(a, far, rng).pValue())
                .as("never 0")
                .isEqualTo(1.0 / 1000);
        assertThat(new PermutationTest(99).differenceOfMeans(a, a, rng).pValue())
                .isEqualTo(1);
    }

    @Test
    void aPairedTestHasMorePowerThanOneOfIndependentSamples() {
        var rng = Rng.of(15);
        double[] a = new Normal(0, 10).sample(30, rng);
        double[] b = Arrays.stream(a).map(x -> x + 0.5 + 0.5 * rng.gaussian()).toArray();
        var test = new PermutationTest(2000);
        assertThat(test.paired(a, b, rng).pValue()).isLessThan(0.01);
        assertThat(test.differenceOfMeans(a, b, rng).pValue()).isGreaterThan(0.5);
        assertThat(test.paired(a, b, rng).statistic()).isNegative();
        assertThat(TTest.paired(a, b).pValue()).isLessThan(0.01);
    }

    @Test
    void anyStatisticCanBePermuted() {
        var rng = Rng.of(16);
        double[] narrow = new Normal(0, 1).sample(40, rng);
        double[] wide = new Normal(0, 3).sample(40, rng);
        var result = new PermutationTest(999)
                .test(
                        narrow,
                        wide,
                        (x, y) -> Math.log(RunningMoments.of(x).variance()
                                / RunningMoments.of(y).variance()),
                        rng);
        assertThat(result.pValue()).isLessThan(0.01);
    }

    @Test
    void adjustedPValuesAreAsDefined() {
        double[] p = {0.01, 0.04, 0.03, 0.005, 0.5, 0.2, 0.03};
        assertThat(MultipleTesting.bonferroni(p))
                .containsExactly(new double[] {0.07, 0.28, 0.21, 0.035, 1, 1, 0.21}, within(1e-15));
        assertThat(MultipleTesting.holm(p))
                .containsExactly(new double[] {0.06, 0.15, 0.15, 0.035, 0.5, 0.4, 0.15}, within(1e-15));
        var row = Fixture.rows("tests.csv", "benjaminiHochberg").getFirst();
        assertThat(MultipleTesting.benjaminiHochberg(Fixture.numbers(row[1])))
                .containsExactly(Fixture.numbers(row[2]), within(1e-15));
        assertThat(MultipleTesting.holm()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultipleTesting.holm(0.1, -0.1))
                .withMessage("p-value 1 must be between 0 and 1, got -0.1");
    }

    @Test
    void adjustmentsNeverDecreaseAPValueAndNeverExceedBonferroni() {
        var rng = Rng.of(20);
        for (int i = 0; i < 200; i++) {
            double[] p = new Beta(0.5, 2).sample(10, rng);
            double[] holm = MultipleTesting.holm(p);
            double[] discovery = MultipleTesting.benjaminiHochberg(p);
            double[] bonferroni = MultipleTesting.bonferroni(p);
            for (int j = 0; j < p.length; j++) {
                assertThat(discovery[j]).isBetween(p[j], holm[j] + 1e-15);
                assertThat(holm[j]).isBetween(p[j], bonferroni[j]);
            }
        }
    }

    @Test
    void invalidSamplesAreRejected() {
        double[] equal = {1, 1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TTest.oneSample(equal, 0))
                .withMessage("a t test needs values that are not all equal, got 2 times 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TTest.welch(new double[] {1}, equal))
                .withMessageContaining("at least 2 values, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquaredTest.goodnessOfFit(new double[] {5, 5}, new double[] {5, 6}, 0))
                .withMessageContaining("the same sum, got 10.0 observed and 11.0 expected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquaredTest.goodnessOfFit(new double[] {5, 5}, new double[] {10, 0}, 0))
                .withMessageContaining("in class 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquaredTest.goodnessOfFit(new double[] {5, 5}, new double[] {5, 5}, 1))
                .withMessageContaining("0 to 0 fitted parameters, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquaredTest.independence(Matrix.of(new double[] {1, 0}, new double[] {2, 0})))
                .withMessageContaining("but column 1 has none");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ChiSquaredTest.independence(Matrix.of(new double[] {1e-200, 0}, new double[] {0, 1e300})))
                .withMessage("the expected count in row 0 and column 0 must be finite and greater than 0, got 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> ChiSquaredTest.independence(Matrix.zeros(1, 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> new PermutationTest(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PermutationTest(1).paired(equal, new double[3], Rng.of(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KolmogorovSmirnovTest.oneSample(new double[0], Normal.standard()));
    }
}
