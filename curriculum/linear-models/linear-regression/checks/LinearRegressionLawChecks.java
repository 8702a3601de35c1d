package gradus.checks.linear_regression;

import static gradus.checks.linear_regression.Fits.TABLES;
import static gradus.checks.linear_regression.Fits.call;
import static gradus.checks.linear_regression.Fits.coefficients;
import static gradus.checks.linear_regression.Fits.errors;
import static gradus.checks.linear_regression.Fits.fit;
import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.format.JavaLiterals.elements;
import static gradus.proctor.format.JavaLiterals.rows;

import gradus.ml.classic.LinearRegression;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.property.Gen;
import gradus.proctor.property.MetamorphicRelations;
import gradus.proctor.property.Pair;
import gradus.proctor.property.Property;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What doesn't depend on units, and on the order of rows and columns.
class LinearRegressionLawChecks {

    private static final double[][] X = {{1, 2}, {2, 0}, {4, 1}, {5, 5}, {7, 3}, {8, 8}};

    @Test
    @DisplayName("in another unit, a coefficient is divided by the factor, and so is its standard error")
    @Clause({"units", "least", "standard-errors"})
    void unitsOfAFeature() {
        double[] y = {3, 1, 4, 1, 5, 9};
        Plain plain = Plain.of(X, y);
        for (double factor : new double[] {1000, 0.001, -2}) {
            double[][] scaled = new double[6][];
            Arrays.setAll(scaled, i -> new double[] {X[i][0], factor * X[i][1]});
            String call = "fit with the second column times " + factor;
            calling(call + ": the coefficients and the intercept", () -> coefficients(fit(scaled, y)))
                    .gives(
                            new double[] {plain.w()[0], plain.w()[1] / factor, plain.b()},
                            "a coefficient is per unit of its column, so its size says nothing on its own");
            calling(
                            call + ": the standard errors",
                            () -> fit(scaled, y).standardErrors().toArray())
                    .gives(
                            new double[] {plain.errors()[0], plain.errors()[1] / Math.abs(factor)},
                            "in the same unit as the coefficient, and never negative");
        }
    }

    @Test
    @DisplayName("a column that is shifted and scaled gives the same predictions")
    @Clause({"units", "predict"})
    void predictionsIgnoreUnits() {
        Property.forAll(Gen.pairs(TABLES, Gen.doubles(-8, 8))).cases(40).check(pair -> {
            double[][] x = pair.first().first();
            double[] y = pair.first().second();
            double[][] fahrenheit = Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
            for (double[] row : fahrenheit) {
                row[0] = 1.8 * row[0] + 32 + pair.second();
            }
            double[] expected = new double[y.length];
            double[] residuals = Plain.of(x, y).residuals();
            Arrays.setAll(expected, i -> y[i] - residuals[i]);
            calling(
                            () -> call(fahrenheit, y) + ".predict of the same rows",
                            () -> fit(fahrenheit, y)
                                    .predict(Matrix.of(fahrenheit))
                                    .toArray())
                    .within(1e-7, 1e-7)
                    .gives(expected, "the same columns in another unit reach the same predictions");
        });
    }

    @Test
    @DisplayName("targets: 10 more raise the intercept by 10, and twice as large ones double everything")
    @Clause({"least", "intercept", "standard-errors"})
    void targets() {
        MetamorphicRelations.relations(
                        Gen.array(Gen.doubles(-8, 8), 6),
                        y -> "fit(x, {" + elements(y) + "}): coefficients and intercept",
                        y -> coefficients(fit(X, y)))
                .within(1e-8, 1e-8)
                .equivariant(
                        "10 added to every target",
                        LinearRegressionLawChecks::plusTen,
                        w -> new double[] {w[0], w[1], w[2] + 10},
                        "the whole plane moves up")
                .equivariant(
                        "every target times −2",
                        LinearRegressionLawChecks::timesMinusTwo,
                        LinearRegressionLawChecks::timesMinusTwo,
                        "the whole plane is stretched");
        MetamorphicRelations.relations(
                        Gen.array(Gen.doubles(-8, 8), 6),
                        y -> "fit(x, {" + elements(y) + "}): standard errors",
                        y -> errors(fit(X, y)))
                .within(1e-7, 1e-7)
                .invariant("10 added to every target", LinearRegressionLawChecks::plusTen, "residuals stay the same")
                .equivariant(
                        "every target times −2",
                        LinearRegressionLawChecks::timesMinusTwo,
                        errors -> Arrays.stream(errors).map(error -> 2 * error).toArray(),
                        "residuals are twice as large");
    }

    private static double[] plusTen(double[] y) {
        return Arrays.stream(y).map(value -> value + 10).toArray();
    }

