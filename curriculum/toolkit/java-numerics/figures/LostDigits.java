package gradus.figures.java_numerics;

import gradus.ml.numbers.Numerics;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// How many digits of a sum are correct: L, then n times 0.1, then −L, by a plain loop, by Kahan summation and by
/// `Numerics.sum`.
public final class LostDigits implements Figure {

    private static final int[] COUNTS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000};

    @Override
    public List<Control> controls() {
        return List.of(new Control.Slider("size", "Size of L: 10 to the power", 0, 20, 1, 8));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int size = (int) controlValues.number("size");
        double big = Math.pow(10, size);
        double[] plain = digits(big, LostDigits::plain);
        double[] kahan = digits(big, LostDigits::kahan);
        double[] ours = digits(big, Numerics::sum);

        double[] logCounts = Arrays.stream(COUNTS).mapToDouble(Math::log10).toArray();
        double end = logCounts[logCounts.length - 1];
        Plot plot = Plot.of(0, end, -0.5, 17.5).axes("how many times 0.1: 10 to the power", "correct digits");
        series(plot, logCounts, ours, "s3", 6);
        series(plot, logCounts, kahan, "s2", 4);
        series(plot, logCounts, plain, "s1", 2.5);
        legend(plot, 3.4, "s1", "plain loop");
        legend(plot, 2.4, "s2", "Kahan");
        legend(plot, 1.4, "s3", "Numerics.sum");

        int last = COUNTS.length - 1;
        return plot.picture(String.format(
                Locale.ROOT,
                "The sum of 10^%d, %d times 0.1, and −10^%d. Correct digits: plain loop %.0f, Kahan %.0f,"
                        + " Numerics.sum %.0f, of 16.",
                size,
                COUNTS[last],
                size,
                plain[last],
                kahan[last],
                ours[last]));
    }

    private static double[] digits(double big, ToDoubleFunction<double[]> sum) {
        return Arrays.stream(COUNTS)
                .mapToDouble(n -> {
                    double[] x = new double[n + 2];
                    Arrays.fill(x, 0.1);
                    x[0] = big;
                    x[n + 1] = -big;
                    return rightDigits(sum.applyAsDouble(x), new BigDecimal(0.1).multiply(BigDecimal.valueOf(n)));
                })
                .toArray();
    }

    /// From 0 to 16: the logarithm to base 10 of the relative error, with its sign changed.
    private static double rightDigits(double got, BigDecimal exact) {
        if (!Double.isFinite(got)) {
            return 0;
        }
        double error = new BigDecimal(got).subtract(exact).abs().doubleValue() / exact.doubleValue();
        return error == 0 ? 16 : Math.clamp(-Math.log10(error), 0, 16);
    }

    private static double plain(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum;
    }

    private static double kahan(double[] x) {
        double sum = 0;
        double lost = 0;
        for (double value : x) {
            double corrected = value - lost;
            double next = sum + corrected;
            lost = (next - sum) - corrected;
            sum = next;
        }
        return sum;
    }

    private static void series(Plot plot, double[] xs, double[] ys, String style, double radius) {
        plot.line(xs, ys, style);
        for (int i = 0; i < xs.length; i++) {
            plot.dot(xs[i], ys[i], radius, style);
        }
    }

    private static void legend(Plot plot, double y, String style, String words) {
        plot.segment(0.1, y, 0.3, y, style).text(0.34, y, 0, 4, "start", words, "ink");
    }
}
