package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.SymmetricEigen;
import gradus.ml.numbers.Rng;
import gradus.ml.numbers.SampleStatistics;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SummariesTest {

    private static final MathContext DIGITS = MathContext.DECIMAL128;

    @Test
    void momentsAreAccurateFarFromZero() {
        var rng = Rng.of(1962);
        double[] x = new double[1000];
        Arrays.setAll(x, i -> 1e9 + rng.gaussian());
        BigDecimal n = BigDecimal.valueOf(x.length);
        BigDecimal mean = Arrays.stream(x)
                .mapToObj(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(n, DIGITS);
        BigDecimal squares = Arrays.stream(x)
                .mapToObj(value -> new BigDecimal(value).subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        double variance = squares.divide(n.subtract(BigDecimal.ONE), DIGITS).doubleValue();
        assertThat(RunningMoments.of(x).mean()).isCloseTo(mean.doubleValue(), within(1e-6));
        assertThat(RunningMoments.of(x).variance()).isCloseTo(variance, within(1e-7 * variance));
    }

    @Test
    void mergedMomentsEqualTheMomentsOfAllValuesForEverySplit() {
        double[] x = new Normal(100, 3).sample(50, Rng.of(3));
        var all = RunningMoments.of(x);
        for (int cut = 0; cut <= x.length; cut++) {
            var first = RunningMoments.of(Arrays.copyOfRange(x, 0, cut));
            var second = RunningMoments.of(Arrays.copyOfRange(x, cut, x.length));
            var both = first.merge(second);
            assertThat(both.count()).isEqualTo(50);
            assertThat(both.mean()).isCloseTo(all.mean(), within(1e-12));
            assertThat(both.variance()).isCloseTo(all.variance(), within(1e-12));
        }
    }

    @Test
    void momentsOfAFewNumbersAreAsDocumented() {
        assertThat(RunningMoments.empty().mean()).isNaN();
        assertThat(RunningMoments.empty().variance()).isNaN();
        assertThat(RunningMoments.empty().populationVariance()).isNaN();
        assertThat(RunningMoments.of(5)).isEqualTo(new RunningMoments(1, 5, 0));
        assertThat(RunningMoments.of(5).variance()).isNaN();
        assertThat(RunningMoments.of(5).populationVariance()).isEqualTo(0);
        assertThat(RunningMoments.of(1, 2, 3).variance()).isCloseTo(1, within(1e-15));
        assertThat(RunningMoments.of(1, 2, 3).populationVariance()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(RunningMoments.of(1, 2, 3).standardError()).isCloseTo(1 / Math.sqrt(3), within(1e-15));
        assertThatIllegalArgumentException().isThrownBy(() -> new RunningMoments(2, 0, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunningMoments(0, 0, 0))
                .withMessageContaining("start from empty()");
    }

    @Test
    void scalingScalesTheMeanAndItsSquareTheVariance() {
        double[] x = new Gamma(2, 1).sample(200, Rng.of(4));
        var plain = RunningMoments.of(x);
        var scaled = RunningMoments.of(Arrays.stream(x).map(v -> 7 - 3 * v).toArray());
        assertThat(scaled.mean()).isCloseTo(7 - 3 * plain.mean(), within(1e-12));
        assertThat(scaled.variance()).isCloseTo(9 * plain.variance(), within(1e-11));
        var rescaled = plain.rescale(-3, 7);
        assertThat(rescaled.count()).isEqualTo(200);
        assertThat(rescaled.mean()).isCloseTo(scaled.mean(), within(1e-12));
        assertThat(rescaled.variance()).isCloseTo(scaled.variance(), within(1e-11));
    }

    @Test
    void momentsAreRescaledAlsoWhereSquaresOverflowOrUnderflow() {
        var moments = RunningMoments.of(1, 2, 3);
        for (double factor : new double[] {1e300, 1e-300, -3e200, 7e-160}) {
            var rescaled = moments.rescale(factor, 0);
            assertThat(rescaled.mean()).isCloseTo(2 * factor, within(1e-12 * Math.abs(factor)));
            assertThat(rescaled.standardDeviation()).isCloseTo(Math.abs(factor), within(1e-12 * Math.abs(factor)));
            assertThat(rescaled.rescale(1 / factor, 1).variance()).isCloseTo(1, within(1e-12));
        }
        assertThat(moments.rescale(0, 5)).isEqualTo(new RunningMoments(3, 5, 0));
        assertThat(moments.rescale(1e-200, 0).rescale(1e-200, 0).variance()).isEqualTo(0);
        assertThat(moments.rescale(1e300, 0).rescale(0, 5).variance()).isEqualTo(0);
        assertThat(RunningMoments.of(1e300, -1e300).rescale(1e-300, 0).variance())
                .isCloseTo(2, within(1e-12));
        assertThat(RunningMoments.empty().rescale(2, 3)).isEqualTo(RunningMoments.empty());
        assertThatIllegalArgumentException().isThrownBy(() -> moments.rescale(Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> moments.rescale(1, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> moments.rescale(1e308, 0));
    }

    @Test
    void quantilesAndRanksAgreeWithSciPy() {
        var quantiles = Fixture.rows("tests.csv", "quantiles").getFirst();
        double[] x = Fixture.numbers(quantiles[1]);
        double[] before = x.clone();
        assertThat(SampleStatistics.quantiles(x, Fixture.numbers(quantiles[2])))
                .containsExactly(Fixture.numbers(quantiles[3]), within(1e-14));
        assertThat(x).as("the sample is not changed").isEqualTo(before);
        var ranks = Fixture.rows("tests.csv", "ranks").getFirst();
        assertThat(Ranks.of(Fixture.numbers(ranks[1]))).isEqualTo(Fixture.numbers(ranks[2]));
    }

    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(SampleStatistics.median(new double[] {9, 1, 5})).isEqualTo(5);
        assertThat(SampleStatistics.median(new double[] {4, 1, 2, 100})).isEqualTo(3);
        assertThat(SampleStatistics.median(new double[] {7})).isEqualTo(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleStatistics.median(new double[0]))
                .withMessage("a quantile needs at least 1 value, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleStatistics.quantiles(new double[] {1, Double.NaN}, 0.5))
                .withMessageContaining("got NaN at index 1");
        assertThatIllegalArgumentException().isThrownBy(() -> SampleStatistics.quantiles(new double[] {1}, 1.1));
    }

    @Test
    void correlationsAgreeWithSciPy() {
        var row = Fixture.rows("tests.csv", "correlation").getFirst();
        double[] x = Fixture.numbers(row[1]);
        double[] y = Fixture.numbers(row[2]);
        assertThat(Correlation.pearson(x, y)).isCloseTo(Fixture.number(row[3]), within(1e-13));
        assertThat(Correlation.spearman(x, y)).isCloseTo(Fixture.number(row[4]), within(1e-13));
        assertThat(Covariance.of(x, y)).isCloseTo(Fixture.number(row[5]), within(1e-13));
    }

    @Test
    void aCorrelationDoesNotDependOnUnits() {
        var rng = Rng.of(5);
        double[] x = Normal.standard().sample(30, rng);
        double[] y = Arrays.stream(x).map(v -> v + rng.gaussian()).toArray();
        double[] inOtherUnits = Arrays.stream(x).map(v -> 1e6 + 32 + 1.8 * v).toArray();
        double[] negated = Arrays.stream(x).map(v -> -v).toArray();
        double[] monotone = Arrays.stream(x).map(Math::exp).toArray();
        double r = Correlation.pearson(x, y);
        assertThat(r).isBetween(-1.0, 1.0);
        assertThat(Correlation.pearson(inOtherUnits, y)).isCloseTo(r, within(1e-9));
        assertThat(Correlation.pearson(negated, y)).isCloseTo(-r, within(1e-14));
        assertThat(Correlation.pearson(x, x)).isCloseTo(1, within(1e-15));
        assertThat(Correlation.spearman(monotone, y)).isEqualTo(Correlation.spearman(x, y));
    }

    @Test
    void aCovarianceMatrixIsSymmetricAndHasNoNegativeEigenvalue() {
        var rng = Rng.of(6);
        // The last column is the sum of the others, so one eigenvalue is 0.
        Matrix free = Matrix.from(40, 3, (r, c) -> rng.gaussian());
        Matrix x = free.hstack(Matrix.from(40, 1, (r, c) -> free.get(r, 0) + free.get(r, 1) + free.get(r, 2)));
        Matrix covariance = Covariance.matrix(x);
        assertThat(covariance).isEqualTo(covariance.transpose());
        for (int r = 0; r < 4; r++) {
            for (int c = 0; c < 4; c++) {
                double single = Covariance.of(x.column(r).toArray(), x.column(c).toArray());
                assertThat(covariance.get(r, c)).isCloseTo(single, within(1e-13));
            }
        }
        for (double value : SymmetricEigen.of(covariance).eigenvalues().toArray()) {
            assertThat(value).isGreaterThan(-1e-13);
        }
        Matrix correlation = Correlation.matrix(x);
        assertThat(correlation).isEqualTo(correlation.transpose());
        assertThat(correlation.get(2, 2)).isEqualTo(1);
        assertThat(correlation.get(0, 3))
                .isCloseTo(
                        covariance.get(0, 3) / Math.sqrt(covariance.get(0, 0) * covariance.get(3, 3)), within(1e-14));
    }

    @Test
    void invalidSamplesAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.pearson(new double[] {1, 2}, new double[] {3, 3}))
                .withMessage(
                        "a correlation needs values that are not all equal, got 2 times 3.0; remove this variable");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Covariance.of(new double[] {1, 2, 3}, new double[] {3, 3}))
                .withMessageContaining("of the same length, got 3 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Covariance.matrix(Matrix.of(new double[] {1, 2}, new double[] {3, Double.NaN})))
                .withMessageContaining("got NaN in row 1 and column 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Covariance.matrix(Matrix.zeros(1, 3)))
                .withMessageContaining("at least 2 rows are needed, got a matrix of shape (1, 3)");
    }
}
