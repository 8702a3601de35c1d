package gradus.figures.least_squares_qr;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// A vector above the plane of two columns, its projection by [Qr#leastSquares(Vector)], and the residual.
public final class ShadowOnPlane implements Figure {

    private static final double TURN = 0.45;
    private static final double TILT = 0.42;
    private static final double REACH = 4;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("b", "tip of b", 1.2, 3.6, 0.2),
                new Control.Slider("depth", "how far back b is", -3, 3, 0.5, 1.5),
                new Control.Select(
                        "angle",
                        "angle between the columns",
                        List.of("90°", "60°", "20°", "5°", "1°", "0.01°", "0.000001°", "0°"),
                        "60°"));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        String chosen = controlValues.selected("angle");
        double angle = Math.toRadians(Double.parseDouble(chosen.substring(0, chosen.length() - 1)));
        double[] tip = controlValues.point("b");
        Vector b = inSpace(Math.clamp(tip[0], -4, 4), Math.clamp(tip[1], -2.5, 5.5), controlValues.number("depth"));
        Vector first = Vector.of(3, 0, 0);
        Vector second = Vector.of(3 * Math.cos(angle), 3 * Math.sin(angle), 0);

        Plot plot = Plot.of(-6.2, 6.2, -2.8, 6).size(572, 440);
        for (double at = -REACH; at <= REACH; at++) {
            segment(plot, Vector.of(at, -REACH, 0), Vector.of(at, REACH, 0), "grid");
            segment(plot, Vector.of(-REACH, at, 0), Vector.of(REACH, at, 0), "grid");
        }
        arrow(plot, first, "s2", "first column");
        arrow(plot, second, "s4", "second column");
        String said;
        try {
            Matrix a = Matrix.from(3, 2, (r, c) -> (c == 0 ? first : second).get(r));
            Vector x = Qr.of(a).leastSquares(b);
            Vector shadow = a.times(x);
            Vector residual = b.minus(shadow);
            segment(plot, shadow, b, "muted");
            arrow(plot, shadow, "s3", "A·x");
            said = "x = (" + number(x.get(0)) + ", " + number(x.get(1)) + "); length of the residual "
                    + number(residual.norm()) + "; residual · first column " + number(residual.dot(first))
                    + "; residual · second column " + number(residual.dot(second));
        } catch (IllegalArgumentException _) {
            said = "both columns lie on one line; infinitely many x reach the same shadow";
        }
        double[] at = onPage(b);
        plot.arrow(0, 0 + onPage(Vector.of(0, 0, 0))[1], at[0], at[1], "s1");
        plot.text(at[0], at[1], 12, -8, "start", "b", "ink");
        plot.handle("b", "tip of b", at[0], at[1], "s1");
        String[] parts = said.split("; ");
        for (int i = 0; i < parts.length; i++) {
            plot.text(-6.2, 6, 10, 16 + 19 * i, "start", parts[i], "ink");
        }
        return plot.picture("A vector b above the plane of two columns at an angle of " + chosen + ": " + said + ".");
    }

    private static double[] onPage(Vector point) {
        double right = point.get(0) * Math.cos(TURN) - point.get(1) * Math.sin(TURN);
        double back = point.get(0) * Math.sin(TURN) + point.get(1) * Math.cos(TURN);
        return new double[] {right, point.get(2) * Math.cos(TILT) + back * Math.sin(TILT)};
    }

    /// The point in space with this depth that is seen at (right, up).
    private static Vector inSpace(double right, double up, double depth) {
        double x = (right + depth * Math.sin(TURN)) / Math.cos(TURN);
        double back = x * Math.sin(TURN) + depth * Math.cos(TURN);
        return Vector.of(x, depth, (up - back * Math.sin(TILT)) / Math.cos(TILT));
    }

    private static void segment(Plot plot, Vector from, Vector to, String style) {
        double[] start = onPage(from);
        double[] end = onPage(to);
        plot.segment(start[0], start[1], end[0], end[1], style);
    }

    private static void arrow(Plot plot, Vector tip, String style, String name) {
        double[] end = onPage(tip);
        plot.arrow(0, 0, end[0], end[1], style);
        boolean second = name.startsWith("second");
        int down = name.startsWith("first") ? 18 : 4;
        plot.text(end[0], end[1], second ? -8 : 10, down, second ? "end" : "start", name, "ink");
    }

    private static String number(double value) {
        double size = Math.abs(value);
        String text = size < 5e-10
                ? "0"
                : size < 1e6 ? String.format(Locale.ROOT, "%.2f", value) : String.format(Locale.ROOT, "%.1e", value);
        return text.equals("-0.00") ? "0.00" : text.replace("-", "−");
    }
}
