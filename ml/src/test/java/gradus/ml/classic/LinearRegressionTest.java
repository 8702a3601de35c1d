package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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

    @Test
    void slopesOfColumnsFarFromZeroHaveAllDigits() {
        Matrix far = Matrix.from(4, 1, (i, _) -> 1e11 + i);
        var line = new LinearRegression().fit(far, Vector.of(0, 2, 4, 6));
        assertThat(line.coefficients().get(0)).isCloseTo(2, within(1e-14));
        assertThat(line.predict(far)).isEqualTo(Vector.of(0, 2, 4, 6));

        Matrix clock = Matrix.from(50, 1, (i, _) -> 1.7e12 + 10 * i);
        Vector steps = Vector.from(50, i -> 2 * i);
        var trend = new LinearRegression().fit(clock, steps);
        assertThat(trend.coefficients().get(0)).isCloseTo(0.2, within(1e-14));
        assertThat(trend.residuals().norm()).isLessThan(1e-12);
        // A prediction is the difference of two numbers near 3.4e11.
        assertThat(trend.predict(clock).minus(steps).norm()).isLessThan(1e-3);
        assertThat(trend.dependentColumns()).isEmpty();
    }

    @Test
    void powersOfTheYearAreIndependentAsLongAsTheirRoundedDigitsShowIt() {
        for (int degree = 1; degree <= 12; degree++) {
            int powers = degree;
            Matrix years = Matrix.from(71, degree, (i, j) -> Math.pow(1950 + i, j + 1));
            Vector y = Vector.from(71, i -> Math.pow((i - 35) / 35.0, Math.min(powers, 6)));
            var model = new LinearRegression().fit(years, y);
            // What is left of the 7th power is about as large as the rounding errors of its 24 digits.
            assertThat(model.dependentColumns()).hasSize(Math.max(0, degree - 6));
            assertThat(model.residuals().norm()).isLessThan(1e-3);
            assertThat(model.predict(years).minus(y).norm()).isLessThan(1e-2);
        }
    }

    @Test
    void columnsThatDifferByRoundingOnlyAreDependent() {
        Matrix temperatures = Matrix.from(20, 3, (i, j) -> {
            double celsius = 20 + 5 * Math.sin(7.3 * i);
            return j == 0 ? celsius + 273.15 : j == 1 ? celsius : 1.8 * celsius + 32;
        });
        var model = new LinearRegression().fit(temperatures, temperatures.column(1));
        assertThat(model.dependentColumns()).containsExactly(1, 2);
        Matrix same = Matrix.of(4, 1, new double[] {0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2});
        assertThat(new LinearRegression().fit(same, Vector.of(1, 2, 3, 4)).dependentColumns())
                .containsExactly(0);
    }

    @Test
    void dependentColumnsAreFoundWhateverTheirUnitsAndDistances() {
        Rng rng = Rng.of(7);
        for (int sample = 0; sample < 300; sample++) {
            int columns = 1 + rng.nextInt(8);
            double[] scales = new double[columns];
            double[] distances = new double[columns];
            double[] weights = new double[columns];
            for (int j = 0; j < columns; j++) {
                scales[j] = Math.pow(10, rng.nextDouble(-5, 5));
                distances[j] = rng.nextBoolean() ? 0 : Math.pow(10, rng.nextDouble(-3, 8));
                weights[j] = rng.gaussian();
            }
            Matrix cloud = Fixture.cloud(rng, 12, columns);
            Matrix x = Matrix.from(12, columns, (i, j) -> distances[j] + scales[j] * cloud.get(i, j));
            Matrix more = x.hstack(Matrix.of(12, 1, x.times(Vector.of(weights)).toArray()));
            assertThat(new LinearRegression().fit(more, x.column(0)).dependentColumns())
                    .containsExactly(columns);
        }
    }

    @Test
    void resultsScaleWithTheUnitsToTheEndsOfTheType() {
        var model = new LinearRegression().fit(X, Y);
        for (double unit : new double[] {0x1p-1000, 0x1p1000}) {
            var inUnits = new LinearRegression().fit(X.times(unit), Y);
            assertThat(inUnits.coefficients()).isEqualTo(model.coefficients().times(1 / unit));
            assertThat(inUnits.standardErrors())
                    .isEqualTo(model.standardErrors().times(1 / unit));
            assertThat(inUnits.intercept()).isEqualTo(model.intercept());
            var targetsInUnits = new LinearRegression().fit(X, Y.times(unit));
            assertThat(targetsInUnits.coefficients())
                    .isEqualTo(model.coefficients().times(unit));
            assertThat(targetsInUnits.residuals()).isEqualTo(model.residuals().times(unit));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearRegression().fit(X.times(0x1p-1000), Y.times(0x1p1000)))
                .withMessageContaining("rescale");
    }

    @Test
    void theWarningSaysWhatIsTrueOfTheColumns() {
        Matrix twice = X.selectColumns(0, 1, 0);
        var model = new LinearRegression().fit(twice, Y);
        assertThat(model.warning().orElseThrow()).contains("[2]", "would fit the training set as well");
        assertThat(model.residuals()
                        .minus(new LinearRegression()
                                .fit(X.selectColumns(0, 1), Y)
                                .residuals())
                        .norm())
                .isLessThan(1e-13);
    }
}
