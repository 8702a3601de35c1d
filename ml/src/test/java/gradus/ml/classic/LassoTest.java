package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.List;
import org.junit.jupiter.api.Test;

class LassoTest {

    private static final Matrix X = Fixture.cloud(Rng.of(1), 60, 8);
    private static final Vector Y = Fixture.targets(Rng.of(2), X, Vector.of(3, 0, 0, -2, 0, 0, 1, 0), 5, 0.5);

    @Test
    void optimalityConditionsHold() {
        double penalty = 0.2;
        var model = new Lasso(penalty).fit(X, Y);
        Vector negativeGradient = X.transposeTimes(Y.minus(model.predict(X))).times(1.0 / 60);
        for (int j = 0; j < 8; j++) {
            if (model.coefficients().get(j) == 0) {
                assertThat(Math.abs(negativeGradient.get(j))).isLessThanOrEqualTo(penalty + 1e-8);
            } else {
                double sign = Math.signum(model.coefficients().get(j));
                assertThat(negativeGradient.get(j)).isCloseTo(sign * penalty, within(1e-8));
            }
        }
    }

    @Test
    void maxPenaltyIsTheSmallestThatSetsAllCoefficientsToZero() {
        double maxPenalty = Lasso.maxPenaltyPerRow(X, Y);
        var allZero = new Lasso(maxPenalty).fit(X, Y);
        assertThat(allZero.coefficients()).isEqualTo(Vector.of(new double[8]));
        assertThat(allZero.selectedFeatures()).isEmpty();
        assertThat(allZero.intercept()).isCloseTo(Centred.mean(Y), within(1e-12));
        assertThat(new Lasso(0.999 * maxPenalty).fit(X, Y).selectedFeatures()).containsExactly(0);
    }

    @Test
    void selectsTheInformativeFeatures() {
        assertThat(new Lasso(0.2).fit(X, Y).selectedFeatures()).containsExactly(0, 3, 6);
    }

    @Test
    void findsTenInformativeFeaturesAmongTwoHundred() {
        Rng rng = Rng.of(9);
        Matrix x = Fixture.cloud(rng, 300, 200);
        double[] trueCoefficients = new double[200];
        for (int j = 0; j < 10; j++) {
            trueCoefficients[j * 17] = j % 2 == 0 ? 1 : -1;
        }
        Vector y = Fixture.targets(rng, x, Vector.of(trueCoefficients), 0, 1);
        List<Integer> selected =
                new Lasso(0.25 * Lasso.maxPenaltyPerRow(x, y)).fit(x, y).selectedFeatures();
        long right = selected.stream().filter(j -> trueCoefficients[j] != 0).count();
        assertThat(right).isGreaterThanOrEqualTo(9);
        assertThat(selected.size() - right).isLessThanOrEqualTo(15);
    }

    @Test
    void objectiveDecreasesWithEachSweep() {
        Vector objectives = new Lasso(0.01).fit(X, Y).objectiveValues();
        for (int i = 1; i < objectives.size(); i++) {
            assertThat(objectives.get(i)).isLessThanOrEqualTo(objectives.get(i - 1) + 1e-15);
        }
    }

    @Test
    void onOrthogonalColumnsItSoftThresholdsLeastSquares() {
        // Centred orthogonal columns of norm √n.
        double[][] signs = {{1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}};
        Matrix x = Matrix.of(signs);
        Vector y = Vector.of(5, 1, -2, 0.4);
        var leastSquares = new LinearRegression().fit(x, y);
        var lasso = new Lasso(0.7).fit(x, y);
        for (int j = 0; j < 3; j++) {
            assertThat(lasso.coefficients().get(j))
                    .isCloseTo(Lasso.softThreshold(leastSquares.coefficients().get(j), 0.7), within(1e-12));
        }
    }

    @Test
    void warmStartsReachTheSameMinimum() {
        double maxPenalty = Lasso.maxPenaltyPerRow(X, Y);
        double[] penalties = {maxPenalty, maxPenalty / 3, maxPenalty / 10, maxPenalty / 100};
        List<ElasticNet.Model> path = Lasso.path(X, Y, penalties);
        for (int i = 0; i < penalties.length; i++) {
            var cold = new Lasso(penalties[i]).fit(X, Y);
            assertThat(path.get(i).coefficients().minus(cold.coefficients()).norm())
                    .isLessThan(1e-8);
        }
        assertThat(path.get(3).objectiveValues().size())
                .isLessThanOrEqualTo(
                        new Lasso(penalties[3]).fit(X, Y).objectiveValues().size());
    }

