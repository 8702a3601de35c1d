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

/// The error of three estimates against the step, on logarithmic axes: each falls, reaches a valley, and rises again.
/// The place is 2.1 and not 2, because near a power of two the rounding errors of the cube cancel.
public final class ErrorAgainstStep implements Figure {

    private static final double LEAST = -17;
    private static final double MOST = 4.5;
    private static final int PER_POWER = 6;
    private static final String TANK = "the tank, s³";
    private static final String LOG = "the logarithm";
    private static final String WAVE = "1000 + sin s";

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("function", "function", List.of(TANK, LOG, WAVE), TANK),
                new Control.Slider("power", "s is 2.1 times 10 to the power of", 0, 6, 1, 0),
                new Control.Slider("step", "step h: 10 to the power of", -16, 0, 0.5, -1));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double x = 2.1 * Math.pow(10, Math.rint(controlValues.number("power")));
        String name = controlValues.selected("function");
        DoubleUnaryOperator f = switch (name) {
            case LOG -> Math::log;
            case WAVE -> s -> 1000 + Math.sin(s);
            default -> s -> s * s * s;
        };
        double slope = switch (name) {
            case LOG -> 1 / x;
            case WAVE -> Math.cos(x);
            default -> 3 * x * x;
        };
        double power = controlValues.number("step");
        double h = Math.pow(10, power);
        Plot plot = Plot.of(-16, 0, LEAST, MOST)
                .size(560, 420)
                .axes("step h: 10 to the power of", "relative error: 10 to the power of");
        double ours = Math.log10(Derivative.step(x));
        if (ours <= 0) {
            plot.segment(ours, LEAST, ours, MOST, "grid").text(ours, LEAST, 6, -8, "start", "step(s)", "muted");
        }
        plot.segment(power, LEAST, power, MOST, "muted");
        DoubleUnaryOperator forward = step -> (f.applyAsDouble(x + step) - f.applyAsDouble(x)) / step;
        DoubleUnaryOperator central = step -> orNone(() -> Derivative.central(f, x, step));
        DoubleUnaryOperator extrapolated = step -> orNone(() -> Derivative.richardson(f, x, step));
        curve(plot, forward, slope, "s2");
        curve(plot, central, slope, "s1");
        curve(plot, extrapolated, slope, "s3");
        String[] said = {
            "one step forward: " + shown(forward.applyAsDouble(h), slope),
            "both ways: " + shown(central.applyAsDouble(h), slope),
            "extrapolated: " + shown(extrapolated.applyAsDouble(h), slope)
        };
        String[] styles = {"s2", "s1", "s3"};
        for (int i = 0; i < said.length; i++) {
            double y = MOST - 0.9 - 1.2 * i;
            plot.segment(-15.7, y, -15.1, y, styles[i]).text(-14.9, y, 0, 4, "start", said[i], "ink");
        }
        return plot.picture(String.format(
                Locale.ROOT,
                "Relative errors of the slope of %s at s = %.1f, with the step h = %.1e: %s. The step that"
                        + " Derivative.step chooses is %.1e.",
                name,
                x,
                h,
                String.join("; ", said),
                Derivative.step(x)));
    }

    private interface Estimate {
        double value();
    }

    /// NaN where the step can't be used.
    private static double orNone(Estimate estimate) {
        try {
            return estimate.value();
        } catch (IllegalArgumentException _) {
            return Double.NaN;
        }
    }

    private static void curve(Plot plot, DoubleUnaryOperator estimate, double slope, String style) {
        int count = 16 * PER_POWER + 1;
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = -16 + (double) i / PER_POWER;
            double error = relative(estimate.applyAsDouble(Math.pow(10, xs[i])), slope);
            ys[i] = Double.isFinite(error) ? Math.clamp(Math.log10(error), LEAST, 1) : Double.NaN;
        }
        plot.line(xs, ys, style);
    }

    private static double relative(double value, double slope) {
        return Math.abs(value - slope) / Math.abs(slope);
    }

    private static String shown(double value, double slope) {
        double error = relative(value, slope);
        return Double.isNaN(error) ? "no such step" : "off by " + String.format(Locale.ROOT, "%.1e", error);
    }
}
