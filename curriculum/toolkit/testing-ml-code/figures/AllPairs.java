package gradus.figures.testing_ml_code;

import gradus.ml.numbers.Numerics;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Four values to drag, their distances from the mean and from each other, and the variance by three formulas.
public final class AllPairs implements Figure {

    private static final String[] NAMES = {"a", "b", "c", "d"};
    private static final double[] START = {4, 7, 13, 16};

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("a", "first value", 4, 9, 1),
                new Control.Handle("b", "second value", 7, 9, 1),
                new Control.Handle("c", "third value", 13, 9, 1),
                new Control.Handle("d", "fourth value", 16, 9, 1),
                new Control.Select("offset", "Added to all four", List.of("0", "a billion"), "0"));
    }

    @Override
    public Picture draw(ControlValues values) {
        double offset = values.selected("offset").equals("0") ? 0 : 1e9;
        double[] at = new double[START.length];
        double[] x = new double[START.length];
        for (int i = 0; i < x.length; i++) {
            at[i] = Math.clamp(Math.round(values.point(NAMES[i])[0]), 0, 20);
            x[i] = at[i] + offset;
        }
        Plot plot = Plot.of(0, 20, -4, 10).size(572, 400);
        double centre = Numerics.sum(at) / at.length;
        plot.segment(0, 9, 20, 9, "grid").segment(centre, 8.2, centre, 9.6, "s1");
        plot.text(centre, 9.6, 0, -4, "middle", "mean", "muted");
        double row = 7;
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                plot.segment(at[i], row, at[j], row, "s3");
                double middle = (at[i] + at[j]) / 2;
                plot.text(middle, row, 0, -3, "middle", number(Math.abs(at[i] - at[j])) + "²", "muted");
                row -= 1.1;
            }
        }
        for (int i = 0; i < x.length; i++) {
            plot.handle(NAMES[i], number(at[i]), at[i], 9, "s2");
            plot.text(at[i], 9, 0, 24, "middle", number(at[i]), "ink");
        }
        String pairs = number(pairs(x));
        String centred = number(centred(x));
        String squared = number(squaredFirst(x));
        plot.text(0, -1.2, 0, 4, "start", "all pairs: half the mean squared difference", "ink");
        plot.text(20, -1.2, 0, 4, "end", pairs, "ink");
        plot.text(0, -2.4, 0, 4, "start", "two passes: mean squared distance from the mean", "ink");
        plot.text(20, -2.4, 0, 4, "end", centred, "ink");
        plot.text(0, -3.6, 0, 4, "start", "one pass: mean square, minus squared mean", "ink");
        plot.text(20, -3.6, 0, 4, "end", squared, "ink");
        return plot.picture("Values " + Arrays.toString(at) + (offset == 0 ? "" : " plus a billion")
                + ": variance by all pairs " + pairs + ", by two passes " + centred + ", by one pass " + squared + ".");
    }

    private static double pairs(double[] x) {
        double squares = 0;
        for (double a : x) {
            for (double b : x) {
                squares += (a - b) * (a - b);
            }
        }
        return squares / 2 / x.length / x.length;
    }

    private static double centred(double[] x) {
        double mean = Numerics.sum(x) / x.length;
        return Numerics.sum(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).toArray()) / x.length;
    }

    private static double squaredFirst(double[] x) {
        double mean = Numerics.sum(x) / x.length;
        return Numerics.sum(Arrays.stream(x).map(v -> v * v).toArray()) / x.length - mean * mean;
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.4f", Math.abs(value)).replaceAll("\\.?0+$", "");
        return (value < 0 ? "−" : "") + text;
    }
}
