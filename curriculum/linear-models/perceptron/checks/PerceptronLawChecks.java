package gradus.checks.perceptron;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.classic.Perceptron;
import gradus.ml.linalg.Matrix;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Pair;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is true of every table. All features are whole numbers, so that rounding decides nothing.
class PerceptronLawChecks {

    static final Gen<Double> WHOLE = Gen.ints(-5, 5).map(Integer::doubleValue);
    /// Two to seven rows of one to three features, with both classes among the labels.
    static final Gen<Pair<double[][], int[]>> TABLES = Gen.pairs(Gen.sizes(2, 7), Gen.sizes(1, 3))
            .flatMap(shape -> Gen.pairs(
                    Gen.matrix(WHOLE, shape.first(), shape.second()),
                    Gen.intArrays(Gen.ints(0, 1), shape.first(), shape.first())))
            .filter(table -> Arrays.stream(table.second()).distinct().count() == 2);

    @Test
    @DisplayName("fit keeps to its definition for any number of rows")
    @Clause({"start", "mistake", "update", "stop", "shapes", "refusals", "unchanged"})
    void fitProbes() {
        MemberProbes.of(
                        "w and b of new Perceptron(3).fit(x, labels), where every third label is 0 and the others 1",
                        Argument.rows(2),
                        rows -> weights(new Perceptron(3).fit(Matrix.of(rows), thirds(rows.length))),
                        rows -> trained(rows, thirds(rows.length), 3).last())
                .elements(Gen.ints(-9, 9).map(Integer::doubleValue))
                .upTo(20)
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open")
                .hold("start at 0, add or subtract each mistake at once, stop after three epochs");
    }

    @Test
    @DisplayName("weights and counts are those of the rule, for random tables")
    @Clause({"start", "mistake", "update", "stop", "counts", "accuracy"})
    void followsTheRule() {
        forAll(Gen.pairs(TABLES, Gen.ints(1, 6))).cases(80).check(drawn -> {
            double[][] rows = drawn.first().first();
            int[] labels = drawn.first().second();
            int most = drawn.second();
            Expected expected = trained(rows, labels, most);
            Supplier<String> call = () -> call(most, false, rows, labels);
            calling(
                            () -> call.get() + ".mistakes()",
                            () -> fit(most, false, rows, labels).mistakes())
                    .gives(expected.mistakes(), "the mistakes of all epochs");
            calling(() -> call.get() + ": w and b", () -> weights(fit(most, false, rows, labels)))
                    .gives(expected.last(), "each mistake added or subtracted, at once");
            calling(
                            () -> call.get() + ".epochs()",
                            () -> fit(most, false, rows, labels).epochs())
                    .gives(expected.epochs(), "until an epoch without a mistake, or maxEpochs");
            calling(
                            () -> call.get() + ".converged()",
                            () -> fit(most, false, rows, labels).converged())
                    .gives(expected.converged(), "whether the last epoch was free of mistakes");
        });
    }

    @Test
    @DisplayName("averaged weights are the mean over every visited row, for random tables")
    @Clause({"averaged", "counts", "accuracy"})
    void averagesEveryVisit() {
        forAll(Gen.pairs(TABLES, Gen.ints(1, 6))).cases(80).check(drawn -> {
            double[][] rows = drawn.first().first();
            int[] labels = drawn.first().second();
            int most = drawn.second();
            Expected expected = trained(rows, labels, most);
            Supplier<String> call = () -> call(most, true, rows, labels);
            calling(() -> call.get() + ": w and b", () -> weights(fit(most, true, rows, labels)))
                    .within(1e-9, 1e-9)
                    .gives(expected.mean(), "the mean of the weights after every visited row, mistake or not");
            calling(
                            () -> call.get() + ".mistakes()",
                            () -> fit(most, true, rows, labels).mistakes())
                    .gives(expected.mistakes(), "training is the same as without averaging");
        });
    }

    @Test
    @DisplayName("swapping the two labels turns every weight round, and the number of mistakes stays")
    @Clause({"update", "mistake", "averaged"})
    void swappedLabels() {
        forAll(Gen.pairs(TABLES, Gen.booleans())).cases(50).check(drawn -> {
            double[][] rows = drawn.first().first();
            int[] labels = drawn.first().second();
            int[] swapped = Arrays.stream(labels).map(label -> 1 - label).toArray();
            boolean mean = drawn.second();
            double[] before = calling(
                            () -> call(4, mean, rows, labels) + ": w and b", () -> weights(fit(4, mean, rows, labels)))
                    .result();
            calling(() -> call(4, mean, rows, swapped) + ": w and b", () -> weights(fit(4, mean, rows, swapped)))
                    .within(1e-9, 1e-9)
                    .gives(
                            Arrays.stream(before).map(weight -> 0 - weight).toArray(),
                            "with the labels swapped, every row has the opposite target");
        });
    }

    @Test
    @DisplayName("other names for the two classes change no weight")
    @Clause("labels")
    void otherLabels() {
        forAll(TABLES).cases(50).check(table -> {
            double[][] rows = table.first();
            int[] labels = table.second();
            int[] renamed =
                    Arrays.stream(labels).map(label -> label == 1 ? 12 : -30).toArray();
            double[] before = calling(
                            () -> call(4, false, rows, labels) + ": w and b",
                            () -> weights(fit(4, false, rows, labels)))
                    .result();
            calling(() -> call(4, false, rows, renamed) + ": w and b", () -> weights(fit(4, false, rows, renamed)))
                    .gives(before, "a label is a name: only which of the two is larger counts");
        });
    }

