package gradus.checks.framing_baselines;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.unchanged;

import gradus.lab.framing_baselines.Baselines;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the baselines predict at every size.
class BaselineProbeChecks {

    private static final Argument<double[], Vector> VECTOR = Argument.of(Vector::of, Vector::toArray);
    private static final Argument<double[], int[]> LABELS = Argument.of(
            cells -> Arrays.stream(cells).mapToInt(cell -> (int) cell).toArray(),
            labels -> Arrays.stream(labels).asDoubleStream().toArray());

    @Test
    @DisplayName("mean keeps to its definition at every size")
    @Clause({"constants", "accuracy", "unchanged"})
    void mean() {
        baseline("mean", x -> Baselines.mean(x, half(x.size())).toArray(), x -> {
                    int from = half(x.length);
                    return filled(Arrays.stream(x, 0, from).sum() / from, x.length - from);
                })
                .hold("the mean of the targets before row n / 2, for each other row");
    }

    @Test
    @DisplayName("median keeps to its definition at every size")
    @Clause({"constants", "accuracy", "unchanged"})
    void median() {
        baseline("median", x -> Baselines.median(x, half(x.size())).toArray(), x -> {
                    int from = half(x.length);
                    double[] sorted = Arrays.stream(x)
                            .limit(from)
                            .boxed()
                            .sorted()
                            .mapToDouble(v -> v)
                            .toArray();
                    return filled((sorted[(from - 1) / 2] + sorted[from / 2]) / 2, x.length - from);
                })
                .hold("the median of the targets before row n / 2, for each other row");
    }

    @Test
    @DisplayName("seasonal keeps to its definition at every size")
    @Clause({"seasonal", "baseline-refusals", "unchanged"})
    void seasonal() {
        probed(MemberProbes.of(
                        "Baselines.seasonal(x, x.size() / 2, 3, 4).toArray()",
                        VECTOR,
                        x -> Baselines.seasonal(x, x.size() / 2, 3, 4).toArray(),
                        x -> {
                            int from = x.length / 2;
                            if (from < 6) {
                                throw new IllegalArgumentException("no row 6 rows before row " + from);
                            }
                            return Arrays.copyOfRange(x, from - 6, x.length - 6);
                        }))
                .hold("the target 6 rows before");
    }

    @Test
    @DisplayName("majority keeps to its definition at every size, and leaves the labels in order")
    @Clause({"majority", "baseline-refusals", "unchanged"})
    void majority() {
        probed(MemberProbes.of(
                                "Baselines.majority(x, x.length / 2)",
                                LABELS,
                                x -> Baselines.majority(x, x.length / 2),
                                x -> {
                                    int from = x.length / 2;
                                    int best = 0;
                                    long most = 0;
                                    for (int label = -9; label <= 9; label++) {
                                        int name = label;
                                        long count = Arrays.stream(x, 0, from)
                                                .filter(cell -> (int) cell == name)
                                                .count();
                                        if (count > most) {
                                            most = count;
                                            best = label;
                                        }
                                    }
                                    if (most == 0) {
                                        throw new IllegalArgumentException("no rows before row " + from);
                                    }
                                    return best;
                                })
                        .elements(Gen.ints(-4, 4).map(Integer::doubleValue)))
                .hold("the most frequent label before row n / 2, the smallest if several are");
        int[] labels = {3, 1, 2, 1, 9, 0};
        calling(BaselineChecks.call(labels, 4), () -> Baselines.majority(labels, 4))
                .result();
        unchanged("labels after Baselines.majority(labels, 4)", new int[] {3, 1, 2, 1, 9, 0}, labels);
    }

    private static MemberProbes<double[], double[]> baseline(
            String name, Function<Vector, double[]> function, Function<double[], double[]> definition) {
        String call = "Baselines." + name + "(x, x.size() / 2).toArray()";
        return probed(MemberProbes.of(call, VECTOR, function, definition)).within(1e-9, 1e-9);
    }

    private static MemberProbes<double[], double[]> probed(MemberProbes<double[], double[]> probes) {
        return probes.upTo(70)
                .without(Probe.NAN, "the contract says that targets are finite")
                .without(Probe.INFINITIES, "the contract says that targets are finite")
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open");
    }

    private static int half(int rows) {
        if (rows < 2) {
            throw new IllegalArgumentException("no past, or nothing to predict");
        }
        return rows / 2;
    }

    private static double[] filled(double value, int size) {
        double[] filled = new double[size];
        Arrays.fill(filled, value);
        return filled;
    }
}
