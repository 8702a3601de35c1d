package gradus.proctor.assertions;

import static gradus.proctor.assertions.Expect.calling;

import gradus.proctor.diagnosis.Copies;
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
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What each assertion says of each kind of result. The columns are those of [ResultKind]: `p` passes, `f`
/// fails, `r` is refused as a fault of the lab, and `-` can't be written in Java.
final class ResultTable {

    /// @param right the right result, of which the others are made
    /// @param assertion the assertion, whose learner's code gives the result that it is handed
    record Row(String method, Object right, String outcomes, Consumer<@Nullable Object> assertion) {}

    private static final double[] RIGHT = {1, 2, 3};
    private static final double[][] ROWS = {{1, 2}, {3, -1}, {0.5, 4}};
    private static final double[] SAMPLE = new Random(1).doubles(20).toArray();
    private static final double[] SIGNS = {1, 1, -1, -1, 1, 1, -1, -1};
    private static final String CALL = "f()";

    static final List<Row> ROWS_OF_RESULTS = List.of(
            row(
                    "CallAssertion.gives",
                    RIGHT,
                    "pfffffff",
                    r -> calling(CALL, () -> r).gives(RIGHT, "")),
            row(
                    "CallAssertion.satisfies",
                    1.0,
                    "pffp---f",
                    r -> calling(CALL, () -> (Double) r).satisfies(x -> !(x > 10), "at most 10", "")),
            row(
                    "CallAssertion.result",
                    RIGHT,
                    "pppppppf",
                    r -> calling(CALL, () -> r).result()),
            row(
                    "CallAssertion.fails",
                    RIGHT,
                    "pfffffff",
                    r -> calling(CALL, () -> failing(r)).fails(IllegalArgumentException.class, "")),
            row(
                    "CallAssertion.failsSaying",
                    RIGHT,
                    "pfffffff",
                    r -> calling(CALL, () -> failing(r)).failsSaying(IllegalArgumentException.class, "3 numbers", "")),
            row(
                    "Metric.atLeast",
                    1.0,
                    "pfff---f",
                    r -> Metric.of(CALL, () -> (Double) r).atLeast(0.5, "")),
            row(
                    "Metric.atMost",
                    1.0,
                    "pfff---f",
                    r -> Metric.of(CALL, () -> (Double) r).atMost(1.5, "")),
            row(
                    "Metric.recorded",
                    1.0,
                    "pppp---f",
                    r -> Metric.of(CALL, () -> (Double) r).recorded()),
            row("Expect.unchanged", RIGHT, "pfffffff", r -> Expect.unchanged("x", RIGHT.clone(), r)),
            row("Expect.that", 1.0, "pffp---f", r -> Expect.that(r == null || !((Double) r > 10), "x", "≤ 10", r, "")),
            row(
                    "Purity.noAliasing",
                    RIGHT,
                    "ppppfp-f",
                    r -> Purity.noAliasing(CALL, () -> new double[] {4}, _ -> (double[]) r, out -> out)),
            row("Purity.sharesNoArray", RIGHT, "ppppfppf", r -> Purity.sharesNoArray(CALL, RIGHT.clone(), r)),
            row("Purity.repeatable", RIGHT, "pppppppf", r -> Purity.repeatable(CALL, () -> Copies.deep(r))),
            row(
                    "Purity.unaffectedBy",
                    RIGHT,
                    "pppppppf",
                    r -> Purity.unaffectedBy(CALL, () -> Copies.deep(r), "g()", () -> 1)),
            row(
                    "Purity.seeded",
                    RIGHT,
                    "pfffffff",
                    r -> Purity.seeded(seed -> "f(" + seed + ")", seed -> isRight(r) ? seed : r)),
            row(
                    "Purity.leavesUnchanged",
                    RIGHT,
                    "pfff----",
                    r -> Purity.leavesUnchanged("x", RIGHT.clone(), x -> x[2] = ((double[]) r)[2])),
            row(
                    "Growth.atMost",
                    CALL,
                    "p------r",
                    r -> Growth.ofAllocation(CALL, _ -> workload(r)).atMost(Growth.Order.LINEAR, "")),
            row("Growth.allocatesAtMost", CALL, "p------r", r -> Growth.allocatesAtMost(CALL, 999, workload(r), "")),
            row(
                    "GradientAssertion.agreesAt",
                    RIGHT,
                    "pfffff-f",
                    r -> GradientAssertion.gradient(CALL, x -> x[0] + 2 * x[1] + 3 * x[2], _ -> (double[]) r)
                            .agreesAt(new double[3], "")),
            row(
                    "SampleAssertions.hasMean",
                    SAMPLE,
                    "pffffp-f",
                    r -> SampleAssertions.hasMean(CALL, (double[]) r, 0.5, 0.3, "")),
            row(
                    "SampleAssertions.hasVariance",
                    SAMPLE,
                    "pffffp-f",
                    r -> SampleAssertions.hasVariance(CALL, (double[]) r, 1 / 12.0, 1.8, "")),
            row(
                    "SampleAssertions.hasProportion",
                    0.5,
                    "pfff----",
                    r -> SampleAssertions.hasProportion(CALL, (long) (100 * (Double) r), 100, 0.5, "")),
            row(
                    "SampleAssertions.hasDistribution",
                    SAMPLE,
                    "pffffp-f",
                    r -> SampleAssertions.hasDistribution(CALL, (double[]) r, x -> Math.clamp(x, 0.0, 1.0), "")),
            row(
                    "SampleAssertions.areUncorrelated",
                    new double[] {1, -1, 1, -1, 1, -1, 1, -1},
                    "pfffff-f",
                    r -> SampleAssertions.areUncorrelated(CALL, (double[]) r, SIGNS, "")),
            row(
                    "SampleAssertions.matchProbabilities",
                    new long[] {50, 50},
                    "p---ff-f",
                    r -> SampleAssertions.matchProbabilities(CALL, (long[]) r, new double[] {0.5, 0.5}, "")),
            row(
                    "Property.check",
                    RIGHT,
                    "pfffffff",
                    r -> Property.forAll(Gen.constant(CALL))
                            .check(call -> calling(call, () -> r).gives(RIGHT, ""))),
            row(
                    "MetamorphicRelations.invariant",
                    RIGHT,
                    "pfppfppf",
                    r -> constant(r).invariant("1", x -> x, "")),
            row(
                    "MetamorphicRelations.invariantToAny",
                    RIGHT,
                    "pfppfppf",
                    r -> constant(r).invariantToAny("1", Gen::constant, "")),
            row(
                    "MetamorphicRelations.equivariant",
                    RIGHT,
                    "pfppfppf",
                    r -> constant(r).equivariant("1", x -> x, out -> out, "")),
            row(
                    "MetamorphicRelations.idempotent",
                    RIGHT,
                    "pfppfppf",
                    r -> constant(r).idempotent(_ -> 1.0, "")),
            row(
                    "MetamorphicRelations.conserves",
                    RIGHT,
                    "pfffff-f",
                    r -> constant(r)
                            .conserves(
                                    "the sum",
                                    6,
                                    out -> Arrays.stream((double[]) out).sum(),
                                    "")),
            row(
                    "MetamorphicRelations.sumsTo",
                    RIGHT,
                    "pfffff-f",
                    r -> constant(r).sumsTo(6, out -> (double[]) out, "")),
            row(
                    "MetamorphicRelations.monotone",
                    1.0,
                    "pfpp---f",
                    r -> constant(r).monotone(Gen::constant, out -> (Double) out, "")),
            row(
                    "Linearity.isLinear",
                    RIGHT,
                    "pfffff-f",
                    r -> Linearity.isLinear("f", 3, x -> isRight(r) ? x : (double[]) r, "")),
            row(
                    "Linearity.areAdjoint",
                    RIGHT,
                    "pfffff-f",
                    r -> Linearity.areAdjoint("f", x -> x, "g", y -> isRight(r) ? y : (double[]) r, 3, 3, "")),
            row("ModelProbes.isCausal", ROWS, "pfffffpf", r -> ModelProbes.isCausal(CALL, model(r, x -> x), ROWS, "")),
            row(
                    "ModelProbes.dependsOnOrder",
                    ROWS,
                    "pfffffff",
                    r -> ModelProbes.dependsOnOrder(
                            CALL, model(r, x -> new double[][] {x[0], x[1], x[0]})::apply, ROWS, "")),
            row(
                    "ModelProbes.treatsRowsIndependently",
                    ROWS,
                    "pfffffff",
                    r -> ModelProbes.treatsRowsIndependently(CALL, model(r, x -> x), ROWS, "")),
            row(
                    "ModelProbes.isRandomOnlyInTraining",
                    RIGHT,
                    "pfffff-f",
                    r -> ModelProbes.isRandomOnlyInTraining(
                            CALL, () -> new double[] {7, 8, 9}, () -> (double[]) r, "")),
            row(
                    "ModelProbes.hasAttentionEntropy",
                    new double[][] {{0.5, 0.5}, {0.9, 0.1}, {0.3, 0.7}},
                    "pffffpff",
                    r -> ModelProbes.hasAttentionEntropy(CALL, (double[][]) r, 0.1, 0.99, "")),
            row(
                    "TrainingProbes.startsAtLogK",
                    Math.log(10),
                    "pfff----",
                    r -> TrainingProbes.startsAtLogK(CALL, () -> (Double) r, 10, "")),
            row("TrainingProbes.learnsOneBatch", 0.001, "pfff----", r -> {
                double[] losses = {1, (Double) r};
                int[] step = {0};
                TrainingProbes.learnsOneBatch(CALL, () -> losses[step[0]++], 2, 0.01, "");
            }),
            row(
                    "TrainingProbes.learnsNothingFromShuffledLabels",
                    0.5,
                    "pfff----",
                    r -> TrainingProbes.learnsNothingFromShuffledLabels(
                            CALL, new int[] {0, 1}, _ -> (Double) r, 100, "")),
            row(
                    "TrainingProbes.unitsLive",
                    ROWS,
                    "pffffpff",
                    r -> TrainingProbes.unitsLive(CALL, (double[][]) r, 0, "")),
            row(
                    "TrainingProbes.gradientsFlow",
                    RIGHT,
                    "pffffp-f",
                    r -> TrainingProbes.gradientsFlow(CALL, (double[]) r, 10, "")),
            row("MemberProbes.hold", RIGHT, "pfffffff", r -> member(r).hold("")),
            row("MemberProbes.holds", RIGHT, "pfffffff", r -> member(r).holds(Probe.SIZES, "")),
            row(
                    "EqualityProbes.hold",
                    1.0,
                    "pppp---f",
                    r -> EqualityProbes.of("Double")
                            .value("r", () -> r)
                            .value("2", () -> 2.0)
                            .hold("")));

    private ResultTable() {}

    private static Row row(String method, Object right, String outcomes, Consumer<@Nullable Object> assertion) {
        return new Row(method, right, outcomes, assertion);
    }

    private static boolean isRight(@Nullable Object result) {
        return Copies.sameBits(RIGHT, result);
    }

    private static @Nullable Object failing(@Nullable Object result) {
        if (isRight(result)) {
            throw new IllegalArgumentException("there are 3 numbers");
        }
        return result;
    }

    private static @Nullable Runnable workload(@Nullable Object result) {
        return result == null ? null : () -> {};
    }

    private static MetamorphicRelations<Double, Object> constant(@Nullable Object result) {
        return MetamorphicRelations.relations(Gen.doubles(-1, 1), x -> "f(" + x + ")", _ -> Copies.deep(result));
    }

    private static java.util.function.UnaryOperator<double[][]> model(
            @Nullable Object result, Function<double[][], double[][]> right) {
        return x -> Copies.sameBits(ROWS, result) ? right.apply(x) : (double[][]) result;
    }

    private static MemberProbes<double[], double[]> member(@Nullable Object result) {
        return MemberProbes.of("f(x)", Argument.array(), _ -> Copies.deep(result), _ -> (Object) RIGHT.clone());
    }
}
