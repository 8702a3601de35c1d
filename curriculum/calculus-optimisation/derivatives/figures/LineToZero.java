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

/// Estimates against the square of their step. Those with steps to both sides lie nearly on a line, and it hits the
/// axis near the derivative.
public final class LineToZero implements Figure {

    private static final String BOTH = "both ways";
    private static final String FORWARD = "one step forward";
    private static final String TANK = "the tank, s³, at 2";
    private static final String FIFTH = "s⁵ at 1";
    private static final String WAVE = "sin 2s at 1";

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("h", "step h", 0.2, 1, 0.1, 1),
                new Control.Select("function", "function", List.of(TANK, FIFTH, WAVE), TANK),
                new Control.Select("steps", "steps", List.of(BOTH, FORWARD), BOTH));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double h = controlValues.number("h");
        String name = controlValues.selected("function");
        boolean both = controlValues.selected("steps").equals(BOTH);
        double x = name.equals(TANK) ? 2 : 1;
        double slope = name.equals(TANK) ? 12 : name.equals(FIFTH) ? 5 : 2 * Math.cos(2);
        DoubleUnaryOperator f = switch (name) {
            case FIFTH -> s -> Math.pow(s, 5);
            case WAVE -> s -> Math.sin(2 * s);
            default -> s -> s * s * s;
        };
        DoubleUnaryOperator estimate = both
                ? step -> Derivative.central(f, x, step)
                : step -> (f.applyAsDouble(x + step) - f.applyAsDouble(x)) / step;
        double coarse = estimate.applyAsDouble(h);
        double fine = estimate.applyAsDouble(h / 2);
        double hit = both ? Derivative.richardson(f, x, h) : fine + (fine - coarse) / 3;
        double most = estimate.applyAsDouble(1);
        double low = Math.min(slope, most) - 0.15 * Math.abs(most - slope);
        double high = Math.max(slope, most) + 0.35 * Math.abs(most - slope);
        Plot plot = Plot.of(0, 1.05, low, high).size(560, 360).axes("h²", "estimate of the slope");
        plot.segment(0, slope, 1.05, slope, "muted");
        double[] squares = new double[41];
        double[] values = new double[41];
        for (int i = 0; i <= 40; i++) {
            double step = 0.02 + 0.98 * i / 40;
            squares[i] = step * step;
            values[i] = estimate.applyAsDouble(step);
        }
        plot.line(squares, values, "grid");
        plot.segment(0, hit, h * h, coarse, "s3");
        plot.dot(h * h, coarse, 6, "s1").dot(h * h / 4, fine, 6, "s1").dot(0, hit, 6, "s3");
        plot.text(h * h, coarse, -10, -8, "end", "h: " + number(coarse), "ink");
        plot.text(h * h / 4, fine, 10, 16, "start", "h / 2: " + number(fine), "ink");
        String said = "the line hits the axis at " + number(hit) + "; the slope is " + number(slope);
        plot.text(0, high, 12, 22, "start", said, "ink");
        return plot.picture(name + ", " + (both ? BOTH : FORWARD) + ": " + number(coarse) + " with the step "
                + number(h) + ", " + number(fine) + " with half of it; " + said + ".");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "")
                .replace("-", "−");
    }
}
