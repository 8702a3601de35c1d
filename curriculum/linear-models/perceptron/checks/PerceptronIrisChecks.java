package gradus.checks.perceptron;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.classic.Perceptron;
import gradus.ml.linalg.Matrix;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Metric;
import gradus.proctor.data.CsvTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The gate: Iris setosa against the two other species, by petal length and width.
class PerceptronIrisChecks {

    private static final int ORDERS = 20;

    @Test
    @DisplayName("it tells setosa from the other irises by petal length and width, in 20 orders of the rows")
    @Clause({"update", "score", "stop"})
    void namesSetosa() {
        var iris = CsvTable.read("iris");
        // Whole millimetres divided by 8, a power of two: doubles hold these numbers and all their sums exactly, so
        // that rounding decides nothing.
        double[][] petals = Arrays.stream(iris.numericColumns("petal_length_cm", "petal_width_cm"))
                .map(flower ->
                        Arrays.stream(flower).map(cm -> Math.rint(10 * cm) / 8).toArray())
                .toArray(double[][]::new);
        int[] setosa = iris.stringColumn("species").stream()
                .mapToInt(species -> species.equals("setosa") ? 1 : 0)
                .toArray();
        var random = new Random(Metric.seed(7));
        List<int[]> orders = IntStream.range(0, ORDERS)
                .mapToObj(_ -> permutation(petals.length, random))
                .toList();
        List<Perceptron.Model> models = new ArrayList<>();
        double right = Metric.of("flowers named correctly, of 150: the mean over 20 orders", () -> {
                    double count = 0;
                    for (int[] order : orders) {
                        Matrix x = Matrix.of(
                                Arrays.stream(order).mapToObj(i -> petals[i]).toArray(double[][]::new));
                        int[] labels = Arrays.stream(order).map(i -> setosa[i]).toArray();
                        Perceptron.Model model = new Perceptron(100).fit(x, labels);
                        int[] predicted = model.predict(x);
                        count += IntStream.range(0, labels.length)
                                .filter(i -> predicted[i] == labels[i])
                                .count();
                        models.add(model);
                    }
                    return count / ORDERS;
                })
                .atLeast(145, "a line separates setosa from the others, so the library names all 150 in every order");
        for (Perceptron.Model model : models) {
            calling(
                            "predict(petals) of a model trained on the petals in another order",
                            () -> model.predict(Matrix.of(petals)))
                    .gives(setosa, "a line separates setosa from the others: all 150 are named correctly");
        }
        double mistakes = Metric.of(
                        "mistakes until the line was found: the mean over 20 orders",
                        () -> models.stream()
                                .mapToLong(Perceptron.Model::mistakes)
                                .average()
                                .orElseThrow())
                .recorded();
        IO.println("Your perceptron named " + Math.round(right) + " of 150 flowers correctly, in each of " + ORDERS
                + " orders, after " + Math.round(10 * mistakes) / 10.0 + " mistakes on average.");
    }

    private static int[] permutation(int n, Random random) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }
}
