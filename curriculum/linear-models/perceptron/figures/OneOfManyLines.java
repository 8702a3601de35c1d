package gradus.figures.perceptron;

import gradus.ml.classic.Perceptron;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.data.CsvTable;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/// All 150 irises, one species against the others: which line comes out depends on the order of the rows, and
/// for the two species that overlap also on when training ends.
public final class OneOfManyLines implements Figure {

    private static final double[] BOX = {0, 7.5, 0, 2.8};

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("species", "tell from the others", List.of("setosa", "virginica"), "setosa"),
                new Control.Slider("order", "order of the rows, a seed", 1, 20, 1, 1),
                new Control.Slider("epochs", "epochs at most", 1, 60, 1, 30),
                new Control.Select("weights", "weights", List.of("the last", "averaged"), "the last"));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        String species = controlValues.selected("species");
        var iris = CsvTable.read("iris");
        double[][] petals = iris.numericColumns("petal_length_cm", "petal_width_cm");
        int[] labels = iris.stringColumn("species").stream()
                .mapToInt(name -> name.equals(species) ? 1 : 0)
                .toArray();
        int[] order = permutation(petals.length, new Random(Math.round(controlValues.number("order"))));
        Matrix x = Matrix.from(petals.length, 2, (i, j) -> petals[order[i]][j]);
        int[] ordered = IntStream.of(order).map(i -> labels[i]).toArray();
        var learner = new Perceptron(
                (int) Math.round(controlValues.number("epochs")),
                controlValues.selected("weights").equals("averaged"));
        Perceptron.Model model = learner.fit(x, ordered);
        int[] predicted = model.predict(x);
        long right = IntStream.range(0, predicted.length)
                .filter(i -> predicted[i] == ordered[i])
                .count();
        Line line = Line.of(model);
        Plot plot = Plot.of(BOX[0], BOX[1], BOX[2], BOX[3]);
        line.shade(plot, BOX[0], BOX[1], BOX[2], BOX[3]);
        plot.axes("petal length (cm)", "petal width (cm)");
        for (int i = 0; i < petals.length; i++) {
            plot.dot(petals[i][0], petals[i][1], 3.5, labels[i] == 1 ? "s3" : "s2");
        }
        line.draw(plot, BOX[0], BOX[1], BOX[2], BOX[3], "ink");
        return plot.picture(String.format(
                Locale.ROOT,
                "%s against the others: %d of 150 right with %s weights. %s after %d epoch%s and %d mistakes.",
                species,
                right,
                controlValues.selected("weights").replace("the ", ""),
                model.converged() ? "Converged" : "Not converged",
                model.epochs(),
                model.epochs() == 1 ? "" : "s",
                model.mistakes()));
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

    /// A line in the plane: where the score is 0.
    record Line(double first, double second, double intercept) {

        private static final int ACROSS = 70;
        private static final int UP = 42;

        static Line of(Perceptron.Model model) {
            return new Line(model.coefficients().get(0), model.coefficients().get(1), model.intercept());
        }

        Perceptron.Model model() {
            return new Perceptron.Model(List.of(0, 1), Vector.of(first, second), intercept, 0, 1, true);
        }

        /// Draws the part of the line that is inside the box, if any.
        void draw(Plot plot, double xMin, double xMax, double yMin, double yMax, String style) {
            double[][] ends = new double[4][];
            int found = 0;
            if (second != 0) {
                for (double x : new double[] {xMin, xMax}) {
                    double y = -(first * x + intercept) / second;
                    if (y >= yMin && y <= yMax) {
                        ends[found++] = new double[] {x, y};
                    }
                }
            }
            if (first != 0) {
                for (double y : new double[] {yMin, yMax}) {
                    double x = -(second * y + intercept) / first;
                    if (x >= xMin && x <= xMax) {
                        ends[found++] = new double[] {x, y};
                    }
                }
            }
            if (found >= 2) {
                double[] from = ends[0];
                double[] to = farthest(from, Arrays.copyOf(ends, found));
                plot.segment(from[0], from[1], to[0], to[1], style);
            }
        }

        /// Shades the cells whose centre is predicted to be of the second class.
        void shade(Plot plot, double xMin, double xMax, double yMin, double yMax) {
            double w = (xMax - xMin) / ACROSS;
            double h = (yMax - yMin) / UP;
            int[] predicted = model().predict(Matrix.from(
                    UP * ACROSS, 2, (i, j) -> j == 0 ? xMin + (i % ACROSS + 0.5) * w : yMin + (i / ACROSS + 0.5) * h));
            for (int r = 0; r < UP; r++) {
                int from = 0;
                for (int c = 1; c <= ACROSS; c++) {
                    int before = predicted[r * ACROSS + c - 1];
                    if (c == ACROSS || predicted[r * ACROSS + c] != before) {
                        if (before == 1) {
                            plot.rectangle(xMin + from * w, yMin + r * h, xMin + c * w, yMin + (r + 1) * h, "r3");
                        }
                        from = c;
                    }
                }
            }
        }

        private static double[] farthest(double[] from, double[][] points) {
            double[] best = from;
            for (double[] point : points) {
                if (Math.hypot(point[0] - from[0], point[1] - from[1])
                        > Math.hypot(best[0] - from[0], best[1] - from[1])) {
                    best = point;
                }
            }
            return best;
        }
    }
}
