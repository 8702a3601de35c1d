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

/// Four points that the reader drags, and the line that a perceptron finds between the two classes, as long as
/// there is one. There is none if the segments that join equal labels cross.
public final class BendTheLine implements Figure {

    private static final List<String> NAMES = List.of("a", "b", "c", "d");
    private static final double[][] START = {{1, 1}, {2, 0}, {3.5, 3.5}, {5, 2}};
    private static final int[] LABELS = {0, 0, 1, 1};
    /// The rows are visited in this order, a point of each class in turn.
    private static final int[] ORDER = {0, 2, 1, 3};

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("a", "first point of class 0", START[0][0], START[0][1], 0.5),
                new Control.Handle("b", "second point of class 0", START[1][0], START[1][1], 0.5),
                new Control.Handle("c", "first point of class 1", START[2][0], START[2][1], 0.5),
                new Control.Handle("d", "second point of class 1", START[3][0], START[3][1], 0.5),
                new Control.Slider("epochs", "epochs at most", 1, 200, 1, 100));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double[][] points = NAMES.stream()
                .map(controlValues::point)
                .map(point -> new double[] {halves(point[0], 6), halves(point[1], 4)})
                .toArray(double[][]::new);
        Matrix x = Matrix.from(4, 2, (i, j) -> points[ORDER[i]][j]);
        int[] labels = {LABELS[ORDER[0]], LABELS[ORDER[1]], LABELS[ORDER[2]], LABELS[ORDER[3]]};
        var learner = new Perceptron((int) Math.round(controlValues.number("epochs")));
        Perceptron.Model model = learner.fit(x, labels);
        int[] predicted = model.predict(x);
        int right = 0;
        for (int i = 0; i < 4; i++) {
            right += predicted[i] == labels[i] ? 1 : 0;
        }
        Line line = Line.of(model);
        Plot plot = Plot.of(-0.5, 6.5, -0.5, 4.5).size(562, 410);
        line.shade(plot, -0.5, 6.5, -0.5, 4.5);
        plot.axes("first feature", "second feature");
        plot.segment(points[0][0], points[0][1], points[1][0], points[1][1], "muted");
        plot.segment(points[2][0], points[2][1], points[3][0], points[3][1], "muted");
        line.draw(plot, -0.5, 6.5, -0.5, 4.5, "ink");
        for (int i = 0; i < 4; i++) {
            plot.handle(
                    NAMES.get(i), "point " + NAMES.get(i), points[i][0], points[i][1], LABELS[i] == 1 ? "s3" : "s2");
        }
        boolean crossing = cross(points[0], points[1], points[2], points[3]);
        return plot.picture(epochs(model) + ": " + right + " of 4 right. "
                + (crossing
                        ? "The thin segments meet, so no line separates the colours."
                        : model.converged()
                                ? "The shaded side is class 1."
                                : "The thin segments don't meet, so a line exists: allow more epochs."));
    }

    private static String epochs(Perceptron.Model model) {
        return (model.converged() ? "Converged after " : "Not converged after ")
                + model.epochs()
                + (model.epochs() == 1 ? " epoch and " : " epochs and ")
                + model.mistakes()
                + (model.mistakes() == 1 ? " mistake" : " mistakes");
    }

    private static double halves(double value, double most) {
        return Math.rint(2 * Math.clamp(value, 0, most)) / 2;
    }

    /// Whether the segments from a to b and from c to d have a point in common.
    private static boolean cross(double[] a, double[] b, double[] c, double[] d) {
        double c1 = turn(a, b, c);
        double d1 = turn(a, b, d);
        double a1 = turn(c, d, a);
        double b1 = turn(c, d, b);
        if (c1 == 0 && d1 == 0 && a1 == 0 && b1 == 0) {
            return overlap(a[0], b[0], c[0], d[0]) && overlap(a[1], b[1], c[1], d[1]);
        }
        return c1 * d1 <= 0 && a1 * b1 <= 0;
    }

    private static double turn(double[] from, double[] to, double[] point) {
        return (to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]);
    }

    private static boolean overlap(double a, double b, double c, double d) {
        return Math.max(Math.min(a, b), Math.min(c, d)) <= Math.min(Math.max(a, b), Math.max(c, d));
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
