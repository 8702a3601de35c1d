package gradus.checks.linear_regression;

import static gradus.checks.linear_regression.Fits.TABLES;
import static gradus.checks.linear_regression.Fits.call;
import static gradus.checks.linear_regression.Fits.errors;
import static gradus.checks.linear_regression.Fits.fit;
import static gradus.checks.linear_regression.Fits.with;
import static gradus.proctor.assertions.Expect.calling;

import gradus.proctor.assertions.Clause;
import gradus.proctor.property.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The standard errors.
class LinearRegressionErrorChecks {

    @Test
    @DisplayName("one column: the squared residuals are divided by the rows minus 2")
    @Clause({"standard-errors", "intercept-error"})
    void oneColumn() {
        double[][] x = {{-1}, {0}, {1}};
        double[] y = {1, -2, 1};
        calling(
                        call(x, y) + ".standardErrors()",
                        () -> fit(x, y).standardErrors().toArray())
                .gives(
                        new double[] {Math.sqrt(3)},
                        "the squared residuals 1, 4 and 1 over 3 − 2 is 6; the squares of the column add up to 2");
        calling(call(x, y) + ".interceptStandardError()", () -> fit(x, y).interceptStandardError())
                .gives(Math.sqrt(2), "√6 over √3, since all three ones are left");
    }

    @Test
    @DisplayName("two columns that are nearly the same: both coefficients are unsure")
    @Clause("standard-errors")
    void nearlyTheSame() {
        double[][] x = {{1, 1}, {2, 2}, {3, 3.1}, {4, 4}, {5, 5}, {6, 5.9}};
        double[] y = {1, 3, 2, 5, 4, 6};
        Plain plain = Plain.of(x, y);
        calling(
                        call(x, y) + ".standardErrors()",
                        () -> fit(x, y).standardErrors().toArray())
                .within(1e-7, 0)
                .gives(plain.errors(), "s over the norm of what the other column leaves, and that's little");
    }

    @Test
    @DisplayName("standard errors are s over the norm of what the other columns leave")
    @Clause({"standard-errors", "intercept-error"})
    void definition() {
        Property.forAll(TABLES).cases(40).check(table -> {
            Plain plain = Plain.of(table.first(), table.second());
            calling(
                            () -> call(table.first(), table.second()) + ": the standard errors, the intercept's last",
                            () -> errors(fit(table.first(), table.second())))
                    .within(1e-7, 1e-7)
                    .allowingNan()
                    .gives(with(plain.errors(), plain.errorOfB()), "of each column, and of the ones");
        });
    }

    @Test
    @DisplayName("as many rows as unknowns: the fit is exact, and the standard errors are NaN")
    @Clause({"no-freedom", "least"})
    void noFreedom() {
        double[][] x = {{1, 5}, {2, 3}, {4, 4}};
        double[] y = {7, 1, 3};
        calling(call(x, y) + ".residuals()", () -> fit(x, y).residuals().toArray())
                .within(0, 1e-9)
                .gives(new double[3], "three unknowns meet three targets");
        calling(call(x, y) + ": the standard errors, and that of the intercept", () -> errors(fit(x, y)))
                .allowingNan()
                .gives(
                        new double[] {Double.NaN, Double.NaN, Double.NaN},
                        "three rows minus three unknowns leave nothing to judge the errors by");
        double[][] one = {{1}, {2}};
        calling(
                        "fit({{1}, {2}}, {3, 8}): the standard errors, and that of the intercept",
                        () -> errors(fit(one, new double[] {3, 8})))
                .allowingNan()
                .gives(new double[] {Double.NaN, Double.NaN}, "a line always goes through two points");
    }

