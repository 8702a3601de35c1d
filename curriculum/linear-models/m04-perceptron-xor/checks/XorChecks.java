package gradus.checks.m04_perceptron_xor;

import gradus.ml.classic.Perceptron;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Metric;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import gradus.proctor.report.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What no line can do, and two layers can.
class XorChecks {

    private static final Perceptron PATIENT = new Perceptron(1000);

    @Test
    @DisplayName("no line gets all four cases of XOR, and two layers of perceptrons do")
    void xor() {
        int[] exclusive = {0, 1, 1, 0};
        Metric.of("most cases of XOR that one of 10,000 lines gets right", () -> {
                    var rng = Rng.of(Metric.seed(7));
                    int most = 0;
                    for (int i = 0; i < 10_000; i++) {
                        var line = new Perceptron.Model(
                                List.of(0, 1), Vector.of(rng.gaussian(), rng.gaussian()), rng.gaussian(), 0, 0, false);
                        most = Math.max(most, right(line.predict(Table.CASES), exclusive));
                    }
                    return (double) most;
                })
                .atMost(3, "no line separates the two diagonals of a square");
        Metric.of("orders of XOR in which it comes to rest, of 24", () -> {
                    int rests = 0;
                    for (int i = 0; i < 24; i++) {
                        int[] order = permutation(i);
                        rests += new Perceptron(200)
                                        .fit(Table.CASES.selectRows(order), selected(exclusive, order))
                                        .converged()
                                ? 1
                                : 0;
                    }
                    return (double) rests;
                })
                .atMost(0, "an epoch without a mistake would be a line that separates XOR");
        Metric.of("cases of XOR that two layers get right, of 4", () ->
                        (double) right(Table.twoLayers(PATIENT), exclusive))
                .atLeast(4, "one perceptron learns OR, one NAND, and a third learns AND of what they say");
        Report.picture("XOR: one line, and two layers", Table.picture(PATIENT));
        Report.progress(4, 4);
    }

    /// The permutation of four rows with this number, from 0 to 23.
    private static int[] permutation(int number) {
        var left = new ArrayList<>(List.of(0, 1, 2, 3));
        return new int[] {
            left.remove(number / 6), left.remove(number / 2 % 3), left.remove(number % 2), left.removeFirst()
        };
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

    /// Truth tables of two inputs, and the two layers that compute XOR.
    private static final class Table {

        /// The four cases, a row for each.
        static final Matrix CASES = Matrix.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});

        private static final int[] OR = {0, 1, 1, 1};
        private static final int[] NAND = {1, 1, 1, 0};
        private static final int[] AND = {0, 0, 0, 1};
        private static final int CELLS = 40;

        /// What the two layers say of the four cases.
        static int[] twoLayers(Perceptron perceptron) {
            return twoLayers(perceptron, CASES);
        }

        private static int[] twoLayers(Perceptron perceptron, Matrix x) {
            int[] or = perceptron.fit(CASES, OR).predict(x);
            int[] nand = perceptron.fit(CASES, NAND).predict(x);
            Matrix hidden = Matrix.from(x.rows(), 2, (row, column) -> column == 0 ? or[row] : nand[row]);
            return perceptron.fit(CASES, AND).predict(hidden);
        }

        /// Both answers to every point of the square: on the left one perceptron after 200 epochs, on the right two
        /// layers.
        static Picture picture(Perceptron perceptron) {
            int[] exclusive = {0, 1, 1, 0};
            Matrix grid = Matrix.from(
                    CELLS * CELLS,
                    2,
                    (row, column) -> -0.5 + 2.0 * ((column == 0 ? row % CELLS : row / CELLS) + 0.5) / CELLS);
            int[] one = new Perceptron(200, true).fit(CASES, exclusive).predict(grid);
            int[] two = twoLayers(perceptron, grid);
            return Plot.sideBySide(
                    "The four cases of XOR as corners of a square. On the left, the mean of all lines that one perceptron"
                            + " tries in 200 epochs: some corner is on the wrong side. On the right, two layers cut out"
                            + " the band between two lines, and all four corners are right",
                    square(one, exclusive),
                    square(two, exclusive));
        }

        private static Plot square(int[] answers, int[] labels) {
            var plot = Plot.of(-0.5, 1.5, -0.5, 1.5).size(300, 300);
            double side = 2.0 / CELLS;
            for (int row = 0; row < answers.length; row++) {
                if (answers[row] == 1) {
                    double x = -0.5 + side * (row % CELLS);
                    double y = -0.5 + side * (row / CELLS);
                    plot.rectangle(x, y, x + side, y + side, "r1");
                }
            }
            plot.axes("first input", "second input");
            for (int i = 0; i < labels.length; i++) {
                plot.dot(CASES.get(i, 0), CASES.get(i, 1), 8, labels[i] == 1 ? "s1" : "s2");
            }
            return plot;
        }
    }
}
