package gradus.figures.perceptron;

import gradus.ml.classic.Perceptron;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The four irises of the lesson, and a line that the reader sets by its weights and its intercept.
public final class SetTheLine implements Figure {

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("length", "weight of the length", -2, 2, 0.1, 0.5),
                new Control.Slider("width", "weight of the width", -2, 2, 0.1, 1),
                new Control.Slider("intercept", "intercept", -4, 4, 0.1, -1));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        Line line = new Line(
                controlValues.number("length"), controlValues.number("width"), controlValues.number("intercept"));
        int[] named = line.model().predict(Flowers.table());
        Plot plot = Flowers.plot();
        line.shade(plot, -1.2, 5.8, -0.7, 2.8);
        plot.axes("petal length (cm)", "petal width (cm)");
        line.draw(plot, -1.2, 5.8, -0.7, 2.8, "ink");
        int right = 0;
        StringBuilder scores = new StringBuilder();
        for (int i = 0; i < Flowers.ROWS.length; i++) {
            double[] row = Flowers.ROWS[i];
            Flowers.dot(plot, i, 7);
            String score = String.format(Locale.ROOT, "%.2f", line.score(row));
            plot.text(row[0], row[1], i == 2 ? -10 : 10, i == 2 ? 18 : -8, i == 2 ? "end" : "start", score, "ink");
            right += named[i] == Flowers.SETOSA[i] ? 1 : 0;
        }
        return plot.picture(String.format(
                Locale.ROOT,
                "Score = %.1f · length %s %.1f · width %s %.1f. The shaded side has scores above 0, so the flowers on it"
                        + " are named setosa: %d of 4 are named correctly.",
                line.first(),
                line.second() < 0 ? "−" : "+",
                Math.abs(line.second()),
                line.intercept() < 0 ? "−" : "+",
                Math.abs(line.intercept()),
                right));
    }

    /// The four irises of the lesson.
    static final class Flowers {

        static final double[][] ROWS = {{1.4, 0.2}, {4.7, 1.4}, {1.3, 0.2}, {3.0, 1.1}};
        static final int[] SETOSA = {1, 0, 1, 0};

        private Flowers() {}

        static Matrix table() {
            return Matrix.of(ROWS);
        }

        /// One centimetre is equally long in both directions, so that a right angle looks like one.
        static Plot plot() {
            return Plot.of(-1.2, 5.8, -0.7, 2.8).size(560, 304);
        }

        static void dot(Plot plot, int flower, double radius) {
            plot.dot(ROWS[flower][0], ROWS[flower][1], radius, SETOSA[flower] == 1 ? "s3" : "s2");
        }
    }

    /// A line in the plane: where the score is 0.
    record Line(double first, double second, double intercept) {

        private static final int ACROSS = 70;
        private static final int UP = 42;

        Perceptron.Model model() {
            return new Perceptron.Model(List.of(0, 1), Vector.of(first, second), intercept, 0, 1, true);
        }

        double score(double[] row) {
            return first * row[0] + second * row[1] + intercept;
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
