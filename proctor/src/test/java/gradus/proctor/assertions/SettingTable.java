package gradus.proctor.assertions;

import static gradus.proctor.assertions.Expect.calling;

import gradus.proctor.probes.Argument;
import gradus.proctor.probes.EqualityProbes;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.ModelProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.probes.TrainingProbes;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Linearity;
import gradus.proctor.property.MetamorphicRelations;
import gradus.proctor.property.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/// Settings without sense, which an author might write. Each assertion refuses them.
final class SettingTable {

    /// @param setting the setting, in words
    record Row(String method, String setting, Runnable use) {}

    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double[] X = {1, 2};
    private static final double[] DRAWS = {1, -1, 2, -2};
    private static final double[][] ONE_ROW = {{1, 2}};
    private static final double[][] ROWS = {{1, 2}, {3, 4}, {5, 7}};

    private final List<Row> rows = new ArrayList<>();

    static List<Row> rows() {
        var table = new SettingTable();
        table.tolerances();
        table.samples();
        table.properties();
        table.purity();
        table.costsAndPrecision();
        table.models();
        table.probes();
        return List.copyOf(table.rows);
    }

    private void numbers(String method, String name, DoubleConsumer use, double... senseless) {
        for (double number : senseless) {
            row(method, name + " of " + number, () -> use.accept(number));
        }
    }

    private void row(String method, String setting, Runnable use) {
        rows.add(new Row(method, setting, use));
    }

    private void tolerances() {
        var call = calling("f()", () -> 77.0);
        numbers("CallAssertion.within", "a relative one", t -> call.within(t, 0).gives(3.0, ""), -1, NAN, INFINITY);
        numbers(
                "CallAssertion.within",
                "an absolute one",
                t -> call.within(0, t).gives(3.0, ""),
                -1,
                NAN,
                INFINITY);
        row("CallAssertion.failsSaying", "no words", () -> call.failsSaying(RuntimeException.class, " ", ""));
        row("Metric.of", "a blank name", () -> Metric.of(" ", () -> 1.0));
        numbers("Metric.atLeast", "a threshold", t -> Metric.of("x", () -> 1.0).atLeast(t, ""), NAN, INFINITY);
        numbers("Metric.atMost", "a threshold", t -> Metric.of("x", () -> 1.0).atMost(t, ""), NAN, INFINITY);
        var relations = MetamorphicRelations.relations(Gen.constant(1.0), x -> "f(" + x + ")", x -> x);
        numbers("MetamorphicRelations.within", "a relative tolerance", t -> relations.within(t, 0), -1, NAN, INFINITY);
        numbers("MetamorphicRelations.within", "an absolute tolerance", t -> relations.within(0, t), -1, NAN, INFINITY);
        numbers(
                "MetamorphicRelations.conserves",
                "a value",
                v -> relations.conserves("x", v, x -> x, ""),
                NAN,
                INFINITY);
        numbers("GradientAssertion.within", "a tolerance", t -> gradient().within(t), -1, NAN, INFINITY);
        numbers("MemberProbes.within", "a relative tolerance", t -> member().within(t, 0), -1, NAN, INFINITY);
        numbers("MemberProbes.within", "an absolute tolerance", t -> member().within(0, t), -1, NAN, INFINITY);
        numbers(
                "MemberProbes.within",
                "a bound",
                t -> member().within(0, (_, _) -> t).hold(""),
                -1,
                NAN,
                INFINITY);
        numbers("GradientAssertion.agreesAt", "a point", x -> gradient().agreesAt(new double[] {x}, ""), NAN, INFINITY);
        row(
                "GradientAssertion.agreesAt",
                "a point without components",
                () -> gradient().agreesAt(new double[0], ""));
        numbers("GradientAssertion.backward", "an upstream gradient", u -> backward(u), 0, NAN, INFINITY);
        row("GradientAssertion.backward", "no upstream gradient", () -> backward());
    }

