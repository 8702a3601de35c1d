package gradus.checks.perceptron;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.classic.Perceptron;
import gradus.ml.linalg.Matrix;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// When training must end, and when it can't. All features are whole numbers, so that rounding decides nothing.
class PerceptronTheoryChecks {

    private static final int[] XOR = {0, 1, 1, 0};
    private static final double[][] CORNERS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

    @Test
    @DisplayName("separable classes: it converges, names every row, and makes at most (R/γ)² mistakes")
    @Clause({"update", "mistake", "stop", "counts"})
    void novikoff() {
        var random = new Random(21);
        for (int round = 0; round < 25; round++) {
            Planted planted = Planted.draw(random, 1 + round % 4, 3 + round / 2);
            double bound = planted.bound();
            Supplier<String> call = () -> "new Perceptron(" + (int) (bound + 2) + ").fit({"
                    + JavaLiterals.rows(planted.rows()) + "}, {" + JavaLiterals.elements(planted.labels()) + "})";
            var learner = new Perceptron((int) (bound + 2));
            Matrix x = Matrix.of(planted.rows());
            calling(
                            () -> call.get() + ".converged()",
                            () -> learner.fit(x, planted.labels()).converged())
                    .gives(true, "a hyperplane separates the two classes");
            calling(
                            () -> call.get() + ".mistakes()",
                            () -> learner.fit(x, planted.labels()).mistakes())
                    .satisfies(
                            mistakes -> mistakes >= 1 && mistakes <= bound,
                            "at least 1, and at most (R/γ)² = " + (long) bound,
                            "that's Novikoff's bound, for a hyperplane that separates them");
            calling(
                            () -> call.get() + ".predict(…) of the same rows",
                            () -> learner.fit(x, planted.labels()).predict(x))
                    .gives(planted.labels(), "it has found a separating hyperplane");
        }
    }

    @Test
    @DisplayName("separable classes: another order of the rows may give other weights, but separates them too")
    @Clause({"start", "stop", "score"})
    void anyOrderSeparates() {
        var random = new Random(22);
        for (int round = 0; round < 20; round++) {
            Planted planted = Planted.draw(random, 2, 12);
            var learner = new Perceptron((int) (planted.bound() + 2));
            int[] order = shuffled(random, planted.labels().length);
            double[][] rows =
                    Arrays.stream(order).mapToObj(i -> planted.rows()[i]).toArray(double[][]::new);
            int[] labels = Arrays.stream(order).map(i -> planted.labels()[i]).toArray();
            calling(
                            () -> "fit({" + JavaLiterals.rows(rows) + "}, {" + JavaLiterals.elements(labels)
                                    + "}).predict(…) of the same rows",
                            () -> learner.fit(Matrix.of(rows), labels).predict(Matrix.of(rows)))
                    .gives(labels, "a hyperplane separates them, whatever their order");
        }
    }

    @Test
    @DisplayName("exclusive or: it never converges, and stops at maxEpochs with 2 of 4 right")
    @Clause({"stop", "counts", "mistake"})
    void exclusiveOr() {
        Matrix x = Matrix.of(CORNERS);
        for (int epochs = 1; epochs <= 12; epochs++) {
            var learner = new Perceptron(epochs);
            String call = "new Perceptron(" + epochs + ").fit({{0, 0}, {0, 1}, {1, 0}, {1, 1}}, {0, 1, 1, 0})";
            calling(call + ".converged()", () -> learner.fit(x, XOR).converged())
                    .gives(false, "no line separates the two classes");
            calling(call + ".epochs()", () -> learner.fit(x, XOR).epochs())
                    .gives(epochs, "it never converges, so it makes all the epochs that it may");
            calling(
                            call + ".predict(…) of the four rows",
                            () -> right(learner.fit(x, XOR).predict(x), XOR))
                    .satisfies(count -> count == 2, "2 of 4 right", "after each epoch, all weights are back at 0");
        }
    }

    @Test
    @DisplayName("exclusive or anywhere, in any size and order: never more than 3 of 4 right")
    @Clause({"stop", "score"})
    void exclusiveOrElsewhere() {
        var random = new Random(23);
        for (int round = 0; round < 25; round++) {
            int[] order = shuffled(random, 4);
            double dx = random.nextInt(-4, 5);
            double dy = random.nextInt(-4, 5);
            double size = random.nextInt(1, 6);
            double[][] rows = Arrays.stream(order)
                    .mapToObj(i -> new double[] {dx + size * CORNERS[i][0], dy + size * CORNERS[i][1]})
                    .toArray(double[][]::new);
            int[] labels = Arrays.stream(order).map(i -> XOR[i]).toArray();
            int epochs = 1 + round;
            var learner = new Perceptron(epochs);
            Supplier<String> call = () -> "new Perceptron(" + epochs + ").fit({" + JavaLiterals.rows(rows) + "}, {"
                    + JavaLiterals.elements(labels) + "})";
            calling(
                            () -> call.get() + ".converged()",
                            () -> learner.fit(Matrix.of(rows), labels).converged())
                    .gives(false, "the segments that join equal labels cross, so no line separates them");
            calling(
                            () -> call.get() + ".predict(…) of the four rows",
                            () -> right(learner.fit(Matrix.of(rows), labels).predict(Matrix.of(rows)), labels))
                    .satisfies(count -> count <= 3, "at most 3 of 4 right", "no line gets all four right");
        }
    }

    private static int right(int[] predicted, int[] labels) {
        return (int) IntStream.range(0, labels.length)
                .filter(i -> i < predicted.length && predicted[i] == labels[i])
                .count();
    }

    private static int[] shuffled(Random random, int n) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    /// Rows on both sides of a hyperplane that was chosen first, none of them near it.
    private record Planted(double[] plane, double[][] rows, int[] labels) {

        static Planted draw(Random random, int features, int count) {
            while (true) {
                double[] plane =
                        random.ints(features + 1, -3, 4).asDoubleStream().toArray();
                List<double[]> rows = new ArrayList<>();
                for (int tries = 0; tries < 40 * count && rows.size() < count; tries++) {
                    double[] row = random.ints(features, -6, 7).asDoubleStream().toArray();
                    if (Math.abs(score(plane, row)) >= 3) {
                        rows.add(row);
                    }
                }
                int[] labels = rows.stream()
                        .mapToInt(row -> score(plane, row) > 0 ? 1 : 0)
                        .toArray();
                if (Arrays.stream(labels).distinct().count() == 2) {
                    return new Planted(plane, rows.toArray(double[][]::new), labels);
                }
            }
        }

        /// (R/γ)², with a 1 appended to each row, as the intercept's feature.
        double bound() {
            double longest = Arrays.stream(rows)
                    .mapToDouble(row -> 1 + Arrays.stream(row).map(x -> x * x).sum())
                    .max()
                    .orElseThrow();
            double nearest = Arrays.stream(rows)
                    .mapToDouble(row -> Math.abs(score(plane, row)))
                    .min()
                    .orElseThrow();
            double square = Arrays.stream(plane).map(w -> w * w).sum();
            return longest * square / (nearest * nearest);
        }

        private static double score(double[] plane, double[] row) {
            double sum = plane[row.length];
            for (int j = 0; j < row.length; j++) {
                sum += plane[j] * row[j];
            }
            return sum;
        }
    }
}