    @Test
    @DisplayName("two epochs over a table are one epoch over the table written twice")
    @Clause({"start", "stop", "counts"})
    void epochsGoOn() {
        forAll(TABLES).cases(50).check(table -> {
            double[][] rows = table.first();
            int[] labels = table.second();
            if (trained(rows, labels, 1).converged()) {
                return;
            }
            int n = rows.length;
            double[][] twice =
                    IntStream.range(0, 2 * n).mapToObj(i -> rows[i % n]).toArray(double[][]::new);
            int[] labelsTwice =
                    IntStream.range(0, 2 * n).map(i -> labels[i % n]).toArray();
            double[] long1 = calling(
                            () -> call(1, false, twice, labelsTwice) + ": w and b",
                            () -> weights(fit(1, false, twice, labelsTwice)))
                    .result();
            calling(() -> call(2, false, rows, labels) + ": w and b", () -> weights(fit(2, false, rows, labels)))
                    .gives(long1, "the same rows are visited in the same order");
        });
    }

    @Test
    @DisplayName("the columns in another order give the weights in that order")
    @Clause({"update", "score"})
    void reversedColumns() {
        forAll(TABLES).cases(50).check(table -> {
            double[][] rows = table.first();
            int[] labels = table.second();
            double[][] turned =
                    Arrays.stream(rows).map(PerceptronLawChecks::reversed).toArray(double[][]::new);
            double[] before = calling(
                            () -> call(4, false, rows, labels) + ".coefficients()",
                            () -> fit(4, false, rows, labels).coefficients().toArray())
                    .result();
            calling(
                            () -> call(4, false, turned, labels) + ".coefficients()",
                            () -> fit(4, false, turned, labels).coefficients().toArray())
                    .gives(reversed(before), "every feature keeps its own weight");
        });
    }

    @Test
    @DisplayName("a column of zeros gets weight 0, and nothing else changes")
    @Clause({"update", "averaged", "shapes"})
    void columnOfZeros() {
        forAll(Gen.pairs(TABLES, Gen.booleans())).cases(50).check(drawn -> {
            double[][] rows = drawn.first().first();
            int[] labels = drawn.first().second();
            boolean mean = drawn.second();
            double[][] wider = Arrays.stream(rows)
                    .map(row -> DoubleStream.concat(DoubleStream.of(0), Arrays.stream(row))
                            .toArray())
                    .toArray(double[][]::new);
            double[] before = calling(
                            () -> call(4, mean, rows, labels) + ": w and b", () -> weights(fit(4, mean, rows, labels)))
                    .result();
            calling(() -> call(4, mean, wider, labels) + ": w and b", () -> weights(fit(4, mean, wider, labels)))
                    .within(1e-9, 1e-9)
                    .gives(
                            DoubleStream.concat(DoubleStream.of(0), Arrays.stream(before))
                                    .toArray(),
                            "a feature that is always 0 adds nothing to a score, and nothing to its weight");
        });
    }

    static Perceptron.Model fit(int most, boolean averaged, double[][] rows, int[] labels) {
        return new Perceptron(most, averaged).fit(Matrix.of(rows), labels);
    }

    static String call(int most, boolean averaged, double[][] rows, int[] labels) {
        return "new Perceptron(" + most + (averaged ? ", true" : "") + ").fit({" + JavaLiterals.rows(rows) + "}, {"
                + JavaLiterals.elements(labels) + "})";
    }

    /// The coefficients, then the intercept.
    private static double[] weights(Perceptron.Model model) {
        double[] weights = Arrays.copyOf(
                model.coefficients().toArray(), model.coefficients().size() + 1);
        weights[weights.length - 1] = model.intercept();
        return weights;
    }

    private static int[] thirds(int n) {
        return IntStream.range(0, n).map(i -> i % 3 == 0 ? 0 : 1).toArray();
    }

    private static double[] reversed(double[] x) {
        return IntStream.range(0, x.length)
                .mapToDouble(j -> x[x.length - 1 - j])
                .toArray();
    }

    static double[] finite(double[] row) {
        if (!Arrays.stream(row).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a feature isn't finite");
        }
        return row;
    }

    /// The last of the weights is the intercept.
    static double score(double[] weights, double[] row) {
        double sum = weights[row.length];
        for (int j = 0; j < row.length; j++) {
            sum += weights[j] * row[j];
        }
        return sum;
    }

    /// What the rule says, with the history of all weights, for labels 0 and 1.
    private static Expected trained(double[][] rows, int[] labels, int most) {
        if (Arrays.stream(labels).distinct().count() != 2) {
            throw new IllegalArgumentException("two classes are needed");
        }
        Arrays.stream(rows).forEach(PerceptronLawChecks::finite);
        int width = rows[0].length + 1;
        double[] now = new double[width];
        double[] total = new double[width];
        long mistakes = 0;
        int epochs = 0;
        boolean converged = false;
        while (epochs < most && !converged) {
            long before = mistakes;
            for (int i = 0; i < rows.length; i++) {
                double score = score(now, rows[i]);
                boolean right = labels[i] == 1 ? score > 0 : score < 0;
                for (int j = 0; j < width && !right; j++) {
                    double step = j < width - 1 ? rows[i][j] : 1;
                    now[j] = labels[i] == 1 ? now[j] + step : now[j] - step;
                }
                mistakes += right ? 0 : 1;
                for (int j = 0; j < width; j++) {
                    total[j] += now[j];
                }
            }
            epochs++;
            converged = mistakes == before;
        }
        double visits = (double) epochs * rows.length;
        return new Expected(now, Arrays.stream(total).map(sum -> sum / visits).toArray(), mistakes, epochs, converged);
    }

    private record Expected(double[] last, double[] mean, long mistakes, int epochs, boolean converged) {}
}
