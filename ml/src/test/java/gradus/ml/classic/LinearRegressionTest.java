package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinearRegressionTest {

    private static final Matrix X = Fixture.cloud(Rng.of(1), 80, 4);
    private static final Vector W = Vector.of(2, -1, 0, 0.5);
    private static final Vector Y = Fixture.targets(Rng.of(2), X, W, 3, 0.1);

    @Test
    void residualsAreOrthogonalToTheColumnsAndSumToZero() {
        var model = new LinearRegression().fit(X, Y);
        assertThat(X.transposeTimes(model.residuals()).norm()).isLessThan(1e-12);
        assertThat(Centred.mean(model.residuals())).isCloseTo(0, within(1e-13));
        assertThat(model.predict(X).plus(model.residuals()).minus(Y).norm()).isLessThan(1e-12);
    }

    @Test
    void trueCoefficientsAreWithinFourStandardErrors() {
        var model = new LinearRegression().fit(X, Y);
        for (int j = 0; j < 4; j++) {
            double off = Math.abs(model.coefficients().get(j) - W.get(j));
            assertThat(off).isLessThan(4 * model.standardErrors().get(j));
        }
        assertThat(Math.abs(model.intercept() - 3)).isLessThan(4 * model.interceptStandardError());
        assertThat(model.warning()).isEmpty();
    }

    @Test
    void standardErrorsMatchTheStandardDeviationOverManySamples() {
        int samples = 400;
        double[] estimates = new double[samples];
        double squares = 0;
        Rng rng = Rng.of(3);
        for (int i = 0; i < samples; i++) {
            var model = new LinearRegression().fit(X, Fixture.targets(rng, X, W, 3, 0.5));
            estimates[i] = model.coefficients().get(1);
            squares += Math.pow(model.standardErrors().get(1), 2);
        }
        double standardDeviation = Centred.of(Vector.of(estimates)).norm() / Math.sqrt(samples - 1);
        assertThat(Math.sqrt(squares / samples) / standardDeviation).isCloseTo(1, within(0.15));
    }

    @Test
    void predictionsDoNotDependOnUnits() {
        Matrix inMillimetres = Matrix.from(80, 4, (i, j) -> j == 2 ? 1000 * X.get(i, j) + 273.15 : X.get(i, j));
        Vector predictions = new LinearRegression().fit(X, Y).predict(X);
        Vector others = new LinearRegression().fit(inMillimetres, Y).predict(inMillimetres);
        assertThat(others.minus(predictions).norm()).isLessThan(1e-10);
    }

    @Test
    void linearlyDependentColumnsAreReportedAndPredictionsUnaffected() {
        Matrix more = Matrix.from(80, 6, (i, j) -> switch (j) {
            case 1 -> 7;
            case 4 -> 2 * X.get(i, 0) - X.get(i, 1) + 1;
            default -> X.get(i, j < 1 ? j : j < 4 ? j - 1 : 3);
        });
        var model = new LinearRegression().fit(more, Y);
        assertThat(model.dependentColumns()).containsExactly(1, 4);
        assertThat(model.warning().orElseThrow()).contains("[1, 4]");
        assertThat(model.coefficients().get(4)).isZero();
        assertThat(model.standardErrors().get(4)).isNaN();
        assertThat(model.predict(more)
                        .minus(new LinearRegression().fit(X, Y).predict(X))
                        .norm())
                .isLessThan(1e-11);
    }

    @Test
    void moreColumnsThanRowsAreFittedExactlyWithoutStandardErrors() {
        Matrix wide = Fixture.cloud(Rng.of(5), 5, 9);
        var model = new LinearRegression().fit(wide, Vector.of(1, 2, 3, 4, 5));
        assertThat(model.residuals().norm()).isLessThan(1e-12);
        assertThat(model.dependentColumns()).containsExactly(4, 5, 6, 7, 8);
        assertThat(model.interceptStandardError()).isNaN();
    }

    @Test
    void nearlyConstantColumnFarFromZeroIsAccurate() {
        Matrix years = Matrix.from(50, 1, (i, _) -> 2000 + i / 10.0);
        double[] y = new double[50];
        Arrays.setAll(y, i -> 3 * years.get(i, 0) - 5990);
        var model = new LinearRegression().fit(years, Vector.of(y));
        assertThat(model.coefficients().get(0)).isCloseTo(3, within(1e-9));
        assertThat(model.dependentColumns()).isEmpty();
    }
}
