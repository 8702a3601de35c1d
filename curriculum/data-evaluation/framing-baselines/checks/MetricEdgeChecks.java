package gradus.checks.framing_baselines;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.linalg.Vector;
import gradus.ml.score.RegressionMetrics;
import gradus.proctor.assertions.Clause;
import gradus.proctor.exact.ExactSum;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the metrics refuse, and each of them against its definition at many sizes.
class MetricEdgeChecks {

    private static final Argument<double[], Vector> VECTOR = Argument.of(Vector::of, Vector::toArray);

    private record Named(String name, BiFunction<Vector, Vector, Double> metric) {}

    private static final Named[] METRICS = {
        new Named("meanSquaredError", RegressionMetrics::meanSquaredError),
        new Named("rootMeanSquaredError", RegressionMetrics::rootMeanSquaredError),
        new Named("meanAbsoluteError", RegressionMetrics::meanAbsoluteError),
        new Named("r2", RegressionMetrics::r2)
    };

    @Test
    @DisplayName("every metric throws if there are more or fewer predictions than targets, or none at all")
    @Clause("refusals")
    void sizesMustAgree() {
        forAll(Gen.pairs(Gen.ints(0, 5), Gen.ints(0, 5))
                        .filter(sizes -> sizes.first() == 0 || !sizes.first().equals(sizes.second())))
                .check(sizes -> {
                    Vector actual = counted(sizes.first());
                    Vector predicted = counted(sizes.second());
                    for (Named named : METRICS) {
                        calling(
                                        named.name() + "(" + written(actual) + ", " + written(predicted) + ")",
                                        () -> named.metric().apply(actual, predicted))
                                .fails(
                                        IllegalArgumentException.class,
                                        "targets: " + sizes.first() + ", predictions: " + sizes.second());
                    }
                });
    }

