package gradus.figures.random_variables;

import gradus.ml.stats.RunningMoments;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/// Two days on the curve of a function: the mean of its values lies on the straight line between them, its value
/// at the mean on the curve.
public final class MeanThroughACurve implements Figure {

    private static final double LEAST = 3;
    private static final double MOST = 24;
    private static final double HIGH = 42;
    private static final String CURVE = "120 / x (a curve)";
    private static final String LINE = "24 − x (a straight line)";
    private static final String SQUARE = "x² / 16 (a curve)";

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("function", "function g", List.of(CURVE, LINE, SQUARE), CURVE),
                new Control.Handle("quiet", "the quiet day", 5, 24, 1),
                new Control.Handle("busy", "the busy day", 15, 8, 1));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        String name = controlValues.selected("function");
        DoubleUnaryOperator g = switch (name) {
            case CURVE -> x -> 120 / x;
            case LINE -> x -> 24 - x;
            default -> x -> x * x / 16;
        };
        double a = day(controlValues.point("quiet")[0]);
        double b = day(controlValues.point("busy")[0]);
        double mean = RunningMoments.of(a, b).mean();
        double meanOfValues =
                RunningMoments.of(g.applyAsDouble(a), g.applyAsDouble(b)).mean();
        double valueAtMean = g.applyAsDouble(mean);
        Plot plot = Plot.of(0, MOST + 2, 0, HIGH).size(572, 400).axes("births x, in thousands", "g(x)");
        double[] xs = new double[111];
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = LEAST + (MOST - LEAST) * i / (xs.length - 1);
            ys[i] = g.applyAsDouble(xs[i]);
        }
        plot.line(xs, ys, "muted");
        plot.segment(a, g.applyAsDouble(a), b, g.applyAsDouble(b), "s1");
        plot.segment(mean, valueAtMean, mean, meanOfValues, "s3");
        plot.segment(mean, 0, mean, Math.min(valueAtMean, meanOfValues), "grid");
        plot.dot(mean, meanOfValues, 5, "s1");
        plot.dot(mean, valueAtMean, 5, "s2");
        plot.handle("quiet", "the quiet day", a, g.applyAsDouble(a), "s1");
        plot.handle("busy", "the busy day", b, g.applyAsDouble(b), "s1");
        List<String> said = List.of(
                "mean of g(x), on the line: " + number(meanOfValues),
                "g(mean " + number(mean) + "), on the curve: " + number(valueAtMean),
                "gap: " + number(meanOfValues - valueAtMean));
        for (int i = 0; i < said.size(); i++) {
            plot.text(MOST + 2, HIGH, -10, 20 + 19 * i, "end", said.get(i), "ink");
        }
        return plot.picture(
                "g(x) = " + name + " at " + number(a) + " and " + number(b) + ": " + String.join(", ", said) + ".");
    }

    private static double day(double x) {
        return Math.rint(Math.clamp(x, LEAST, MOST));
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
        return text.replace("-", "−").replaceAll("^−0$", "0");
    }
}
