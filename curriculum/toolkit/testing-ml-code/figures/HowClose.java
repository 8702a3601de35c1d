package gradus.figures.testing_ml_code;

import gradus.ml.numbers.Numerics;
import gradus.ml.numbers.Rng;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/// How far right and wrong variances are from an oracle, on sixty random inputs, and where a tolerance would cut.
public final class HowClose implements Figure {

    private static final int INPUTS = 60;
    private static final double EXACT = -17.5;

    private record Implementation(String name, boolean right, ToDoubleFunction<double[]> variance) {}

    private static final List<Implementation> ALL = List.of(
            new Implementation("right: two passes", true, HowClose::twoPasses),
            new Implementation("right: shifted by the first", true, HowClose::shiftedByTheFirst),
            new Implementation("right: updated one by one", true, HowClose::updated),
            new Implementation("wrong: a millionth added", false, x -> twoPasses(x) + 1e-6),
            new Implementation("wrong: squares in float", false, HowClose::inFloat),
            new Implementation("wrong: divided by n − 1", false, x -> twoPasses(x) * x.length / (x.length - 1)));

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("tolerance", "Relative tolerance: 10 to the power", -17, 0, 1, -17),
                new Control.Slider("offset", "Added to all values: 10 to the power", 0, 10, 1, 0));
    }

    @Override
    public Picture draw(ControlValues values) {
        double tolerance = values.number("tolerance");
        double offset = values.number("offset") == 0 ? 0 : Math.pow(10, values.number("offset"));
        Plot plot = Plot.of(-18, 1, 0, 6.4).size(600, 380);
        plot.rectangle(-18, 0, tolerance, 6.4, "soft");
        plot.segment(tolerance, 0, tolerance, 6.4, "s5");
        plot.text(tolerance, 6.4, tolerance > -9 ? -6 : 6, 12, tolerance > -9 ? "end" : "start", "accepted", "muted");
        for (int power = -12; power <= 0; power += 4) {
            plot.text(power, 0, 0, 18, "middle", power == 0 ? "1" : "1e" + power, "tick");
        }
        plot.text(EXACT, 0, 0, 18, "middle", "equal", "tick");
        plot.text(-8.5, 0, 0, 38, "middle", "relative difference from the oracle", "label");
        int refused = 0;
        int missed = 0;
        for (int i = 0; i < ALL.size(); i++) {
            Implementation each = ALL.get(i);
            double y = 5.4 - i;
            double largest = EXACT;
            var rng = Rng.of(7);
            for (int k = 0; k < INPUTS; k++) {
                double[] x = input(rng, offset);
                double difference = Math.abs(each.variance().applyAsDouble(x) - pairs(x)) / pairs(x);
                double at = difference == 0 ? EXACT : Math.clamp(Math.log10(difference), EXACT, 0.5);
                plot.dot(at, y + 0.3 * ((k % 5) - 2) / 4, 3, each.right() ? "s3" : "s2");
                largest = Math.max(largest, at);
            }
            boolean accepted = largest <= tolerance;
            refused += each.right() && !accepted ? 1 : 0;
            missed += !each.right() && accepted ? 1 : 0;
            String verdict = accepted ? each.right() ? "" : ": missed" : each.right() ? ": refused" : "";
            plot.text(-18, y, 4, -15, "start", each.name() + verdict, "ink");
        }
        return plot.picture("With a relative tolerance of 10^" + (int) tolerance + ", " + refused
                + " of 3 right implementations are refused, and " + missed + " of 3 wrong ones missed.");
    }

    private static double[] input(Rng rng, double offset) {
        double[] x = new double[6];
        for (int i = 0; i < x.length; i++) {
            x[i] = offset + 20 * rng.nextDouble() - 10;
        }
        return x;
    }

    private static double twoPasses(double[] x) {
        return squares(x, Numerics.sum(x) / x.length) / x.length;
    }

    private static double shiftedByTheFirst(double[] x) {
        double sum = Numerics.sum(map(x, v -> v - x[0]));
        return (squares(x, x[0]) - sum * sum / x.length) / x.length;
    }

    private static double updated(double[] x) {
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            double before = x[i] - mean;
            mean += before / (i + 1);
            squares += before * (x[i] - mean);
        }
        return squares / x.length;
    }

    private static double inFloat(double[] x) {
        double mean = Numerics.sum(x) / x.length;
        float squares = 0;
        for (double value : x) {
            squares += (float) ((value - mean) * (value - mean));
        }
        return squares / x.length;
    }

    /// The oracle: half the mean of the squared differences of all pairs.
    private static double pairs(double[] x) {
        double squares = 0;
        for (double a : x) {
            for (double b : x) {
                squares += (a - b) * (a - b);
            }
        }
        return squares / 2 / x.length / x.length;
    }

    private static double squares(double[] x, double centre) {
        return Numerics.sum(map(x, v -> (v - centre) * (v - centre)));
    }

    private static double[] map(double[] x, UnaryOperator<Double> change) {
        return Arrays.stream(x).map(change::apply).toArray();
    }
}