    @Test
    void aPathHasTheToleranceAndTheIterationsThatItIsGiven() {
        double[] penalties = {0.1, 0.01, 0.001};
        for (ElasticNet.Model model : Lasso.path(X, Y, penalties, 1e-9, 1)) {
            assertThat(model.objectiveValues().size()).isEqualTo(1);
        }
        int loose = sweeps(ElasticNet.path(X, Y, 0.7, penalties, 1e-2, 100));
        int tight = sweeps(ElasticNet.path(X, Y, 0.7, penalties, 1e-12, 100));
        assertThat(loose).isLessThan(tight);
        assertThat(ElasticNet.path(X, Y, 0.7, penalties))
                .isEqualTo(ElasticNet.path(X, Y, 0.7, penalties, 1e-9, 10_000));
    }

    private static int sweeps(List<ElasticNet.Model> path) {
        return path.stream().mapToInt(model -> model.objectiveValues().size()).sum();
    }

    @Test
    void theUnitOfAFeatureDoesNotDecideWhenItHasConverged() {
        // The second feature is a million times smaller, so its derivatives are too.
        Matrix small = Matrix.from(60, 2, (i, j) -> j == 0 ? X.get(i, 0) : 1e-6 * (X.get(i, 0) + X.get(i, 1)));
        var leastSquares = new LinearRegression().fit(small, Y);
        var lasso = new Lasso(1e-15).fit(small, Y);
        assertThat(lasso.converged()).isTrue();
        assertThat(lasso.coefficients().get(1) / leastSquares.coefficients().get(1))
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void theLargestPenaltyThatMattersSetsAllToZeroWhateverTheRatio() {
        Rng rng = Rng.of(4);
        for (int i = 0; i < 50; i++) {
            double ratio = 1 - rng.nextDouble();
            double penalty = ElasticNet.maxPenaltyPerRow(X, Y, ratio);
            assertThat(new ElasticNet(penalty, ratio).fit(X, Y).selectedFeatures())
                    .isEmpty();
        }
    }

    @Test
    void softThresholdingMovesTowardsZero() {
        assertThat(Lasso.softThreshold(3, 1)).isEqualTo(2);
        assertThat(Lasso.softThreshold(-3, 1)).isEqualTo(-2);
        assertThat(Lasso.softThreshold(0.5, 1)).isEqualTo(0.0);
        assertThat(Lasso.softThreshold(-0.5, 1)).isEqualTo(0.0);
        assertThat(Lasso.softThreshold(-1.5, 0)).isEqualTo(-1.5);
    }

    @Test
    void elasticNetWithoutL1PenaltyIsRidge() {
        var elasticNet = new ElasticNet(0.1, 0).fit(X, Y);
        var ridge = new Ridge(60 * 0.1).fit(X, Y);
        assertThat(elasticNet.coefficients().minus(ridge.coefficients()).norm()).isLessThan(1e-7);
        assertThatIllegalArgumentException().isThrownBy(() -> ElasticNet.maxPenaltyPerRow(X, Y, 0));
    }

    @Test
    void elasticNetSharesWeightBetweenEqualFeaturesAndLassoDoesNot() {
        Matrix twice = X.selectColumns(0, 0);
        var lasso = new Lasso(0.1).fit(twice, Y);
        var elasticNet = new ElasticNet(0.1, 0.5).fit(twice, Y);
        assertThat(lasso.coefficients().get(1)).isCloseTo(0, within(1e-12));
        assertThat(elasticNet.coefficients().get(0))
                .isCloseTo(elasticNet.coefficients().get(1), within(1e-7));
    }

    @Test
    void modelReportsWhenItHasNotConverged() {
        assertThat(new Lasso(0.001, 1e-9, 1).fit(X, Y).converged()).isFalse();
        assertThat(new Lasso(0.001).fit(X, Y).converged()).isTrue();
    }

    @Test
    void invalidHyperparametersThrow() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Lasso(0)).withMessageContaining("LinearRegression");
        assertThatIllegalArgumentException().isThrownBy(() -> new ElasticNet(1, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Lasso(1, 0, 5));
    }
}
