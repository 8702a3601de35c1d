package gradus.figures.eigen;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// An arrow to drag and its image under a matrix: do they lie on one line?
public final class ArrowAndImage implements Figure {

    private static final double REACH = 6;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("v", "tip of v", 1, 3, 0.25),
                new Control.Select(
                        "matrix",
                        "matrix",
                        List.of("rabbits", "shear", "mirror", "quarter turn", "one big entry"),
                        "rabbits"));
    }

    @Override
    public Picture draw(ControlValues values) {
        Matrix a = matrix(values.selected("matrix"));
        Vector v = Vector.of(snapped(values.point("v")[0]), snapped(values.point("v")[1]));
        Vector image = a.times(v);
        Plot plot = Plot.of(-REACH, REACH, -REACH, REACH).size(500, 480).axes("first component", "second component");
        if (v.norm() > 0) {
            // The line through v, up to the frame.
            double stretch = REACH / Math.max(Math.abs(v.get(0)), Math.abs(v.get(1)));
            Vector end = v.times(stretch);
            plot.segment(-end.get(0), -end.get(1), end.get(0), end.get(1), "muted");
        }
        String said = said(v, image);
        Vector shown = image.times(Math.min(1, REACH / Math.max(1e-9, image.norm())));
        plot.arrow(0, 0, shown.get(0), shown.get(1), "s2");
        plot.text(shown.get(0), shown.get(1), 10, 18, "start", "A·v", "ink");
        plot.arrow(0, 0, v.get(0), v.get(1), "s1");
        plot.text(v.get(0), v.get(1), 12, -10, "start", "v", "ink");
        plot.handle("v", "tip of v", v.get(0), v.get(1), "s1");
        plot.text(-REACH, REACH, 10, 18, "start", "A = " + a, "ink");
        plot.text(REACH, -REACH, -10, -30, "end", "v = " + show(v) + ", A·v = " + show(image), "ink");
        plot.text(REACH, -REACH, -10, -10, "end", said, "ink");
        return plot.picture("A = " + a + ", v = " + show(v) + ", A·v = " + show(image) + ": " + said + ".");
    }

    private static String said(Vector v, Vector image) {
        if (v.norm() == 0) {
            return "a zero vector has no line";
        }
        if (image.norm() == 0) {
            return "eigenvector with eigenvalue 0";
        }
        Vector rest = image.minus(image.projectOn(v));
        double off = Math.toDegrees(Math.asin(Math.min(1, rest.norm() / image.norm())));
        double factor = v.dot(image) / v.dot(v);
        if (off < 1e-6) {
            return "eigenvector with eigenvalue " + number(factor);
        }
        String near = off < 1.5 ? ", nearly an eigenvector: " + number(factor) + " times" : "";
        return "A·v is " + number(off) + "° off the line" + near;
    }

    private static Matrix matrix(String name) {
        return switch (name) {
            case "rabbits" -> Matrix.of(new double[] {1, 1}, new double[] {1, 0});
            case "shear" -> Matrix.of(new double[] {1, 1}, new double[] {0, 1});
            case "mirror" -> Matrix.of(new double[] {0, 1}, new double[] {1, 0});
            case "quarter turn" -> Matrix.of(new double[] {0, -1}, new double[] {1, 0});
            default -> Matrix.of(new double[] {0, 1000}, new double[] {0, 0});
        };
    }

    /// The tip snaps to quarters, so that it can hit an eigenvector.
    private static double snapped(double value) {
        return Math.rint(4 * Math.clamp(value, -5, 5)) / 4;
    }

    private static String show(Vector vector) {
        return "(" + number(vector.get(0)) + ", " + number(vector.get(1)) + ")";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "").replace("-", "−").replaceAll("^−0$", "0");
    }
}
