package gradus.checks.linear_regression;

import static gradus.checks.linear_regression.Fits.TABLES;
import static gradus.checks.linear_regression.Fits.call;
import static gradus.checks.linear_regression.Fits.coefficients;
import static gradus.checks.linear_regression.Fits.errors;
import static gradus.checks.linear_regression.Fits.fit;
import static gradus.checks.linear_regression.Fits.with;
import static gradus.proctor.assertions.Expect.calling;

import gradus.proctor.assertions.Clause;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Property;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Weights: a row may count several times, less than once, or not at all.
class LinearRegressionWeightChecks {

    private static final double[][] X = {{0}, {1}, {2}, {4}};
    private static final double[] Y = {1, 0, 4, 3};

    @Test
    @DisplayName("a weight of 4 counts like four equal rows")
    @Clause("weights")
    void fourTimes() {
        double[] weights = {4, 1, 1, 1};
        double[][] repeated = {{0}, {0}, {0}, {0}, {1}, {2}, {4}};
        Plain plain = Plain.of(repeated, new double[] {1, 1, 1, 1, 0, 4, 3});
        String why = "row 0 counts like four rows, also in the intercept";
        calling(call(X, Y, weights) + ": the coefficient and the intercept", () -> coefficients(fit(X, Y, weights)))
                .gives(with(plain.w(), plain.b()), why);
        calling(call(X, Y, weights) + ": the standard errors", () -> errors(fit(X, Y, weights)))
                .gives(with(plain.errors(), plain.errorOfB()), "7 rows count, so 7 − 2 = 5 degrees of freedom");
    }

    @Test
    @DisplayName("whole weights count like repeated rows: coefficients and standard errors")
    @Clause({"weights", "standard-errors", "intercept-error"})
    void repeatedRows() {
        Gen<Double> whole = Gen.ints(1, 3).map(Integer::doubleValue);
        Property.forAll(TABLES.flatMap(
                        table -> Gen.pairs(Gen.constant(table), Gen.array(whole, table.second().length))))
                .cases(60)
                .check(pair -> {
                    double[][] x = pair.first().first();
                    double[] y = pair.first().second();
                    double[] weights = pair.second();
                    int[] times = IntStream.range(0, y.length)
                            .flatMap(i -> IntStream.range(0, (int) weights[i]).map(_ -> i))
                            .toArray();
                    Plain plain = Plain.of(
                            Arrays.stream(times).mapToObj(i -> x[i]).toArray(double[][]::new),
                            Arrays.stream(times).mapToDouble(i -> y[i]).toArray());
                    calling(
                                    () -> call(x, y, weights) + ": the coefficients and the intercept",
                                    () -> coefficients(fit(x, y, weights)))
                            .within(1e-8, 1e-8)
                            .gives(with(plain.w(), plain.b()), "a row of weight 2 counts like two equal rows");
                    calling(() -> call(x, y, weights) + ": the standard errors", () -> errors(fit(x, y, weights)))
                            .within(1e-7, 1e-7)
                            .allowingNan()
                            .gives(with(plain.errors(), plain.errorOfB()), "as if equal rows were repeated");
                });
    }

    @Test
    @DisplayName("fractions and zeros as weights: the weighted squares are least, and each row has its residual")
    @Clause({"weights", "residuals"})
    void anyWeights() {
        double[] weights = {0.5, 2.25, 0, 1.5, 0, 3};
        double[][] x = {{1, 0}, {2, 3}, {9, 9}, {4, 1}, {-7, 2}, {0, 5}};
        double[] y = {1, 5, -40, 2, 60, 4};
        double[][] counting = {x[0], x[1], x[3], x[5]};
        double[] targets = {y[0], y[1], y[3], y[5]};
        Plain plain = Plain.of(counting, targets, new double[] {0.5, 2.25, 1.5, 3});
        double[] residuals = new double[6];
        Arrays.setAll(residuals, i -> y[i] - plain.b() - plain.w()[0] * x[i][0] - plain.w()[1] * x[i][1]);
        calling(call(x, y, weights) + ": the coefficients and the intercept", () -> coefficients(fit(x, y, weights)))
                .within(1e-8, 1e-8)
                .gives(with(plain.w(), plain.b()), "the sum of weight · residual² is least");
        calling(
                        call(x, y, weights) + ".residuals()",
                        () -> fit(x, y, weights).residuals().toArray())
                .within(1e-8, 1e-8)
                .gives(residuals, "target minus prediction, whatever the weight of the row");
        calling(call(x, y, weights) + ": the standard errors", () -> errors(fit(x, y, weights)))
                .within(1e-7, 0)
                .gives(with(plain.errors(), plain.errorOfB()), "7.25 rows minus 3 unknowns are 4.25");
    }

    @Test
    @DisplayName("twice all weights: the same coefficients and residuals")
    @Clause({"weights", "least"})
    void twiceAllWeights() {
        double[] weights = {1, 2, 0.5, 3};
        double[] twice = {2, 4, 1, 6};
        Property.forAll(Gen.array(Gen.doubles(-8, 8), 4)).cases(30).check(y -> {
            Plain plain = Plain.of(X, y, weights);
            calling(
                            () -> call(X, y, twice) + ": the coefficient and the intercept",
                            () -> coefficients(fit(X, y, twice)))
                    .within(1e-8, 1e-8)
                    .gives(with(plain.w(), plain.b()), "only the ratio of the weights matters for the line");
            calling(
                            () -> call(X, y, twice) + ".residuals()",
                            () -> fit(X, y, twice).residuals().toArray())
                    .within(1e-8, 1e-8)
                    .gives(plain.residuals(), "target minus prediction, as with half the weights");
        });
    }
}
