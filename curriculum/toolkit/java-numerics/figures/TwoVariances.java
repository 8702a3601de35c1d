package gradus.figures.java_numerics;

import gradus.ml.numbers.Numerics;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// The variance of 4, 7, 13 and 16 plus an offset, by two formulas that are equal in algebra. With totals by
/// `Numerics.sum`, only the squares lose digits, and that's enough.
public final class TwoVariances implements Figure {

    private static final double LOW = -160;
    private static final double HIGH = 160;
    private static final int LAST = 12;
    private static final String PLAIN = "a plain loop";
    private static final String OURS = "Numerics.sum";

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("offset", "Offset: 10 to the power", 0, LAST, 1, 5),
                new Control.Select("totals", "Totals by", List.of(PLAIN, OURS), PLAIN));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int offset = (int) controlValues.number("offset");
        ToDoubleFunction<double[]> total =
                controlValues.selected("totals").equals(OURS) ? Numerics::sum : TwoVariances::plainSum;
        double[] x = data(offset);
        String squared = show(squaredFirst(x, total));
        String centred = show(centredFirst(x, total));
        Plot plot = Plot.of(0, LAST, LOW, HIGH).size(560, 300).axes("offset: 10 to the power", "variance");
        plot.segment(offset, LOW, offset, HIGH, "muted");
        series(plot, y -> squaredFirst(y, total), "s1", 6);
        series(plot, y -> centredFirst(y, total), "s3", 3);
        legend(plot, 135, "s1", "square first, subtract last: " + squared);
        legend(plot, 108, "s3", "subtract the mean first: " + centred);
        return plot.picture(String.format(
                Locale.ROOT,
                "The variance of 4, 7, 13 and 16, each plus 10^%d, is 22.5. Square first, subtract last: %s."
                        + " Subtract the mean first: %s. A dot at the edge is further out.",
                offset,
                squared,
                centred));
    }

    private static void series(Plot plot, ToDoubleFunction<double[]> variance, String style, double radius) {
        double[] powers = new double[LAST + 1];
        double[] values = new double[LAST + 1];
        for (int k = 0; k <= LAST; k++) {
            powers[k] = k;
            values[k] = Math.clamp(variance.applyAsDouble(data(k)), LOW, HIGH);
            plot.dot(k, values[k], radius, style);
        }
        plot.line(powers, values, style);
    }

    private static void legend(Plot plot, double y, String style, String words) {
        plot.segment(0.2, y, 0.6, y, style).text(0.7, y, 0, 4, "start", words, "ink");
    }

    private static double[] data(int power) {
        return Arrays.stream(new double[] {4, 7, 13, 16})
                .map(value -> value + Math.pow(10, power))
                .toArray();
    }

    private static double squaredFirst(double[] x, ToDoubleFunction<double[]> total) {
        double mean = total.applyAsDouble(x) / x.length;
        double[] squares = Arrays.stream(x).map(value -> value * value).toArray();
        return total.applyAsDouble(squares) / x.length - mean * mean;
    }

    private static double centredFirst(double[] x, ToDoubleFunction<double[]> total) {
        double mean = total.applyAsDouble(x) / x.length;
        double[] squares =
                Arrays.stream(x).map(value -> (value - mean) * (value - mean)).toArray();
        return total.applyAsDouble(squares) / x.length;
    }

    private static double plainSum(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum;
    }

    private static String show(double value) {
        return (value < 0 ? "−" : "")
                + String.format(Locale.ROOT, "%.6g", Math.abs(value)).replaceAll("\\.?0+$", "");
    }
}
