package gradus.figures.vectors;

import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// Two arrows, the angle between them, and the projection of one on the line along the other.
public final class DotAndShadow implements Figure {

    private static final double WIDE = 7.5;
    private static final double HIGH = 6;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("x", "tip of x", 4, 3, 0.25), new Control.Handle("y", "tip of y", 0, 5, 0.25));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        Vector x = tip(controlValues.point("x"));
        Vector y = tip(controlValues.point("y"));
        // One unit is equally long in both directions, so a right angle looks like one.
        Plot plot = Plot.of(-WIDE, WIDE, -HIGH, HIGH).size(572, 460).axes("first component", "second component");
        boolean angle = !isZero(x) && !isZero(y);
        if (angle) {
            line(plot, y.times(-15 / y.norm()), y.times(15 / y.norm()), "grid");
            line(plot, x, x.projectOn(y), "muted");
            arc(plot, x, y);
        }
        arrow(plot, y, "y", "s2");
        arrow(plot, x, "x", "s1");
        if (angle) {
            Vector shadow = x.projectOn(y);
            plot.arrow(0, 0, shadow.get(0), shadow.get(1), "s3");
        }
        List<String> said = angle ? withAngle(x, y) : withoutAngle(x, y);
        write(plot, said, x, y);
        return plot.picture("x = " + show(x) + " and y = " + show(y) + ": " + String.join(", ", said) + ".");
    }

    private static List<String> withAngle(Vector x, Vector y) {
        double cosine = x.cosine(y);
        return List.of(
                "x·y = " + number(x.dot(y)),
                "angle = " + number(Math.toDegrees(Math.acos(cosine))) + "°",
                "cosine = " + number(cosine),
                "projection of x on y = " + show(x.projectOn(y)));
    }

    private static List<String> withoutAngle(Vector x, Vector y) {
        return List.of(
                "x·y = " + number(x.dot(y)),
                "a zero vector has no direction: no angle",
                isZero(y) ? "no line to project on" : "projection of x on y = " + show(x.projectOn(y)));
    }

    /// Writes the lines in the first corner without a tip.
    private static void write(Plot plot, List<String> lines, Vector x, Vector y) {
        boolean upperLeft = free(x, -1, 1) && free(y, -1, 1);
        boolean lowerLeft = free(x, -1, -1) && free(y, -1, -1);
        double left = upperLeft || lowerLeft ? -WIDE : 0;
        double top = upperLeft ? HIGH : -HIGH + 3;
        for (int i = 0; i < lines.size(); i++) {
            plot.text(left, top, 10, 20 + 20 * i, "start", lines.get(i), "ink");
        }
    }

    private static boolean free(Vector tip, int signX, int signY) {
        return tip.get(0) * signX <= 0 || tip.get(1) * signY <= 0;
    }

    private static void arc(Plot plot, Vector x, Vector y) {
        double from = Math.atan2(y.get(1), y.get(0));
        double turn = Math.IEEEremainder(Math.atan2(x.get(1), x.get(0)) - from, 2 * Math.PI);
        double[] xs = new double[25];
        double[] ys = new double[25];
        for (int i = 0; i < xs.length; i++) {
            double at = from + turn * i / (xs.length - 1);
            xs[i] = 0.7 * Math.cos(at);
            ys[i] = 0.7 * Math.sin(at);
        }
        plot.line(xs, ys, "muted");
    }

    private static void arrow(Plot plot, Vector tip, String name, String style) {
        plot.arrow(0, 0, tip.get(0), tip.get(1), style);
        plot.text(tip.get(0), tip.get(1), 12, -10, "start", name, "ink");
        plot.handle(name, "tip of " + name, tip.get(0), tip.get(1), style);
    }

    private static void line(Plot plot, Vector from, Vector to, String style) {
        // Clip a long line where the picture ends.
        double fit = Math.min(1, Math.min(WIDE / largest(from, to, 0), HIGH / largest(from, to, 1)));
        plot.segment(fit * from.get(0), fit * from.get(1), fit * to.get(0), fit * to.get(1), style);
    }

    private static double largest(Vector from, Vector to, int index) {
        return Math.max(1e-9, Math.max(Math.abs(from.get(index)), Math.abs(to.get(index))));
    }

    /// Tips snap to quarters, so you can check the numbers with a pencil and hit the origin.
    private static Vector tip(double[] point) {
        return Vector.of(quarters(point[0], WIDE), quarters(point[1], HIGH));
    }

    private static double quarters(double value, double limit) {
        return Math.rint(4 * Math.clamp(value, -limit, limit)) / 4;
    }

    private static boolean isZero(Vector vector) {
        return vector.norm() == 0;
    }

    private static String show(Vector vector) {
        return "(" + number(vector.get(0)) + ", " + number(vector.get(1)) + ")";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "").replace("-", "−").replaceAll("^−0$", "0");
    }
}
