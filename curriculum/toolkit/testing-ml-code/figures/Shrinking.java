package gradus.figures.testing_ml_code;

import gradus.ml.numbers.Numerics;
import gradus.ml.numbers.Rng;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// A random input on which a mutant of the variance is wrong, and the smaller ones that it's shrunk to.
public final class Shrinking implements Figure {

    private static final int ROWS = 10;
    private static final String MEDIAN = "centred at the median";
    private static final String UNBIASED = "divided by n − 1";
    private static final String LAST = "the last value left out";
    private static final String DISTINCT = "equal values count once";

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("mutant", "The mutant", List.of(MEDIAN, UNBIASED, LAST, DISTINCT), MEDIAN),
                new Control.Slider("seed", "Seed", 1, 20, 1, 1),
                new Control.Slider("steps", "Steps shown", 0, ROWS, 1, ROWS));
    }

    @Override
    public Picture draw(ControlValues values) {
        ToDoubleFunction<double[]> mutant = switch (values.selected("mutant")) {
            case MEDIAN -> x -> squares(x, median(x)) / x.length;
            case UNBIASED -> x -> squares(x, mean(x)) / (x.length - 1);
            case LAST -> x -> squares(Arrays.copyOf(x, x.length - 1), mean(x)) / x.length;
            default -> x -> pairs(Arrays.stream(x).distinct().toArray());
        };
        List<double[]> trail = trail(mutant, Rng.of((long) values.number("seed")));
        int last = Math.min((int) values.number("steps"), trail.size() - 1);
        // If the trail is long, its last steps
        int first = Math.max(0, last - ROWS);
        Plot plot = Plot.of(0, 12, 0, ROWS + 2).size(600, 420);
        plot.text(8.3, ROWS + 1.4, 0, 4, "start", "got", "muted");
        plot.text(10.2, ROWS + 1.4, 0, 4, "start", "expected", "muted");
        for (int k = first; k <= last; k++) {
            double[] x = trail.get(k);
            double y = ROWS + 0.5 - (k - first);
            for (int i = 0; i < x.length; i++) {
                plot.rectangle(i - 0.1, y - 0.42, i + 0.75, y + 0.42, k == trail.size() - 1 ? "r2" : "soft");
                plot.text(i + 0.325, y, 0, 4, "middle", number(x[i]), "ink");
            }
            plot.text(8.3, y, 0, 4, "start", number(mutant.applyAsDouble(x)), "ink");
            plot.text(10.2, y, 0, 4, "start", number(pairs(x)), "ink");
        }
        double[] x = trail.get(last);
        boolean done = last == trail.size() - 1;
        plot.text(0, 0, 0, 24, "start", done ? "Nothing smaller fails." : "It can be shrunk further.", "muted");
        return plot.picture("After " + last + " steps the failing input is " + Arrays.toString(x) + ": got "
                + number(mutant.applyAsDouble(x)) + ", expected " + number(pairs(x)) + ".");
    }

    /// From the first random input that fails, each simpler one that still fails.
    private static List<double[]> trail(ToDoubleFunction<double[]> mutant, Rng rng) {
        double[] x = input(rng);
        while (!fails(mutant, x)) {
            x = input(rng);
        }
        var trail = new ArrayList<double[]>(List.of(x));
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (double[] candidate : simpler(trail.getLast())) {
                if (fails(mutant, candidate)) {
                    trail.add(candidate);
                    smaller = true;
                    break;
                }
            }
        }
        return trail;
    }

    /// One value fewer, or one value replaced by a smaller one.
    private static List<double[]> simpler(double[] x) {
        var all = new ArrayList<double[]>();
        for (int i = 0; i < x.length && x.length > 1; i++) {
            double[] shorter = new double[x.length - 1];
            System.arraycopy(x, 0, shorter, 0, i);
            System.arraycopy(x, i + 1, shorter, i, shorter.length - i);
            all.add(shorter);
        }
        for (int i = 0; i < x.length; i++) {
            for (double value : new double[] {0, 1}) {
                if (value < x[i]) {
                    double[] lower = x.clone();
                    lower[i] = value;
                    all.add(lower);
                }
            }
        }
        return all;
    }

    private static boolean fails(ToDoubleFunction<double[]> mutant, double[] x) {
        return !Numerics.close(mutant.applyAsDouble(x), pairs(x), 1e-9, 1e-9);
    }

    private static double[] input(Rng rng) {
        double[] x = new double[8];
        for (int i = 0; i < x.length; i++) {
            x[i] = rng.nextInt(10);
        }
        return x;
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

    private static double mean(double[] x) {
        return Numerics.sum(x) / x.length;
    }

    private static double median(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return (sorted[x.length / 2] + sorted[(x.length - 1) / 2]) / 2;
    }

    private static double squares(double[] x, double centre) {
        return Numerics.sum(
                Arrays.stream(x).map(v -> (v - centre) * (v - centre)).toArray());
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "NaN"
                : String.format(Locale.ROOT, "%.4f", value).replaceAll("\\.?0+$", "");
    }
}
