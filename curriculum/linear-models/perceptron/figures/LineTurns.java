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

/// The line after each visit of a row. One epoch over the rows visited so far gives the weights at that moment.
public final class LineTurns implements Figure {

    @Override
    public List<Control> controls() {
        return List.of(new Control.Slider("visits", "rows visited", 0, 12, 1, 1));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int visits = (int) Math.round(controlValues.number("visits"));
        Plot plot = Flowers.plot();
        Line now = after(visits);
        now.shade(plot, -1.2, 5.8, -0.7, 2.8);
        plot.axes("petal length (cm)", "petal width (cm)");
        if (visits == 0) {
            flowers(plot, -1);
            return plot.picture(
                    "Before the first visit, w = (0, 0) and b = 0: every score is 0, and there is no line.");
        }
        int row = (visits - 1) % Flowers.ROWS.length;
        Line before = after(visits - 1);
        double score = before.score(Flowers.ROWS[row]);
        boolean mistake = !before.equals(now);
        if (mistake) {
            before.draw(plot, -1.2, 5.8, -0.7, 2.8, "muted");
        }
        now.draw(plot, -1.2, 5.8, -0.7, 2.8, "ink");
        plot.arrow(0, 0, now.first(), now.second(), "s1");
        flowers(plot, row);
        return plot.picture(String.format(
                Locale.ROOT,
                "Visit %d, epoch %d: %s (%.1f, %.1f) has score %.2f. %s Now w = (%.1f, %.1f) and b = %.0f.",
                visits,
                1 + (visits - 1) / Flowers.ROWS.length,
                Flowers.SETOSA[row] == 1 ? "setosa" : "another species",
                Flowers.ROWS[row][0],
                Flowers.ROWS[row][1],
                score,
                mistake ? "A mistake: it is " + (Flowers.SETOSA[row] == 1 ? "added." : "subtracted.") : "Right.",
                now.first(),
                now.second(),
                now.intercept()));
    }

    private static void flowers(Plot plot, int visited) {
        if (visited >= 0) {
            plot.dot(Flowers.ROWS[visited][0], Flowers.ROWS[visited][1], 11, "ink");
        }
        for (int i = 0; i < Flowers.ROWS.length; i++) {
            Flowers.dot(plot, i, 7);
        }
        plot.text(1.4, 0.2, 14, 16, "start", "setosa", "ink");
        plot.text(4.7, 1.4, 14, 16, "start", "others", "ink");
    }

    /// The weights after so many visits. A single row has only one class, which `fit` refuses; it is a mistake,
    /// because all scores are 0, and becomes the weights.
    private static Line after(int visits) {
        if (visits < 2) {
            return visits == 0 ? new Line(0, 0, 0) : new Line(Flowers.ROWS[0][0], Flowers.ROWS[0][1], 1);
        }
        int[] rows =
                IntStream.range(0, visits).map(i -> i % Flowers.ROWS.length).toArray();
        Matrix x = Matrix.from(visits, 2, (i, j) -> Flowers.ROWS[rows[i]][j]);
        int[] labels = IntStream.of(rows).map(i -> Flowers.SETOSA[i]).toArray();
        return Line.of(new Perceptron(1).fit(x, labels));
    }

    /// The four irises of the lesson.
    static final class Flowers {

        static final double[][] ROWS = {{1.4, 0.2}, {4.7, 1.4}, {1.3, 0.2}, {3.0, 1.1}};
        static final int[] SETOSA = {1, 0, 1, 0};

        private Flowers() {}

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

        static Line of(Perceptron.Model model) {
            return new Line(model.coefficients().get(0), model.coefficients().get(1), model.intercept());
        }

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
