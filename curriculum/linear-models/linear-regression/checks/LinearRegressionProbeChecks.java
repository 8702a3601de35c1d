package gradus.checks.linear_regression;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.classic.LinearRegression;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What holds at every size, and what is refused.
class LinearRegressionProbeChecks {

    @Test
    @DisplayName("fit keeps to the formula at every number of rows, and changes nothing")
    @Clause({"least", "intercept", "refusals", "unchanged"})
    void lines() {
        MemberProbes.of(
                        "fit of the rows -2, -1, 0, 1, … and the targets 5, 2, x: the coefficient and the intercept",
                        Argument.of(Vector::of, Vector::toArray),
                        x -> Fits.coefficients(new LinearRegression()
                                .fit(Matrix.from(x.size() + 2, 1, (i, _) -> i - 2), after(5, 2, x))),
                        LinearRegressionProbeChecks::lineOf)
                .upTo(20)
                .within(1e-8, 1e-8)
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open")
                .hold("the slope and the height at 0 of the least-squares line");
    }

    @Test
    @DisplayName("fit keeps to the weighted mean of a constant column at every number of rows")
    @Clause({"weights", "dependent", "refusals", "unchanged"})
    void weightedMeans() {
        MemberProbes.of(
                        "fit of a constant column with the targets 5, 2, x and the weights 1, 2, 3, …: the intercept",
                        Argument.of(Vector::of, Vector::toArray),
                        x -> new LinearRegression()
                                .fit(
                                        Matrix.from(x.size() + 2, 1, (_, _) -> 3),
                                        after(5, 2, x),
                                        Vector.from(x.size() + 2, i -> i + 1))
                                .intercept(),
                        x -> {
                            refuse(x);
                            double sum = 5 + 2 * 2;
                            double total = 3;
                            for (int i = 0; i < x.length; i++) {
                                sum += (i + 3) * x[i];
                                total += i + 3;
                            }
                            return sum / total;
                        })
                .upTo(20)
                .within(1e-8, 1e-8)
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open")
                .hold("only the weighted mean is left to predict with");
    }

    @Test
    @DisplayName("predict keeps to the formula at every number of rows, and changes nothing")
    @Clause({"predict", "predict-refusals", "unchanged"})
    void predictions() {
        Vector none = Vector.of(0, 0, 0);
        var model = new LinearRegression.Model(Vector.of(2, -0.5, 0.25), 1.5, none, 0, none, List.of());
        MemberProbes.of(
                        "predict(x) of a model with w = (2, -0.5, 0.25) and b = 1.5",
                        Argument.rows(3),
                        rows -> model.predict(Matrix.of(rows)).toArray(),
                        rows -> Arrays.stream(rows)
                                .mapToDouble(row -> {
                                    refuse(row);
                                    return 2 * row[0] - 0.5 * row[1] + 0.25 * row[2] + 1.5;
                                })
                                .toArray())
                .upTo(50)
                .without(Probe.EMPTY, "a table without rows has no columns either, if it's made of an empty array")
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open")
                .hold("coefficients times features, plus the intercept");
    }

    @Test
    @DisplayName("predict refuses another number of columns and numbers that aren't finite, and accepts no rows")
    @Clause({"predict-refusals", "predict"})
    void predictRefuses() {
        Vector none = Vector.of(0, 0);
        var model = new LinearRegression.Model(Vector.of(2, 1e200), 1, none, 0, none, List.of());
        double[][][] refused = {{{1}}, {{1, 2, 3}}, {{1, Double.NaN}}, {{Double.POSITIVE_INFINITY, 0}}, {{0, 1e200}}};
        String[] why = {
            "1 column instead of 2",
            "3 columns instead of 2",
            "a feature is NaN",
            "a feature is infinite",
            "the prediction would be 1e400, more than a double can hold"
        };
        for (int i = 0; i < refused.length; i++) {
            double[][] rows = refused[i];
            calling(
                            "predict({" + gradus.proctor.format.JavaLiterals.rows(rows)
                                    + "}) of a model with w = (2, 1e200) and b = 1",
                            () -> model.predict(Matrix.of(rows)).toArray())
                    .fails(IllegalArgumentException.class, why[i]);
        }
        calling(
                        "predict of a table of shape (0, 2)",
                        () -> model.predict(Matrix.zeros(0, 2)).toArray())
                .gives(new double[0], "no rows, no predictions");
    }

    @Test
    @DisplayName("fit refuses sizes that don't match, numbers that aren't finite, and impossible weights")
    @Clause("refusals")
    void fitRefuses() {
        Matrix x = Matrix.of(new double[][] {{1}, {2}, {4}});
        Vector y = Vector.of(1, 2, 3);
        refuses("2 targets for 3 rows", x, Vector.of(1, 2), Vector.of(1, 1, 1));
        refuses("4 targets for 3 rows", x, Vector.of(1, 2, 3, 4), Vector.of(1, 1, 1));
        refuses("2 weights for 3 rows", x, y, Vector.of(1, 1));
        refuses("a weight below 0", x, y, Vector.of(1, -1, 1));
        refuses("a weight that is NaN", x, y, Vector.of(1, Double.NaN, 1));
        refuses("all weights 0", x, y, Vector.of(0, 0, 0));
        refuses("a target that is NaN", x, Vector.of(1, Double.NaN, 3), Vector.of(1, 1, 1));
        refuses("a target that is NaN in a row of weight 0", x, Vector.of(1, Double.NaN, 3), Vector.of(1, 0, 1));
        refuses(
                "a feature that is infinite",
                Matrix.of(new double[][] {{1}, {Double.NEGATIVE_INFINITY}, {4}}),
                y,
                Vector.of(1, 1, 1));
        refuses("no columns", Matrix.zeros(3, 0), y, Vector.of(1, 1, 1));
    }

    private static void refuses(String what, Matrix x, Vector y, Vector weights) {
        calling(
                        "fit(x, y, weights) with " + what,
                        () -> new LinearRegression().fit(x, y, weights).intercept())
                .fails(IllegalArgumentException.class, what);
    }

    private static Vector after(double first, double second, Vector x) {
        return Vector.from(x.size() + 2, i -> i == 0 ? first : i == 1 ? second : x.get(i - 2));
    }

    private static void refuse(double[] values) {
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a target isn't finite");
        }
    }

    /// The slope and the intercept, by the formula with means.
    private static double[] lineOf(double[] x) {
        refuse(x);
        int n = x.length + 2;
        double[] y = new double[n];
        y[0] = 5;
        y[1] = 2;
        System.arraycopy(x, 0, y, 2, x.length);
        double middle = (n - 1) / 2.0 - 2;
        double mean = Arrays.stream(y).sum() / n;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            products += (i - 2 - middle) * (y[i] - mean);
            squares += (i - 2 - middle) * (i - 2 - middle);
        }
        double slope = products / squares;
        return new double[] {slope, mean - slope * middle};
    }
}
