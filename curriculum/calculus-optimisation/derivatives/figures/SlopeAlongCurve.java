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

/// A curve, its tangent at a point that can be dragged, and all of its slopes as a second curve.
public final class SlopeAlongCurve implements Figure {

    private static final double WIDE = 4;
    private static final double HIGH = 2.5;
    private static final int POINTS = 201;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("x", "point of the curve", 1, 0, 0.25),
                new Control.Select(
                        "curve",
                        "curve",
                        List.of("sigmoid", "tanh", "bell", "wave", "ramp max(0, s)", "|s|", "cube root", "logarithm"),
                        "sigmoid"));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        String curve = controlValues.selected("curve");
        DoubleUnaryOperator f = switch (curve) {
            case "tanh" -> Math::tanh;
            case "bell" -> s -> Math.exp(-s * s);
            case "wave" -> s -> Math.sin(3 * s) + s / 4;
            case "ramp max(0, s)" -> s -> Math.max(0, s);
            case "|s|" -> Math::abs;
            case "cube root" -> Math::cbrt;
            case "logarithm" -> Math::log;
            default -> s -> 1 / (1 + Math.exp(-s));
        };
        double x = Math.rint(20 * Math.clamp(controlValues.point("x")[0], -WIDE, WIDE)) / 20;
        Plot plot = Plot.of(-WIDE, WIDE, -HIGH, HIGH).size(572, 420).axes("s", "f(s) and f′(s)");
        double[] xs = new double[POINTS];
        double[] heights = new double[POINTS];
        double[] slopes = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            xs[i] = -WIDE + 2 * WIDE * i / (POINTS - 1);
            heights[i] = inside(f.applyAsDouble(xs[i]));
            slopes[i] = slope(f, xs[i]);
        }
        plot.line(xs, heights, "s1").line(xs, slopes, "s3");
        double y = f.applyAsDouble(x);
        String said = "at s = " + number(x) + ": no slope here";
        if (Double.isFinite(y)) {
            try {
                var found = Derivative.richardsonWithError(f, x);
                double reach = Math.min(1.2, 1.2 / Math.max(1e-9, Math.abs(found.value())));
                plot.segment(x - reach, y - found.value() * reach, x + reach, y + found.value() * reach, "s2");
                said = "at s = " + number(x) + ": slope " + number(found.value())
                        + String.format(Locale.ROOT, ", error estimate %.0e", found.errorEstimate());
            } catch (IllegalArgumentException _) {
                // No tangent is drawn where there's none.
            }
        }
        plot.handle("x", "point of the curve", x, Double.isFinite(y) ? Math.clamp(y, -HIGH, HIGH) : 0, "s1");
        plot.segment(-3.85, 2.25, -3.5, 2.25, "s1").text(-3.4, 2.25, 0, 4, "start", "f", "ink");
        plot.segment(-3.0, 2.25, -2.65, 2.25, "s3").text(-2.55, 2.25, 0, 4, "start", "f′, by your search", "ink");
        plot.text(-WIDE, -HIGH, 12, -14, "start", said, "ink");
        return plot.picture("The curve \"" + curve + "\", its slopes, and its tangent " + said + ".");
    }

    private static double slope(DoubleUnaryOperator f, double x) {
        try {
            return inside(Derivative.richardson(f, x));
        } catch (IllegalArgumentException _) {
            return Double.NaN;
        }
    }

    private static double inside(double y) {
        return Math.abs(y) <= HIGH ? y : Double.NaN;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "")
                .replace("-", "−");
    }
}