    @Test
    @DisplayName("every metric throws for NaN and infinite values, wherever they are")
    @Clause("refusals")
    void valuesMustBeFinite() {
        for (Named named : METRICS) {
            for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                for (int place = 0; place < 3; place++) {
                    double[] odd = {1, 2, 4};
                    odd[place] = value;
                    Vector strange = Vector.of(odd);
                    Vector usual = Vector.of(1, 3, 5);
                    String why = "an error of " + value + " says that something went wrong before";
                    calling(
                                    named.name() + "(" + strange + ", " + usual + ")",
                                    () -> named.metric().apply(strange, usual))
                            .fails(IllegalArgumentException.class, why);
                    calling(
                                    named.name() + "(" + usual + ", " + strange + ")",
                                    () -> named.metric().apply(usual, strange))
                            .fails(IllegalArgumentException.class, why);
                }
            }
        }
    }

    @Test
    @DisplayName("r2 throws if all targets are equal, whatever is predicted")
    @Clause("equal-targets")
    void nothingToExplain() {
        String why = "targets that are all equal have no variance, so there's nothing to explain";
        forAll(Gen.pairs(Gen.doubles(-8, 8), Gen.ints(1, 6))).check(drawn -> {
            Vector actual = MetricLawChecks.constant(drawn.first(), drawn.second());
            Vector off = MetricLawChecks.constant(drawn.first() + 1, drawn.second());
            calling("r2(" + written(actual) + ", " + written(off) + ")", () -> RegressionMetrics.r2(actual, off))
                    .fails(IllegalArgumentException.class, why);
            calling("r2(" + written(actual) + ", " + written(actual) + ")", () -> RegressionMetrics.r2(actual, actual))
                    .fails(IllegalArgumentException.class, why + ", even if it was predicted");
        });
    }

    @Test
    @DisplayName("r2 throws too if the mean of equal targets is rounded, and not if only the first or last differs")
    @Clause("equal-targets")
    void equalAfterRounding() {
        for (int size : new int[] {3, 6, 7, 10, 49}) {
            for (double value : new double[] {0.1, 0.7, 1.1, 1e-3}) {
                Vector actual = MetricLawChecks.constant(value, size);
                Vector predicted = MetricLawChecks.constant(2, size);
                calling(
                                "r2 of " + size + " targets " + value + " and as many predictions 2.0",
                                () -> RegressionMetrics.r2(actual, predicted))
                        .fails(
                                IllegalArgumentException.class,
                                "all targets are equal, even if a sum of " + size + " of them is rounded");
            }
        }
        String why = "one target differs, so there's a variance";
        for (int place = 0; place < 3; place++) {
            double[] targets = {4, 4, 4};
            targets[place] = 7;
            Vector actual = Vector.of(targets);
            Vector mean = Vector.of(5, 5, 5);
            calling("r2(" + actual + ", (5.0, 5.0, 5.0))", () -> RegressionMetrics.r2(actual, mean))
                    .within(0, 1e-9)
                    .gives(0.0, why);
        }
    }

    @Test
    @DisplayName("R² keeps its digits where the targets are large and spread little")
    @Clause("r2-accuracy")
    void largeTargets() {
        var random = new Random(5);
        for (int round = 0; round < 20; round++) {
            double[][] pair = new double[2][50];
            for (int row = 0; row < 50; row++) {
                double noise = Math.rint(1024 * random.nextGaussian()) / 1024;
                pair[0][row] = noise;
                pair[1][row] = Math.rint(1024 * (noise + random.nextGaussian() / 4)) / 1024;
            }
            double expected = MetricLawChecks.rSquared(pair);
            Vector actual =
                    Vector.of(Arrays.stream(pair[0]).map(x -> x + 65_536).toArray());
            Vector predicted =
                    Vector.of(Arrays.stream(pair[1]).map(x -> x + 65_536).toArray());
            calling(
                            "r2 of 50 targets around 65,536, with a standard deviation of about 1",
                            () -> RegressionMetrics.r2(actual, predicted))
                    .within(0, 1e-9 * (1 + Math.abs(expected)))
                    .gives(expected, "as for the same numbers minus 65,536: subtract the mean before you square");
        }
    }

    @Test
    @DisplayName("small and large numbers within the range give accurate metrics")
    @Clause({"ranges", "accuracy"})
    void extremes() {
        for (int power : new int[] {-100, -20, 20, 99}) {
            double unit = Double.parseDouble("1e" + power);
            Vector actual = Vector.of(2 * unit, 4 * unit, 9 * unit);
            Vector predicted = Vector.of(unit, 7 * unit, 9 * unit);
            String arguments = "(" + actual + ", " + predicted + ")";
            calling("meanSquaredError" + arguments, () -> RegressionMetrics.meanSquaredError(actual, predicted))
                    .within(1e-9, 0)
                    .gives(10.0 / 3 * unit * unit, "the squares are 1, 9 and 0, times the square of the unit");
            calling("rootMeanSquaredError" + arguments, () -> RegressionMetrics.rootMeanSquaredError(actual, predicted))
                    .within(1e-9, 0)
                    .gives(Math.sqrt(10.0 / 3) * unit, "the root of 10/3, times the unit");
            calling("meanAbsoluteError" + arguments, () -> RegressionMetrics.meanAbsoluteError(actual, predicted))
                    .within(1e-9, 0)
                    .gives(4.0 / 3 * unit, "the absolute errors are 1, 3 and 0, times the unit");
            calling("r2" + arguments, () -> RegressionMetrics.r2(actual, predicted))
                    .gives(1 - 10.0 / 26, "the targets' mean is 5; 1 − 10/(9 + 1 + 16)");
        }
    }

    @Test
    @DisplayName("the mean squared error keeps to its definition at every size")
    @Clause({"mse", "accuracy", "refusals", "unchanged"})
    void meanSquaredError() {
        probes("meanSquaredError(x, y)", RegressionMetrics::meanSquaredError, MetricEdgeChecks::square)
                .hold("the sum of the squared differences, divided by the number of rows");
    }

    @Test
    @DisplayName("the root mean squared error keeps to its definition at every size")
    @Clause({"rmse", "accuracy", "refusals", "unchanged"})
    void rootMeanSquaredError() {
        probes("rootMeanSquaredError(x, y)", RegressionMetrics::rootMeanSquaredError, (x, y) -> Math.sqrt(square(x, y)))
                .hold("the square root of the mean of the squared differences");
    }

    @Test
    @DisplayName("the mean absolute error keeps to its definition at every size")
    @Clause({"mae", "accuracy", "refusals", "unchanged"})
    void meanAbsoluteError() {
        probes("meanAbsoluteError(x, y)", RegressionMetrics::meanAbsoluteError, (x, y) -> {
                    requireFinite(x, y);
                    double[] errors = new double[x.length];
                    Arrays.setAll(errors, row -> Math.abs(x[row] - y[row]));
                    return ExactSum.of(errors) / x.length;
                })
                .hold("the sum of the absolute differences, divided by the number of rows");
    }

    @Test
    @DisplayName("R² keeps to its definition at every size")
    @Clause({"r2", "equal-targets", "refusals", "unchanged"})
    void r2() {
        probes("r2(x, y)", RegressionMetrics::r2, (x, y) -> {
                    requireFinite(x, y);
                    if (Arrays.stream(x).allMatch(target -> target == x[0])) {
                        throw new IllegalArgumentException("nothing to explain");
                    }
                    return MetricLawChecks.rSquared(new double[][] {x, y});
                })
                .within(1e-9, 1e-9)
                .hold("1 − Σ (target − prediction)² / Σ (target − mean of the targets)²");
    }

    private static MemberProbes<double[], double[]> probes(
            String call, BiFunction<Vector, Vector, Double> metric, BiFunction<double[], double[], Double> definition) {
        return MemberProbes.of(call, VECTOR, VECTOR, metric, definition)
                .upTo(70)
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open");
    }

    /// 1, 2, 3 and so on.
    private static Vector counted(int size) {
        double[] counted = new double[size];
        Arrays.setAll(counted, row -> row + 1);
        return Vector.of(counted);
    }

    private static String written(Vector x) {
        return "Vector.of(" + JavaLiterals.elements(x.toArray()) + ")";
    }

    private static double square(double[] x, double[] y) {
        requireFinite(x, y);
        double[] errors = new double[x.length];
        Arrays.setAll(errors, row -> x[row] - y[row]);
        return ExactSum.dot(errors, errors) / x.length;
    }

    private static void requireFinite(double[] x, double[] y) {
        if (x.length == 0
                || !Arrays.stream(x).allMatch(Double::isFinite)
                || !Arrays.stream(y).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("no rows, or a value that isn't finite");
        }
    }
}