    @Test
    @DisplayName("the true coefficients are within their standard errors as often as they should be")
    @Clause({"standard-errors", "intercept-error"})
    void coverage() {
        double[][] x = Fits.cloud(11, 6, 2);
        double[] truth = {2, -1, 3};
        var random = new Random(12);
        int samples = 300;
        double[] ratios = calling("fit of 300 samples: mean squared error / mean squared standard error", () -> {
                    double[] off = new double[3];
                    double[] claimed = new double[3];
                    for (int sample = 0; sample < samples; sample++) {
                        double[] y = new double[6];
                        for (int i = 0; i < 6; i++) {
                            y[i] = truth[0] * x[i][0] + truth[1] * x[i][1] + truth[2] + random.nextGaussian();
                        }
                        var model = fit(x, y);
                        double[] found = Fits.coefficients(model);
                        double[] errors = errors(model);
                        for (int j = 0; j < 3; j++) {
                            off[j] += (found[j] - truth[j]) * (found[j] - truth[j]);
                            claimed[j] += errors[j] * errors[j];
                        }
                    }
                    for (int j = 0; j < 3; j++) {
                        off[j] /= claimed[j];
                    }
                    return off;
                })
                .result();
        calling("that ratio for each coefficient and the intercept", () -> ratios)
                .satisfies(
                        got -> Arrays.stream(got).allMatch(ratio -> ratio > 0.7 && ratio < 1.4),
                        "between 0.7 and 1.4",
                        "a standard error says how far an estimate is typically from the truth");
    }
}

/// Least squares by the definition: each coefficient from what the other columns leave of its own.
///
/// @param w the coefficient of each column, 0 for a dependent one
/// @param errors the standard error of each coefficient, NaN for a dependent one
record Plain(double[] w, double b, double[] errors, double errorOfB, double[] residuals, List<Integer> dependent) {

    private static final double NOTHING = 1e-9;

    static Plain of(double[][] rows, double[] y) {
        double[] weights = new double[y.length];
        Arrays.fill(weights, 1);
        return of(rows, y, weights);
    }

    static Plain of(double[][] rows, double[] y, double[] weights) {
        int d = rows[0].length;
        List<double[]> columns = new ArrayList<>();
        List<double[]> directions = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<Integer> dependent = new ArrayList<>();
        for (int j = -1; j < d; j++) {
            double[] column = column(rows, j);
            double[] left = left(column, directions, weights);
            if (dot(left, left, weights) <= NOTHING * NOTHING * dot(column, column, weights)) {
                dependent.add(j);
            } else {
                columns.add(column);
                directions.add(left);
                numbers.add(j);
            }
        }
        double[] residuals = left(y, directions, weights);
        double freedom = Arrays.stream(weights).sum() - columns.size();
        double s = freedom < NOTHING ? Double.NaN : Math.sqrt(dot(residuals, residuals, weights) / freedom);
        double[] w = new double[d];
        double[] errors = new double[d];
        Arrays.fill(errors, Double.NaN);
        double b = 0;
        double errorOfB = Double.NaN;
        for (int k = 0; k < columns.size(); k++) {
            double[] left = leftByOthers(columns, k, weights);
            double square = dot(left, left, weights);
            double coefficient = dot(left, y, weights) / square;
            if (numbers.get(k) < 0) {
                b = coefficient;
                errorOfB = s / Math.sqrt(square);
            } else {
                w[numbers.get(k)] = coefficient;
                errors[numbers.get(k)] = s / Math.sqrt(square);
            }
        }
        return new Plain(w, b, errors, errorOfB, residuals, dependent);
    }

    private static double[] leftByOthers(List<double[]> columns, int k, double[] weights) {
        List<double[]> directions = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (i != k) {
                directions.add(left(columns.get(i), directions, weights));
            }
        }
        return left(columns.get(k), directions, weights);
    }

    /// What is left of a column without its shadows on orthogonal directions, subtracted twice.
    private static double[] left(double[] column, List<double[]> directions, double[] weights) {
        double[] left = column.clone();
        for (int pass = 0; pass < 2; pass++) {
            for (double[] direction : directions) {
                double reach = dot(direction, left, weights) / dot(direction, direction, weights);
                for (int i = 0; i < left.length; i++) {
                    left[i] -= reach * direction[i];
                }
            }
        }
        return left;
    }

    static double dot(double[] x, double[] y, double[] weights) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * x[i] * y[i];
        }
        return sum;
    }

    /// Column j of a table; −1 stands for the column of ones.
    static double[] column(double[][] rows, int j) {
        return Arrays.stream(rows).mapToDouble(row -> j < 0 ? 1 : row[j]).toArray();
    }
}
