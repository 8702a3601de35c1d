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

/// A window around a curve that gets smaller, and the line with the slope of [Derivative#central]. A smooth curve
/// becomes that line; a kink stays a kink.
public final class ZoomIntoCurve implements Figure {

    private static final double X = 2;
    private static final int POINTS = 241;
    private static final String TANK = "the tank, s³";
    private static final String KINK = "a kink, |s − 2|";
    private static final String UPRIGHT = "the cube root of s − 2";

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("zoom", "zoom: 2 to the power of", 0, 7, 1, 0),
                new Control.Select("curve", "curve", List.of(TANK, KINK, UPRIGHT), TANK));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        String curve = controlValues.selected("curve");
        DoubleUnaryOperator f = switch (curve) {
            case KINK -> s -> Math.abs(s - 2);
            case UPRIGHT -> s -> Math.cbrt(s - 2);
            default -> s -> s * s * s;
        };
        double wide = 1.5 / (1 << (int) Math.rint(controlValues.number("zoom")));
        double high = wide * (curve.equals(TANK) ? 16 : curve.equals(KINK) ? 1.2 : 4);
        double slope = Derivative.central(f, X);
        double middle = f.applyAsDouble(X);
        Plot plot = Plot.of(X - wide, X + wide, middle - high, middle + high)
                .size(560, 380)
                .axes("side s, in metres", curve.equals(TANK) ? "volume f(s), in m³" : "f(s)");
        double reach = Math.min(wide, high / Math.max(1e-9, Math.abs(slope)));
        plot.segment(X - reach, middle - slope * reach, X + reach, middle + slope * reach, "s2");
        double[] xs = new double[POINTS];
        double[] ys = new double[POINTS];
        double furthest = 0;
        for (int i = 0; i < POINTS; i++) {
            xs[i] = X - wide + 2 * wide * i / (POINTS - 1);
            double y = f.applyAsDouble(xs[i]);
            furthest = Math.max(furthest, Math.abs(y - middle - slope * (xs[i] - X)));
            ys[i] = Math.abs(y - middle) <= high ? y : Double.NaN;
        }
        plot.line(xs, ys, "s1").dot(X, middle, 5, "s1");
        String said = "slope of the line, by Derivative.central: " + number(slope);
        String apart = "furthest apart, in heights of the window: " + number(furthest / (2 * high));
        plot.text(X - wide, middle + high, 12, 24, "start", said, "ink");
        plot.text(X - wide, middle + high, 12, 44, "start", apart, "ink");
        return plot.picture("The curve from " + number(X - wide) + " to " + number(X + wide) + ", and a line: " + said
                + "; " + apart + ".");
    }

    private static String number(double value) {
        return (Math.abs(value) < 1e5
                        ? String.format(Locale.ROOT, "%.4f", value)
                        : String.format(Locale.ROOT, "%.1e", value))
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "")
                .replace("-", "−");
    }
}
