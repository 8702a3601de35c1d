package gradus.figures.matrices;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// The plane under a 2 × 2 matrix: a grid, the unit square and the two arrows of the axes.
public final class PlaneUnderMatrix implements Figure {

    private static final double REACH = 1;

    @Override
    public List<Control> controls() {
        return List.of(
                slider("a", "row 0, column 0", 0),
                slider("b", "row 0, column 1", -1),
                slider("c", "row 1, column 0", 1),
                slider("d", "row 1, column 1", 0));
    }

    private static Control slider(String name, String label, double initial) {
        return new Control.Slider(name, label, -2, 2, 0.25, initial);
    }

    @Override
    public Picture draw(ControlValues values) {
        Matrix matrix = Matrix.of(
                new double[] {values.number("a"), values.number("b")},
                new double[] {values.number("c"), values.number("d")});
        Plot plot = Plot.of(-5, 5, -4, 4).size(572, 460).axes("first component", "second component");
        for (int i = -2; i <= 2; i++) {
            double at = i * REACH / 2;
            segment(plot, matrix, Vector.of(at, -REACH), Vector.of(at, REACH), "muted");
            segment(plot, matrix, Vector.of(-REACH, at), Vector.of(REACH, at), "muted");
        }
        Vector first = matrix.times(Vector.of(1, 0));
        Vector second = matrix.times(Vector.of(0, 1));
        Vector corner = matrix.times(Vector.of(1, 1));
        plot.line(
                new double[] {0, first.get(0), corner.get(0), second.get(0), 0},
                new double[] {0, first.get(1), corner.get(1), second.get(1), 0},
                "s3");
        plot.arrow(0, 0, first.get(0), first.get(1), "s1");
        plot.arrow(0, 0, second.get(0), second.get(1), "s2");
        plot.text(first.get(0), first.get(1), 10, -8, "start", "(1, 0) lands here", "ink");
        plot.text(second.get(0), second.get(1), 10, -8, "start", "(0, 1) lands here", "ink");
        String area = "area of the square = " + number(Math.abs(area(first, second)));
        plot.text(-5, 4, 10, 20, "start", area, "ink");
        return plot.picture("(1, 0) lands on " + show(first) + ", (0, 1) lands on " + show(second) + "; " + area + ".");
    }

    private static double area(Vector first, Vector second) {
        return first.get(0) * second.get(1) - first.get(1) * second.get(0);
    }

    private static void segment(Plot plot, Matrix matrix, Vector from, Vector to, String style) {
        Vector start = matrix.times(from);
        Vector end = matrix.times(to);
        plot.segment(start.get(0), start.get(1), end.get(0), end.get(1), style);
    }

    private static String show(Vector vector) {
        return "(" + number(vector.get(0)) + ", " + number(vector.get(1)) + ")";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "").replace("-", "−").replaceAll("^−0$", "0");
    }
}
