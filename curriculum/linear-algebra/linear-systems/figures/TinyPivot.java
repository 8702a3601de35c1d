package gradus.figures.linear_systems;

import gradus.ml.linalg.Lu;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/// The first unknown of the two equations of the hook against the size of their first entry: with and without
/// a swap.
public final class TinyPivot implements Figure {

    private static final double MOST = 20;
    private static final double LEAST_X = -0.4;
    private static final double MOST_X = 3;

    @Override
    public List<Control> controls() {
        return List.of(new Control.Slider("power", "the first entry is 10 to the power of minus", 0, 20, 0.5, 10));
    }

    @Override
    public Picture draw(ControlValues values) {
        double power = values.number("power");
        Plot plot = Plot.of(0, MOST, LEAST_X, MOST_X)
                .size(560, 360)
                .axes("first entry: 10 to the power of minus", "computed x₀");
        curve(plot, TinyPivot::withoutSwap, "s2");
        curve(plot, TinyPivot::withSwap, "s1");
        plot.segment(power, LEAST_X, power, MOST_X, "muted");
        double without = withoutSwap(Math.pow(10, -power));
        double with = withSwap(Math.pow(10, -power));
        plot.dot(power, Math.clamp(without, LEAST_X, MOST_X), 5, "s2").dot(power, with, 5, "s1");
        String[] said = {"without a swap: x₀ = " + number(without), "by Lu: x₀ = " + number(with)};
        String[] styles = {"s2", "s1"};
        for (int i = 0; i < 2; i++) {
            double y = MOST_X - 0.2 - 0.3 * i;
            plot.segment(0.4, y, 1.2, y, styles[i]).text(1.4, y, 0, 4, "start", said[i], "ink");
        }
        return plot.picture("With a first entry of 10 to the power of −" + power + ", " + said[0] + "; " + said[1]
                + ". The right answer is nearly 1, except on the far left.");
    }

    private static double withoutSwap(double tiny) {
        double factor = 1 / tiny;
        double second = (2 - factor) / (1 - factor);
        return (1 - second) / tiny;
    }

    private static double withSwap(double tiny) {
        Lu lu = Lu.of(Matrix.of(new double[] {tiny, 1}, new double[] {1, 1}));
        return lu.isSingular() ? Double.NaN : lu.solve(Vector.of(1, 2)).get(0);
    }

    private static void curve(Plot plot, DoubleUnaryOperator x, String style) {
        double[] powers = new double[401];
        double[] values = new double[powers.length];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = MOST * i / (powers.length - 1);
            double value = x.applyAsDouble(Math.pow(10, -powers[i]));
            values[i] = value >= LEAST_X && value <= MOST_X ? value : Double.NaN;
        }
        plot.line(powers, values, style);
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "no unique one"
                : String.format(Locale.ROOT, "%.4g", value).replace("-", "−");
    }
}
