package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.NotPositiveDefiniteException;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class MultivariateNormalTest {

    private static final Vector MEAN = Vector.of(1, -2, 0.5);
    private static final Matrix COVARIANCE =
            Matrix.of(new double[] {2, 0.6, -0.3}, new double[] {0.6, 1, 0.2}, new double[] {-0.3, 0.2, 0.5});
    private static final MultivariateNormal NORMAL = MultivariateNormal.of(MEAN, COVARIANCE);

    @Test
    void logDensitiesAgreeWithSciPy() {
        for (var row : Fixture.rows("tests.csv", "multivariate")) {
            double theirs = Fixture.number(row[2]);
            assertThat(NORMAL.logDensity(Vector.of(Fixture.numbers(row[1]))))
                    .isCloseTo(theirs, within(1e-12 * Math.abs(theirs)));
        }
    }

    @Test
    void uncorrelatedVariablesHaveTheProductOfNormalDensities() {
        var uncorrelated = MultivariateNormal.of(Vector.of(1, 5), Matrix.diagonal(4, 0.25));
        double product = new Normal(1, 2).logDensity(0.3) + new Normal(5, 0.5).logDensity(6);
        assertThat(uncorrelated.logDensity(Vector.of(0.3, 6))).isCloseTo(product, within(1e-13));
        assertThat(uncorrelated.mahalanobis(Vector.of(3, 5))).isCloseTo(1, within(1e-15));
    }

    @Test
    void theCovarianceOfManyDrawsIsWithinFivePercent() {
        Matrix draws = NORMAL.sample(100_000, Rng.of(1936));
        Matrix covariance = Covariance.matrix(draws);
        double[] means = Covariance.columnMeans(draws);
        for (int r = 0; r < 3; r++) {
            double error = 5 * Math.sqrt(COVARIANCE.get(r, r) / 100_000);
            assertThat(means[r]).isCloseTo(MEAN.get(r), within(error));
            for (int c = 0; c < 3; c++) {
                double scale = Math.sqrt(COVARIANCE.get(r, r) * COVARIANCE.get(c, c));
                assertThat(covariance.get(r, c)).isCloseTo(COVARIANCE.get(r, c), within(0.05 * scale));
            }
        }
    }

    @Test
    void squaredMahalanobisDistancesAreChiSquared() {
        Matrix draws = NORMAL.sample(5000, Rng.of(9));
        double[] squares = new double[5000];
        for (int i = 0; i < squares.length; i++) {
            double distance = NORMAL.mahalanobis(draws.row(i));
            squares[i] = distance * distance;
        }
        assertThat(KolmogorovSmirnovTest.oneSample(squares, new ChiSquared(3)).pValue())
                .isGreaterThan(1e-3);
    }

    @Test
    void theMarginalTakesVariablesInTheGivenOrder() {
        var marginal = NORMAL.marginal(2, 0);
        assertThat(marginal.mean()).isEqualTo(Vector.of(0.5, 1));
        assertThat(marginal.covariance()).isEqualTo(Matrix.of(new double[] {0.5, -0.3}, new double[] {-0.3, 2}));
        assertThat(NORMAL.marginal(0, 1, 2)).isEqualTo(NORMAL).hasSameHashCodeAs(NORMAL);
    }

    @Test
    void theConditionalIsTheJointOverTheMarginal() {
        int[] known = {2, 0};
        Vector given = Vector.of(0.9, 3);
        var conditional = NORMAL.conditional(known, given);
        assertThat(conditional.dimension()).isEqualTo(1);
        for (double x : new double[] {-4, -2, 0, 1.5}) {
            double joint = NORMAL.logDensity(Vector.of(3, x, 0.9));
            double marginal = NORMAL.marginal(known).logDensity(given);
            assertThat(conditional.logDensity(Vector.of(x))).isCloseTo(joint - marginal, within(1e-12));
        }
    }

    @Test
    void theConditionalAgreesWithRejectionSampling() {
        Matrix draws = NORMAL.sample(200_000, Rng.of(77));
        var kept = new ArrayList<double[]>();
        for (double[] draw : draws.toArray()) {
            if (Math.abs(draw[1] + 1) < 0.05) {
                kept.add(new double[] {draw[0], draw[2]});
            }
        }
        var conditional = NORMAL.conditional(new int[] {1}, Vector.of(-1));
        Matrix fitting = Matrix.of(kept.toArray(double[][]::new));
        Matrix covariance = Covariance.matrix(fitting);
        for (int r = 0; r < 2; r++) {
            double error = 5 * Math.sqrt(conditional.covariance().get(r, r) / kept.size());
            assertThat(Covariance.columnMeans(fitting)[r])
                    .isCloseTo(conditional.mean().get(r), within(error));
            for (int c = 0; c < 2; c++) {
                assertThat(covariance.get(r, c))
                        .isCloseTo(conditional.covariance().get(r, c), within(0.05));
            }
        }
    }

    @Test
    void conditioningOnNothingLeavesAllAndOnAllLeavesNothing() {
        assertThat(NORMAL.conditional(new int[0], Vector.of())).isEqualTo(NORMAL);
        assertThat(NORMAL.conditional(new int[] {0, 1, 2}, MEAN).dimension()).isZero();
    }

    @Test
    void theFitIsTheMeanAndTheCovarianceWithDenominatorN() {
        Matrix x = NORMAL.sample(50, Rng.of(2));
        var fit = MultivariateNormal.fit(x);
        assertThat(fit.mean()).isEqualTo(Vector.of(Covariance.columnMeans(x)));
        assertThat(fit.covariance().get(0, 1)).isCloseTo(Covariance.matrix(x).get(0, 1) * 49 / 50, within(1e-14));
    }

    @Test
    void invalidArgumentsAreRejected() {
        assertThatExceptionOfType(NotPositiveDefiniteException.class)
                .isThrownBy(() ->
                        MultivariateNormal.of(Vector.of(0, 0), Matrix.of(new double[] {1, 2}, new double[] {2, 1})));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultivariateNormal.of(Vector.of(0, 0), Matrix.identity(3)))
                .withMessageContaining("a covariance of shape (2, 2), got (3, 3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultivariateNormal.of(Vector.of(Double.NaN), Matrix.identity(1)))
                .withMessageContaining("got NaN at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NORMAL.marginal(1, 3))
                .withMessage("indices must be between 0 and 2, got 3 at position 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NORMAL.marginal(1, 1))
                .withMessageContaining("indices must be different, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NORMAL.conditional(new int[] {1}, Vector.of(1, 2)))
                .withMessageContaining("got 1 indices and 2 values");
        assertThatIllegalArgumentException().isThrownBy(() -> NORMAL.logDensity(Vector.of(1, 2)));
    }
}
