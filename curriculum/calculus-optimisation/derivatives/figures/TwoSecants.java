package gradus.figures.derivatives;

import gradus.ml.calculus.Derivative;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/// The volume of the tank with two lines through points of its curve: one step forward, and one step both ways.
public final class TwoSecants implements Figure {

    private static final double WIDE = 4;
    private static final double HIGH = 40;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("x", "side of the tank", 2, 8, 0.25),
                new Control.Slider("h", "step h", 0.125, 1, 0.125, 1));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        DoubleUnaryOperator f = s -> s * s * s;
        double x = Math.rint(4 * Math.clamp(controlValues.point("x")[0], 0, 2.25)) / 4;
        double h = controlValues.number("h");
        double forward = (f.applyAsDouble(x + h) - f.applyAsDouble(x)) / h;
        double central = Derivative.central(f, x, h);
        double slope = 3 * x * x;
        Plot plot = Plot.of(-1, WIDE, -5, HIGH).size(560, 400).axes("side s, in metres", "volume f(s), in m³");
        double[] xs = new double[151];
        double[] ys = new double[151];
        for (int i = 0; i <= 150; i++) {
            xs[i] = -1 + i / 30.0;
            double y = f.applyAsDouble(xs[i]);
            ys[i] = y >= -5 && y <= HIGH ? y : Double.NaN;
        }
        plot.line(xs, ys, "s1");
        through(plot, x, f.applyAsDouble(x), slope, "muted");
        through(plot, x, f.applyAsDouble(x), forward, "s2");
        through(plot, x - h, f.applyAsDouble(x - h), central, "s3");
        for (double at : new double[] {x - h, x + h}) {
            plot.dot(at, f.applyAsDouble(at), 5, at < x ? "s3" : "ink");
        }
        plot.handle("x", "side of the tank", x, f.applyAsDouble(x), "s1");
        List<String> said = List.of(
                "tangent: " + number(slope),
                "one step forward: " + number(forward) + ", off by " + number(forward - slope),
                "both ways: " + number(central) + ", off by " + number(central - slope));
        String[] styles = {"muted", "s2", "s3"};
        for (int i = 0; i < said.size(); i++) {
            double y = HIGH - 2.4 - 2.6 * i;
            plot.segment(-0.85, y, -0.6, y, styles[i]).text(-0.5, y, 0, 4, "start", said.get(i), "ink");
        }
        return plot.picture(
                "At s = " + number(x) + " with h = " + number(h) + ". Slopes: " + String.join("; ", said) + ".");
    }

    /// A line through a point, clipped where the picture ends.
    private static void through(Plot plot, double x, double y, double slope, String style) {
        double left = -1;
        double right = WIDE;
        if (slope > 0) {
            left = Math.max(left, x + (-5 - y) / slope);
            right = Math.min(right, x + (HIGH - y) / slope);
        }
        plot.segment(left, y + slope * (left - x), right, y + slope * (right - x), style);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "")
                .replace("-", "−");
    }
}
