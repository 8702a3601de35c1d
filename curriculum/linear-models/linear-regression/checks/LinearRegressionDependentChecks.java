package gradus.checks.linear_regression;

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
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Columns that say nothing new.
class LinearRegressionDependentChecks {

    @Test
    @DisplayName("a column that depends on those before it gets the coefficient 0, and is reported")
    @Clause("dependent")
    void copy() {
        double[][] x = {{1, 5}, {2, 7}, {3, 9}, {5, 13}};
        double[] y = {2, 3, 5, 6};
        Plain plain = Plain.of(new double[][] {{1}, {2}, {3}, {5}}, y);
        String why = "the second column is 2 times the first plus 3, so the first has all there is";
        calling(call(x, y) + ".dependentColumns()", () -> fit(x, y).dependentColumns())
                .gives(List.of(1), why);
        calling(call(x, y) + ": the coefficients and the intercept", () -> coefficients(fit(x, y)))
                .gives(new double[] {plain.w()[0], 0, plain.b()}, why);
        calling(call(x, y) + ": the standard errors", () -> errors(fit(x, y)))
                .allowingNan()
                .gives(
                        new double[] {plain.errors()[0], Double.NaN, plain.errorOfB()},
                        "NaN for the dependent column, and 4 − 2 degrees of freedom for the others");
    }

    @Test
    @DisplayName("a constant column depends on the intercept")
    @Clause({"dependent", "intercept"})
    void constant() {
        double[][] x = {{7, 1}, {7, 2}, {7, 3}, {7, 5}};
        double[] y = {2, 3, 5, 6};
        Plain plain = Plain.of(new double[][] {{1}, {2}, {3}, {5}}, y);
        calling(call(x, y) + ".dependentColumns()", () -> fit(x, y).dependentColumns())
                .gives(List.of(0), "7 is 7 times the column of ones");
        calling(call(x, y) + ": the coefficients and the intercept", () -> coefficients(fit(x, y)))
                .gives(new double[] {0, plain.w()[0], plain.b()}, "the intercept does what the constant could do");
        double[][] only = {{4}, {4}, {4}};
        double[] three = {1, 2, 6};
        calling(call(only, three) + ": the coefficient and the intercept", () -> coefficients(fit(only, three)))
                .gives(new double[] {0, 3}, "nothing but the mean is left to predict with");
        calling(call(only, three) + ": the standard errors", () -> errors(fit(only, three)))
                .allowingNan()
                .gives(
                        new double[] {Double.NaN, Math.sqrt(7.0 / 3)},
                        "the squared residuals 4, 1 and 9 over 3 − 1 is 7, over 3 rows");
    }

    @Test
    @DisplayName("after a dependent column, those that follow still count in full")
    @Clause("dependent")
    void oneAfterTheOther() {
        for (int special = 0; special < 6; special++) {
            double[][] x = new double[6][];
            double[] y = new double[6];
            for (int i = 0; i < 6; i++) {
                double first = i * i - 4;
                double last = i == special ? 1 : 0;
                x[i] = new double[] {first, 2 * first + 1, last};
                y[i] = 3 * first + 10 * last + 2;
            }
            String why = "the second column depends on the first, the third is 1 in a single row";
            calling(call(x, y) + ".dependentColumns()", () -> fit(x, y).dependentColumns())
                    .gives(List.of(1), why);
            calling(call(x, y) + ": the coefficients and the intercept", () -> coefficients(fit(x, y)))
                    .within(1e-8, 1e-8)
                    .gives(new double[] {3, 0, 10, 2}, why);
        }
    }

    @Test
    @DisplayName("several dependent columns, anywhere: ascending indices, and the fit of the others")
    @Clause({"dependent", "least"})
    void several() {
        Property.forAll(Gen.array(Gen.doubles(-8, 8), 9)).cases(30).check(y -> {
            double[][] x = new double[9][];
            double[][] others = new double[9][];
            for (int i = 0; i < 9; i++) {
                double a = i % 4;
                double b = i * i % 7;
                double c = i % 2;
                x[i] = new double[] {a, 3, b, a - 2 * b + 1, c, a + b + c};
                others[i] = new double[] {a, b, c};
            }
            Plain plain = Plain.of(others, y);
            calling(() -> call(x, y) + ".dependentColumns()", () -> fit(x, y).dependentColumns())
                    .gives(List.of(1, 3, 5), "these are combinations of the columns before them and a constant");
            calling(() -> call(x, y) + ": the coefficients and the intercept", () -> coefficients(fit(x, y)))
                    .within(1e-8, 1e-8)
                    .gives(
                            new double[] {plain.w()[0], 0, plain.w()[1], 0, plain.w()[2], 0, plain.b()},
                            "the fit without the dependent columns");
            calling(() -> call(x, y) + ": the standard errors", () -> errors(fit(x, y)))
                    .within(1e-7, 1e-7)
                    .allowingNan()
                    .gives(
                            new double[] {
                                plain.errors()[0],
                                Double.NaN,
                                plain.errors()[1],
                                Double.NaN,
                                plain.errors()[2],
                                Double.NaN,
                                plain.errorOfB()
                            },
                            "9 rows minus 4 unknowns");
        });
    }

    @Test
    @DisplayName("columns depend on each other if they do in the rows that count")
    @Clause({"dependent", "weights"})
    void inTheRowsThatCount() {
        double[][] x = {{1, 2}, {2, 4}, {3, 6}, {4, 8}, {5, 0}};
        double[] y = {1, 3, 2, 5, 50};
        double[] weights = {1, 1, 1, 1, 0};
        Plain plain = Plain.of(new double[][] {{1}, {2}, {3}, {4}}, new double[] {1, 3, 2, 5});
        calling(
                        call(x, y, weights) + ".dependentColumns()",
                        () -> fit(x, y, weights).dependentColumns())
                .gives(List.of(1), "the only row that tells them apart has weight 0");
        calling(call(x, y, weights) + ": the coefficients and the intercept", () -> coefficients(fit(x, y, weights)))
                .gives(with(new double[] {plain.w()[0], 0}, plain.b()), "the fit of the first column in four rows");
    }

    @Test
    @DisplayName("columns that grow together aren't dependent")
    @Clause({"curve", "dependent"})
    void grownTogether() {
        double[][] x = new double[12][];
        double[] y = new double[12];
        for (int i = 0; i < 12; i++) {
            double a = 10 + i;
            x[i] = new double[] {a, a * a};
            y[i] = 0.5 * a * a - 3 * a + 2;
        }
        double correlation = correlation(x);
        calling("fit of 10 to 21 and their squares, whose correlation is " + correlation, () -> coefficients(fit(x, y)))
                .within(1e-7, 1e-6)
                .gives(new double[] {-3, 0.5, 2}, "a model that is linear in its columns can follow a parabola");
        calling("its dependentColumns()", () -> fit(x, y).dependentColumns()).gives(List.of(), "no line is a parabola");
    }

    private static double correlation(double[][] x) {
        double[] a = centred(Plain.column(x, 0));
        double[] b = centred(Plain.column(x, 1));
        double[] ones = Fits.ones(a.length);
        double cosine = Plain.dot(a, b, ones) / Math.sqrt(Plain.dot(a, a, ones) * Plain.dot(b, b, ones));
        return Math.round(1e4 * cosine) / 1e4;
    }

    private static double[] centred(double[] x) {
        double mean = Arrays.stream(x).sum() / x.length;
        return Arrays.stream(x).map(value -> value - mean).toArray();
    }
}
