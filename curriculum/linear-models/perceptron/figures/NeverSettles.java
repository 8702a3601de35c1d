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
import java.util.stream.IntStream;

/// Exclusive or: two switches and a lamp. The line after each visit, which is where it began after four of them.
public final class NeverSettles implements Figure {

    private static final double[][] SWITCHES = {{0, 0}, {0, 1}, {1, 1}, {1, 0}};
    private static final int[] LIT = {0, 1, 0, 1};

    @Override
    public List<Control> controls() {
        return List.of(new Control.Slider("visits", "rows visited", 0, 16, 1, 2));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int visits = (int) Math.round(controlValues.number("visits"));
        Line now = after(visits);
        Plot plot = Plot.of(-0.6, 1.6, -0.4, 1.4).size(468, 384);
        now.shade(plot, -0.6, 1.6, -0.4, 1.4);
        plot.axes("first switch", "second switch");
        now.draw(plot, -0.6, 1.6, -0.4, 1.4, "ink");
        int row = (visits + 3) % 4;
        if (visits > 0) {
            plot.dot(SWITCHES[row][0], SWITCHES[row][1], 11, "ink");
        }
        for (int i = 0; i < 4; i++) {
            plot.dot(SWITCHES[i][0], SWITCHES[i][1], 7, LIT[i] == 1 ? "s3" : "s2");
            plot.text(SWITCHES[i][0], SWITCHES[i][1], 14, -10, "start", LIT[i] == 1 ? "lit" : "dark", "ink");
        }
        String weights = String.format(
                Locale.ROOT, "w = (%.0f, %.0f) and b = %.0f.", now.first(), now.second(), now.intercept());
        if (visits == 0) {
            return plot.picture("Before the first visit, " + weights);
        }
        Line before = after(visits - 1);
        return plot.picture(String.format(
                Locale.ROOT,
                "Visit %d, epoch %d: switches (%.0f, %.0f), %s, have score %.0f. %s Now %s",
                visits,
                1 + (visits - 1) / 4,
                SWITCHES[row][0],
                SWITCHES[row][1],
                LIT[row] == 1 ? "lit" : "dark",
                before.score(SWITCHES[row]),
                before.equals(now) ? "Right." : "A mistake.",
                weights));
    }

    /// The weights after so many visits. A single row has only one class, which `fit` refuses; it is a mistake,
    /// because all scores are 0, and is subtracted.
    private static Line after(int visits) {
        if (visits < 2) {
            return new Line(0, 0, -visits);
        }
        Matrix x = Matrix.from(visits, 2, (i, j) -> SWITCHES[i % 4][j]);
        int[] labels = IntStream.range(0, visits).map(i -> LIT[i % 4]).toArray();
        Perceptron.Model model = new Perceptron(1).fit(x, labels);
        // 0 is added so that no weight is shown as −0.
        return new Line(model.coefficients().get(0) + 0.0, model.coefficients().get(1) + 0.0, model.intercept() + 0.0);
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