    private static double[] timesMinusTwo(double[] y) {
        return Arrays.stream(y).map(value -> -2 * value).toArray();
    }

    @Test
    @DisplayName("the order of the rows makes no difference, and columns keep their own coefficient")
    @Clause({"least", "residuals"})
    void order() {
        Property.forAll(Gen.pairs(Gen.array(Gen.doubles(-8, 8), 6), Gen.permutations(6)))
                .cases(40)
                .check(pair -> {
                    int[] order = pair.second();
                    double[][] rows = new double[6][];
                    double[] y = new double[6];
                    double[] residuals = new double[6];
                    Plain plain = Plain.of(X, pair.first());
                    for (int i = 0; i < 6; i++) {
                        rows[i] = new double[] {X[order[i]][1], X[order[i]][0]};
                        y[i] = pair.first()[order[i]];
                        residuals[i] = plain.residuals()[order[i]];
                    }
                    calling(
                                    () -> call(rows, y) + ": the coefficients and the intercept",
                                    () -> coefficients(fit(rows, y)))
                            .within(1e-8, 1e-8)
                            .gives(
                                    new double[] {plain.w()[1], plain.w()[0], plain.b()},
                                    "the same rows in another order, and the two columns the other way round");
                    calling(
                                    () -> call(rows, y) + ".residuals()",
                                    () -> fit(rows, y).residuals().toArray())
                            .within(1e-8, 1e-8)
                            .gives(residuals, "each residual belongs to its row");
                });
    }

    @Test
    @DisplayName("another column never makes the squared residuals more")
    @Clause("least")
    void moreColumns() {
        Property.forAll(TABLES.filter(table -> table.first()[0].length > 1))
                .cases(40)
                .check(table -> {
                    double[][] x = table.first();
                    double[] y = table.second();
                    double[][] fewer = Arrays.stream(x)
                            .map(row -> Arrays.copyOf(row, row.length - 1))
                            .toArray(double[][]::new);
                    double before = squares(Plain.of(fewer, y).residuals());
                    calling(
                                    () -> call(x, y) + ": the sum of the squared residuals",
                                    () -> squares(fit(x, y).residuals().toArray()))
                            .satisfies(
                                    got -> got <= before + 1e-8,
                                    "at most " + before + ", as without the last column",
                                    "a coefficient of 0 would give the same, and least squares can't be worse");
                });
    }

    private static double squares(double[] residuals) {
        return Arrays.stream(residuals).map(residual -> residual * residual).sum();
    }
}

/// Calls of the learner's `fit`, and tables to call it with.
final class Fits {

    private static final Gen<Double> WHOLE = Gen.ints(-5, 5).map(Integer::doubleValue);

    /// Tables of whole numbers with 1 to 3 columns and at least two rows more than unknowns, and a target for each row.
    static final Gen<Pair<double[][], double[]>> TABLES = Gen.sizes(1, 3)
            .flatMap(d -> Gen.sizes(d + 3, d + 7)
                    .flatMap(n -> Gen.pairs(Gen.matrix(WHOLE, n, d), Gen.array(Gen.doubles(-8, 8), n))));

    private Fits() {}

    static LinearRegression.Model fit(double[][] x, double[] y) {
        return new LinearRegression().fit(Matrix.of(x), Vector.of(y));
    }

    static LinearRegression.Model fit(double[][] x, double[] y, double[] weights) {
        return new LinearRegression().fit(Matrix.of(x), Vector.of(y), Vector.of(weights));
    }

    static String call(double[][] x, double[] y) {
        return "fit({" + rows(x) + "}, {" + elements(y) + "})";
    }

    static String call(double[][] x, double[] y, double[] weights) {
        return "fit({" + rows(x) + "}, {" + elements(y) + "}, {" + elements(weights) + "})";
    }

    /// The coefficients, and the intercept at the end.
    static double[] coefficients(LinearRegression.Model model) {
        return with(model.coefficients().toArray(), model.intercept());
    }

    /// The standard errors, and that of the intercept at the end.
    static double[] errors(LinearRegression.Model model) {
        return with(model.standardErrors().toArray(), model.interceptStandardError());
    }

    static double[] with(double[] x, double last) {
        double[] more = Arrays.copyOf(x, x.length + 1);
        more[x.length] = last;
        return more;
    }

    static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// Normal random numbers.
    static double[][] cloud(long seed, int n, int d) {
        var random = new Random(seed);
        double[][] rows = new double[n][d];
        for (double[] row : rows) {
            Arrays.setAll(row, _ -> random.nextGaussian());
        }
        return rows;
    }
}
