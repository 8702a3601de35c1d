package gradus.checks.m04_perceptron_xor;

import gradus.ml.classic.Perceptron;
import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Metric;
import gradus.proctor.data.CsvTable;
import gradus.proctor.report.Report;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Setosa and the other irises, by their petals.
class SetosaChecks {

    private static final int ORDERS = 20;
    private static final Perceptron PATIENT = new Perceptron(1000);

    @Test
    @DisplayName("one line tells Setosa from the other irises, by two lengths of the petal, in any order")
    void setosa() {
        var iris = CsvTable.read("iris");
        double[][] petals = iris.numericColumns("petal_length_cm", "petal_width_cm");
        int[] labels = iris.rows().stream()
                .mapToInt(row -> row.getLast().endsWith("setosa") ? 1 : 0)
                .toArray();
        var mistakes = new double[ORDERS];
        Metric.of("irises named rightly in the worst order, of 150", () -> {
                    int least = labels.length;
                    for (int i = 0; i < ORDERS; i++) {
                        int[] order = Rng.of(Metric.seed(7) * 1000 + i).permutation(labels.length);
                        Perceptron.Model model = PATIENT.fit(selected(petals, order), selected(labels, order));
                        mistakes[i] = model.mistakes();
                        least = Math.min(least, right(model.predict(Matrix.of(petals)), labels));
                    }
                    return (double) least;
                })
                .atLeast(150, "the petals of Setosa are so small that a line separates them from all others");
        Metric.of(
                        "mistakes until Setosa is told apart",
                        () -> Arrays.stream(mistakes).average().orElseThrow())
                .recorded();
        Report.progress(3, 4);
    }

    private static Matrix selected(double[][] values, int[] rows) {
        return Matrix.of(Arrays.stream(rows).mapToObj(row -> values[row]).toArray(double[][]::new));
    }

    private static int[] selected(int[] values, int[] rows) {
        return Arrays.stream(rows).map(row -> values[row]).toArray();
    }

    private static int right(int[] predicted, int[] labels) {
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += predicted[i] == labels[i] ? 1 : 0;
        }
        return right;
    }
}
