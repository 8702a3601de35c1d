package gradus.checks.linear_regression;

import static gradus.checks.linear_regression.Fits.TABLES;
import static gradus.checks.linear_regression.Fits.call;
import static gradus.checks.linear_regression.Fits.coefficients;
import static gradus.checks.linear_regression.Fits.fit;
import static gradus.checks.linear_regression.Fits.with;
import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.format.JavaLiterals.elements;

import gradus.ml.linalg.Matrix;
import gradus.proctor.assertions.Clause;
import gradus.proctor.property.Property;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The coefficients, the intercept and the residuals.
class LinearRegressionFitChecks {

    @Test
    @DisplayName("an intercept that isn't 0 is found, also if no row is near 0")
    @Clause({"intercept", "least"})
    void interceptFarFromTheRows() {
        double[][] x = {{10}, {11}, {12}, {13}};
        double[] y = {7, 5, 3, 1};
        calling(call(x, y) + ": the coefficient and the intercept", () -> coefficients(fit(x, y)))
                .gives(new double[] {-2, 27}, "all four are on the line 27 − 2·x");
    }

    @Test
    @DisplayName("each coefficient is found beside the others, not on its own")
    @Clause("least")
    void columnsTogether() {
        double[][] x = {{0, 0}, {1, 1}, {2, 1}, {3, 4}, {4, 3}, {5, 5}};
        double[] y =
                Arrays.stream(x).mapToDouble(row -> 1 + 2 * row[0] - 3 * row[1]).toArray();
        calling(call(x, y) + ": the coefficients and the intercept", () -> coefficients(fit(x, y)))
                .gives(new double[] {2, -3, 1}, "y is 2 times the first column minus 3 times the second, plus 1");
    }

    @Test
    @DisplayName("no row is left out or bent, however far it is from the others")
    @Clause("least")
    void outliersCount() {
        double[][] x = {{0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}};
        double[] y = {0, 1, 2, 3, 4, 5, 6, 7, 8, 1009};
        calling(call(x, y) + ": the coefficient and the intercept", () -> coefficients(fit(x, y)))
                .gives(
                        new double[] {1 + 1000 * 4.5 / 82.5, 100 - 1000 * 4.5 * 4.5 / 82.5},
                        "the last row counts like the others, with its 1000 too many");
    }

    @Test
    @DisplayName("coefficients and intercept are those of the definition")
    @Clause({"least", "intercept"})
    void definition() {
        Property.forAll(TABLES).cases(40).check(table -> {
            Plain plain = Plain.of(table.first(), table.second());
            calling(
                            () -> call(table.first(), table.second()) + ": the coefficients and the intercept",
                            () -> coefficients(fit(table.first(), table.second())))
                    .within(1e-8, 1e-8)
                    .gives(with(plain.w(), plain.b()), "these make the sum of the squared residuals least");
        });
    }

    @Test
    @DisplayName("the residuals add up to 0 and are orthogonal to every column")
    @Clause({"least", "residuals", "intercept"})
    void residualsAreOrthogonal() {
        Property.forAll(TABLES).cases(40).check(table -> {
            double[][] x = table.first();
            int d = x[0].length;
            calling(
                            () -> call(x, table.second())
                                    + ": the residuals' sum, and their dot products with the columns",
                            () -> {
                                double[] residuals =
                                        fit(x, table.second()).residuals().toArray();
                                double[] products = new double[d + 1];
                                Arrays.setAll(
                                        products,
                                        j -> Plain.dot(residuals, Plain.column(x, j - 1), Fits.ones(residuals.length)));
                                return products;
                            })
                    .within(0, 1e-8)
                    .gives(new double[d + 1], "if something were left along a column, its coefficient could do better");
        });
    }

    @Test
    @DisplayName("a residual is the target minus the prediction, in the order of the rows")
    @Clause({"residuals", "predict"})
    void residualsArePredictionErrors() {
        Property.forAll(TABLES).cases(30).check(table -> {
            var model = calling(() -> call(table.first(), table.second()), () -> fit(table.first(), table.second()))
                    .result();
            double[] y = table.second();
            double[] predicted = calling(
                            () -> "predict of the same rows",
                            () -> model.predict(Matrix.of(table.first())).toArray())
                    .result();
            double[] differences = new double[y.length];
            Arrays.setAll(differences, i -> y[i] - predicted[i]);
            calling(
                            () -> call(table.first(), table.second()) + ".residuals()",
                            () -> model.residuals().toArray())
                    .within(1e-8, 1e-8)
                    .gives(differences, "target minus prediction for each row");
        });
    }

    @Test
    @DisplayName("no other coefficients leave smaller squared residuals, for 100 changes")
    @Clause("least")
    void noOtherIsBetter() {
        double[][] x = Fits.cloud(1, 30, 3);
        double[] y = Fits.cloud(2, 1, 30)[0];
        double[] found = calling("fit of 30 rows with 3 columns", () -> coefficients(fit(x, y)))
                .result();
        var random = new Random(3);
        for (int round = 0; round < 100; round++) {
            double[] change = new double[4];
            Arrays.setAll(change, _ -> 0.01 * random.nextGaussian());
            double other = squares(x, y, found, change);
            calling("the sum of the squared residuals", () -> squares(x, y, found, new double[4]))
                    .satisfies(
                            got -> got < other,
                            "less than " + other,
                            "adding " + elements(change) + " to the coefficients and the intercept must not be better");
        }
    }

    private static double squares(double[][] x, double[] y, double[] w, double[] change) {
        int d = w.length - 1;
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double residual = y[i] - w[d] - change[d];
            for (int j = 0; j < d; j++) {
                residual -= (w[j] + change[j]) * x[i][j];
            }
            sum += residual * residual;
        }
        return sum;
    }

    @Test
    @DisplayName("years and their squares: the curve is found, with all its digits")
    @Clause({"curve", "least"})
    void yearsSquared() {
        double[][] x = new double[31][2];
        double[] y = new double[31];
        for (int i = 0; i < x.length; i++) {
            double year = 1990 + i;
            x[i] = new double[] {year, year * year};
            y[i] = 350 + 1.5 * i + 0.02 * i * i + (i % 3 - 1) * 0.25;
        }
        double[][] fromZero = new double[31][2];
        Arrays.setAll(fromZero, i -> new double[] {i, i * i});
        double[] expected = Plain.of(fromZero, y).residuals();
        calling(
                        "fit of the years 1990 to 2020 and their squares: dependentColumns()",
                        () -> fit(x, y).dependentColumns())
                .gives(
                        java.util.List.of(),
                        "the square of a column is no linear combination of it, even if both grow together");
        calling(
                        "fit of the years 1990 to 2020 and their squares: the residuals",
                        () -> fit(x, y).residuals().toArray())
                .within(0, 1e-4)
                .gives(expected, "these are the residuals if years are counted from 1990, which is the same curve");
    }
}