    private void samples() {
        numbers(
                "SampleAssertions.hasMean",
                "a mean",
                m -> SampleAssertions.hasMean("x", DRAWS, m, 1, ""),
                NAN,
                INFINITY);
        numbers(
                "SampleAssertions.hasMean",
                "a deviation",
                s -> SampleAssertions.hasMean("x", DRAWS, 0, s, ""),
                -1,
                NAN,
                INFINITY);
        numbers(
                "SampleAssertions.hasVariance",
                "a variance",
                v -> SampleAssertions.hasVariance("x", DRAWS, v, ""),
                -1,
                NAN,
                INFINITY);
        numbers(
                "SampleAssertions.hasVariance",
                "a kurtosis",
                k -> SampleAssertions.hasVariance("x", DRAWS, 1, k, ""),
                0.5,
                NAN,
                INFINITY);
        numbers(
                "SampleAssertions.hasProportion",
                "a probability",
                p -> SampleAssertions.hasProportion("x", 50, 100, p, ""),
                -0.5,
                1.5,
                NAN);
        row("SampleAssertions.hasProportion", "no trials", () -> SampleAssertions.hasProportion("x", 0, 0, 0.5, ""));
        numbers(
                "SampleAssertions.matchProbabilities",
                "a probability",
                p -> SampleAssertions.matchProbabilities("x", new long[] {9, 9}, new double[] {p, 1 - p}, ""),
                -0.5,
                1.5,
                NAN);
        row(
                "SampleAssertions.matchProbabilities",
                "no categories",
                () -> SampleAssertions.matchProbabilities("x", new long[0], new double[0], ""));
        row(
                "SampleAssertions.matchProbabilities",
                "probabilities that add up to 2",
                () -> SampleAssertions.matchProbabilities("x", new long[] {9, 9}, new double[] {1, 1}, ""));
        row("TailProbabilities.chiSquare", "no degrees of freedom", () -> TailProbabilities.chiSquare(1, 0));
        row("TailProbabilities.kolmogorovSmirnov", "no draws", () -> TailProbabilities.kolmogorovSmirnov(0.1, 0));
    }

    private void properties() {
        var property = Property.forAll(Gen.doubles(0, 1));
        numbers("Property.cases", "a number of cases", n -> property.cases((int) n), 0, -1);
        row("Property.shrinkingCalls", "fewer calls than none", () -> property.shrinkingCalls(-1));
        row(
                "Property.check",
                "a filter that rejects all",
                () -> Property.forAll(Gen.ints(0, 9).filter(_ -> false)).check(_ -> {}));
        row("Linearity.isLinear", "no dimension", () -> Linearity.isLinear("f", 0, x -> x, ""));
        row("Linearity.areAdjoint", "no inputs", () -> Linearity.areAdjoint("f", x -> x, "g", x -> x, 0, 1, ""));
        row("Linearity.areAdjoint", "no outputs", () -> Linearity.areAdjoint("f", x -> x, "g", x -> x, 1, 0, ""));
    }

    private void purity() {
        row(
                "Purity.noAliasing",
                "an empty argument",
                () -> Purity.noAliasing("f", () -> new double[0], x -> x, out -> out));
        row("Purity.sharesNoArray", "an empty argument", () -> Purity.sharesNoArray("f", new double[0], X));
        row("Purity.sharesNoArray", "a result that can't be looked into", () -> Purity.sharesNoArray("f", X, "x"));
        row("Purity.leavesUnchanged", "an empty array", () -> Purity.leavesUnchanged("x", new double[0], _ -> {}));
    }

    private void costsAndPrecision() {
        row(
                "Growth.startingAt",
                "a size of 0",
                () -> Growth.ofTime("f", _ -> () -> {}).startingAt(0));
        row("Growth.allocatesAtMost", "fewer bytes than none", () -> Growth.allocatesAtMost("f", -1, () -> {}, ""));
        row("Precision.gamma", "fewer roundings than none", () -> Precision.DOUBLE.gamma(-1));
        numbers(
                "Precision.relativeTolerance",
                "a condition",
                k -> Precision.DOUBLE.relativeTolerance(3, k),
                0.5,
                NAN,
                INFINITY);
        numbers("Precision.sumTolerance", "a term", t -> Precision.DOUBLE.sumTolerance(1, t), NAN, INFINITY);
        numbers(
                "Precision.dotTolerance",
                "a component",
                t -> Precision.DOUBLE.dotTolerance(X, new double[] {1, t}),
                NAN,
                INFINITY);
        row("Precision.dotTolerance", "vectors of two lengths", () -> Precision.DOUBLE.dotTolerance(X, DRAWS));
    }

