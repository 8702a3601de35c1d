package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Cholesky;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Svd;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RidgeTest {

    private static final Matrix X = Fixture.cloud(Rng.of(1), 40, 5);
    private static final Vector Y = Fixture.targets(Rng.of(2), X, Vector.of(1, 2, 0, -1, 3), 10, 1);

    @Test
    void withoutPenaltyItIsLeastSquares() {
        var leastSquares = new LinearRegression().fit(X, Y);
        for (double penalty : new double[] {0, 1e-12}) {
            var ridge = new Ridge(penalty).fit(X, Y);
            assertThat(ridge.coefficients().minus(leastSquares.coefficients()).norm())
                    .isLessThan(1e-10);
            assertThat(ridge.intercept()).isCloseTo(leastSquares.intercept(), within(1e-10));
        }
    }

    @Test
    void hugePenaltyPredictsTheMean() {
        var ridge = new Ridge(1e12).fit(X, Y);
        assertThat(ridge.coefficients().norm()).isLessThan(1e-9);
        assertThat(ridge.intercept()).isCloseTo(Centred.mean(Y), within(1e-9));
    }

    @Test
    void interceptIsNotPenalised() {
        double[] higher = Arrays.stream(Y.toArray()).map(y -> y + 1e6).toArray();
        var model = new Ridge(3).fit(X, Y);
        var shifted = new Ridge(3).fit(X, Vector.of(higher));
        assertThat(shifted.intercept() - model.intercept()).isCloseTo(1e6, within(1e-6));
        assertThat(shifted.coefficients().minus(model.coefficients()).norm()).isLessThan(1e-8);
    }

    @Test
    void coefficientsShrinkAsThePenaltyGrows() {
        double[] penalties = {1e-6, 1e-3, 0.1, 1, 10, 100, 1e4};
        double[] norms = Ridge.path(X, Y, penalties).stream()
                .mapToDouble(model -> model.coefficients().norm())
                .toArray();
        for (int i = 1; i < norms.length; i++) {
            assertThat(norms[i]).isLessThan(norms[i - 1]);
        }
    }

    @Test
    void pathAgreesWithSinglePenalties() {
        double[] penalties = {0.01, 5, 0.3};
        List<Ridge.Model> path = Ridge.path(X, Y, penalties);
        for (int i = 0; i < penalties.length; i++) {
            var single = new Ridge(penalties[i]).fit(X, Y);
            assertThat(path.get(i).penalty()).isEqualTo(penalties[i]);
            assertThat(path.get(i).coefficients().minus(single.coefficients()).norm())
                    .isLessThan(1e-12);
            assertThat(path.get(i).intercept()).isCloseTo(single.intercept(), within(1e-12));
        }
    }

    @Test
    void gradientOfTheObjectiveIsZero() {
        var model = new Ridge(2.5).fit(X, Y);
        Vector residuals = Y.minus(model.predict(X));
        assertThat(X.transposeTimes(residuals)
                        .minus(model.coefficients().times(2.5))
                        .norm())
                .isLessThan(1e-11);
    }

    @Test
    void itIsTheMaximumAPosterioriEstimateUnderANormalPrior() {
        // Noise of variance 1, prior variance 1/penalty: no other weights have a higher posterior density.
        double penalty = 4;
        var model = new Ridge(penalty).fit(X, Y);
        double best = logPosterior(model.coefficients(), model.intercept(), penalty);
        Rng rng = Rng.of(6);
        for (int i = 0; i < 100; i++) {
            double[] other = model.coefficients().toArray();
            Arrays.setAll(other, j -> other[j] + 0.01 * rng.gaussian());
            double posterior = logPosterior(Vector.of(other), model.intercept() + 0.01 * rng.gaussian(), penalty);
            assertThat(posterior).isLessThan(best);
        }
    }

    @Test
    void equalColumnsShareTheWeight() {
        Matrix twice = X.selectColumns(0, 0, 1);
        var model = new Ridge(0.1).fit(twice, Y);
        assertThat(model.coefficients().get(0)).isCloseTo(model.coefficients().get(1), within(1e-10));
    }

    @Test
    void moreColumnsThanRowsAreFittedAsByTheDualFormula() {
        Matrix wide = Fixture.cloud(Rng.of(7), 12, 60);
        Vector y = Fixture.cloud(Rng.of(8), 12, 1).column(0);
        Matrix centred = Centred.of(wide).x();
        for (double penalty : new double[] {1e-3, 1, 100}) {
            Matrix gram =
                    centred.times(centred.transpose()).plus(Matrix.identity(12).times(penalty));
            Vector expected = centred.transposeTimes(Cholesky.of(gram).solve(Centred.of(y)));
            var model = new Ridge(penalty).fit(wide, y);
            assertThat(model.coefficients().minus(expected).norm()).isLessThan(1e-12);
            assertThat(model.intercept())
                    .isCloseTo(Centred.mean(y) - Centred.means(wide).dot(expected), within(1e-12));
        }
    }

    @Test
    void aTinyPenaltyGivesTheLeastSquaresSolutionOfMinimumNorm() {
        Matrix twice = X.selectColumns(0, 1, 0, 0);
        Matrix wide = Fixture.cloud(Rng.of(7), 12, 60);
        Vector y = Fixture.cloud(Rng.of(8), 12, 1).column(0);
        for (double penalty : new double[] {1e-300, 1e-30, 1e-17, 1e-16, 1e-15, 1e-13}) {
            var model = new Ridge(penalty).fit(twice, Y);
            assertThat(model.coefficients()
                            .minus(pseudoInverseSolution(twice, Y))
                            .norm())
                    .isLessThan(1e-11);
            assertThat(new Ridge(penalty)
                            .fit(wide, y)
                            .coefficients()
                            .minus(pseudoInverseSolution(wide, y))
                            .norm())
                    .isLessThan(1e-11);
        }
    }

    private static Vector pseudoInverseSolution(Matrix x, Vector y) {
        return Svd.of(Centred.of(x).x()).pseudoInverse().times(Centred.of(y));
    }

    @Test
    void powersOfTheYearAreFittedWithAnyPenalty() {
        Matrix years = Matrix.from(71, 8, (i, j) -> Math.pow(1950 + i, j + 1));
        Vector y = Vector.from(71, i -> Math.pow((i - 35) / 35.0, 3));
        double before = 0;
        for (double penalty : new double[] {1e-300, 1e-20, 1e-6, 1, 1e6, 1e12}) {
            double error =
                    new Ridge(penalty).fit(years, y).predict(years).minus(y).norm();
            assertThat(error).isGreaterThan(before - 1e-6);
            before = error;
        }
        assertThat(new Ridge(1).fit(years, y).predict(years).minus(y).norm()).isLessThan(1e-3);
    }

    @Test
    void wideFeaturesOfVeryDifferentSizesAreFitted() {
        Matrix wide = Fixture.cloud(Rng.of(7), 10, 25);
        Matrix uneven = Matrix.from(10, 25, (i, j) -> (j == 3 ? 1e19 : 1) * wide.get(i, j));
        Vector y = Fixture.cloud(Rng.of(8), 10, 1).column(0);
        assertThat(new Ridge(1e-12).fit(uneven, y).predict(uneven).minus(y).norm())
                .isLessThan(1e-9);
    }

    @Test
    void aPenaltyThatDwarfsTheFeaturesLeavesCoefficientsInProportionToTheGradient() {
        Vector gradient = Centred.of(X).x().transposeTimes(Y);
        for (double unit : new double[] {1e-250, 1e-160}) {
            Vector coefficients = new Ridge(1).fit(X.times(unit), Y).coefficients();
            assertThat(coefficients.times(1 / unit).minus(gradient).norm()).isLessThan(1e-12 * gradient.norm());
        }
    }

    @Test
    void invalidPenaltiesThrow() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ridge(-1)).withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ridge.path(X, Y, 1, 0))
                .withMessageContaining("LinearRegression");
    }

    private static double logPosterior(Vector w, double b, double penalty) {
        double sum = 0;
        for (int i = 0; i < X.rows(); i++) {
            sum -= Math.pow(Y.get(i) - X.row(i).dot(w) - b, 2) / 2;
        }
        return sum - penalty * w.dot(w) / 2;
    }
}