    private void models() {
        row("ModelProbes.isCausal", "a sequence of one row", () -> ModelProbes.isCausal("f", x -> x, ONE_ROW, ""));
        row(
                "ModelProbes.dependsOnOrder",
                "two rows",
                () -> ModelProbes.dependsOnOrder("f", x -> x, new double[2][1], ""));
        row(
                "ModelProbes.dependsOnOrder",
                "equal rows",
                () -> ModelProbes.dependsOnOrder("f", x -> x, new double[3][1], ""));
        row(
                "ModelProbes.treatsRowsIndependently",
                "a batch of one row",
                () -> ModelProbes.treatsRowsIndependently("f", x -> x, ONE_ROW, ""));
        row(
                "ModelProbes.treatsRowsIndependently",
                "rows of nothing",
                () -> ModelProbes.treatsRowsIndependently("f", x -> x, new double[3][0], ""));
        numbers(
                "ModelProbes.isCausal",
                "an element",
                e -> ModelProbes.isCausal("f", x -> x, new double[][] {{1}, {e}}, ""),
                NAN,
                INFINITY);
        numbers(
                "ModelProbes.hasAttentionEntropy",
                "a smallest entropy",
                e -> ModelProbes.hasAttentionEntropy("f", ROWS, e, 1, ""),
                -1,
                2,
                NAN);
        numbers(
                "ModelProbes.hasAttentionEntropy",
                "a largest entropy",
                e -> ModelProbes.hasAttentionEntropy("f", ROWS, 0.5, e, ""),
                0.4,
                2,
                NAN);
        numbers(
                "TrainingProbes.startsAtLogK",
                "a number of classes",
                k -> TrainingProbes.startsAtLogK("f", () -> 0, (int) k, ""),
                0,
                1);
        row("TrainingProbes.learnsOneBatch", "one step", () -> TrainingProbes.learnsOneBatch("f", () -> 1, 1, 0.1, ""));
        numbers(
                "TrainingProbes.learnsOneBatch",
                "a ratio",
                q -> TrainingProbes.learnsOneBatch("f", () -> 1, 9, q, ""),
                -1,
                1,
                NAN);
        row(
                "TrainingProbes.learnsNothingFromShuffledLabels",
                "one class",
                () -> TrainingProbes.learnsNothingFromShuffledLabels("f", new int[] {1, 1}, _ -> 1, 9, ""));
        row(
                "TrainingProbes.learnsNothingFromShuffledLabels",
                "no test rows",
                () -> TrainingProbes.learnsNothingFromShuffledLabels("f", new int[] {0, 1}, _ -> 1, 0, ""));
        numbers("TrainingProbes.unitsLive", "a fraction", q -> TrainingProbes.unitsLive("f", ROWS, q, ""), -1, 1, NAN);
        numbers(
                "TrainingProbes.gradientsFlow",
                "a ratio",
                q -> TrainingProbes.gradientsFlow("f", X, q, ""),
                0.5,
                NAN,
                INFINITY);
    }

    private void probes() {
        row("MemberProbes.upTo", "a largest size of 4", () -> member().upTo(4));
        row("MemberProbes.without", "no reason", () -> member().without(Probe.NAN, ""));
        row(
                "MemberProbes.of",
                "a definition that fails by mistake",
                () -> MemberProbes.of("f(x)", Argument.array(), x -> x, x -> new double[] {x[7]})
                        .hold(""));
        row("Argument.array", "an array of no length", () -> Argument.array(0));
        row("Argument.rows", "rows without columns", () -> Argument.rows(0));
        row(
                "EqualityProbes.hold",
                "one value",
                () -> EqualityProbes.of("T").value("1", () -> 1).hold(""));
    }

    private static GradientAssertion gradient() {
        return GradientAssertion.gradient("f", x -> x[0], _ -> new double[] {1});
    }

    private static void backward(double... upstream) {
        GradientAssertion.backward("f", x -> x, x -> x, upstream);
    }

    private static MemberProbes<double[], double[]> member() {
        return MemberProbes.of("f(x)", Argument.array(), double[]::clone, double[]::clone);
    }
}
