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
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/// A test of the variance, run on three right implementations and on nine mutants: which of them it refuses, and
/// for each mutant that it misses, an input on which it's wrong.
public final class MutantWall implements Figure {

    private static final String EXAMPLE = "an example: 4, 7, 13, 16 gives 22.5";
    private static final String SIGN = "a property: never negative";
    private static final String REVERSED = "a relation: reversed, the same";
    private static final String SHIFTED = "a relation: plus 0.3, the same";
    private static final String SCALED = "a relation: times 3, nine times as much";
    private static final String TWICE = "a relation: each value twice, the same";
    private static final String ORACLE = "an oracle: all pairs";
    private static final String WHOLE = "whole numbers, 0 to 9";
    private static final String TENTHS = "tenths, −10 to 10";
    private static final String BILLION = "tenths, plus a billion";
    private static final double[] FOUR = {4, 7, 13, 16};

    /// A way to compute the variance.
    private record Implementation(String name, boolean right, ToDoubleFunction<double[]> variance) {}

    /// Why a test failed.
    private record Failure(double[] input, double expected, double got) {}

    private static final List<Implementation> ALL = List.of(
            new Implementation("right: two passes", true, MutantWall::twoPasses),
            new Implementation("right: shifted by the first", true, MutantWall::shiftedByTheFirst),
            new Implementation("right: updated one by one", true, MutantWall::updated),
            new Implementation("always 0", false, x -> 0),
            new Implementation("divided by n − 1", false, x -> squares(x, mean(x)) / (x.length - 1)),
            new Implementation(
                    "distances not squared", false, x -> Numerics.sum(map(x, d -> Math.abs(d - mean(x)))) / x.length),
            new Implementation(
                    "the last value left out", false, x -> squares(Arrays.copyOf(x, x.length - 1), mean(x)) / x.length),
            new Implementation("centred at the median", false, x -> squares(x, median(x)) / x.length),
            new Implementation("the mean as a whole number", false, x -> squares(x, Math.floor(mean(x))) / x.length),
            new Implementation("a millionth added", false, x -> twoPasses(x) + 1e-6),
            new Implementation("squares in float", false, MutantWall::inFloat),
            new Implementation(
                    "squared first", false, x -> Numerics.sum(map(x, v -> v * v)) / x.length - mean(x) * mean(x)));

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select(
                        "test", "The test", List.of(EXAMPLE, SIGN, REVERSED, SHIFTED, SCALED, TWICE, ORACLE), EXAMPLE),
                new Control.Select("inputs", "Random inputs", List.of(WHOLE, TENTHS, BILLION), TENTHS),
                new Control.Slider("count", "How many", 1, 100, 1, 50),
                new Control.Slider("tolerance", "Tolerance: 10 to the power (−17: none)", -17, -1, 1, -9),
                new Control.Slider("seed", "Seed", 1, 20, 1, 1));
    }

    @Override
    public Picture draw(ControlValues values) {
        String test = values.selected("test");
        int power = (int) values.number("tolerance");
        double tolerance = power == -17 ? 0 : Math.pow(10, power);
        List<double[]> inputs = inputs(values, test);
        Plot plot = Plot.of(0, 1, 0, ALL.size()).size(600, 640);
        int killed = 0;
        int refused = 0;
        var said = new StringBuilder();
        for (int i = 0; i < ALL.size(); i++) {
            Implementation each = ALL.get(i);
            Optional<Failure> failure = failure(test, each.variance(), inputs, tolerance);
            killed += !each.right() && failure.isPresent() ? 1 : 0;
            refused += each.right() && failure.isPresent() ? 1 : 0;
            String state = each.right()
                    ? failure.isPresent() ? "refused" : "passes"
                    : failure.isPresent() ? "killed" : "alive";
            String detail = failure.map(it -> "by " + words(it))
                    .orElseGet(() -> each.right() ? "" : "wrong on " + words(difference(each.variance())));
            boolean good = each.right() == failure.isEmpty();
            double y = ALL.size() - i - 0.5;
            plot.rectangle(-0.09, y - 0.46, 1.02, y + 0.46, good ? "soft" : "r2");
            plot.text(-0.08, y, 0, detail.isEmpty() ? 5 : -4, "start", each.name(), "ink");
            plot.text(1, y, 0, detail.isEmpty() ? 5 : -4, "end", state, good ? "muted" : "ink");
            plot.text(-0.08, y, 0, 15, "start", detail, "muted");
            if (!good) {
                said.append(said.isEmpty() ? "" : ", ")
                        .append(each.name())
                        .append(" (")
                        .append(state)
                        .append(")");
            }
        }
        String sum = killed + " of 9 mutants killed, " + refused + " of 3 right ones refused";
        plot.text(0.5, 0, 0, 24, "middle", sum, "ink");
        return plot.picture(sum + (said.isEmpty() ? "." : ". To mend: " + said + "."));
    }

    private static List<double[]> inputs(ControlValues values, String test) {
        if (test.equals(EXAMPLE)) {
            return List.of(FOUR);
        }
        String kind = values.selected("inputs");
        var rng = Rng.of((long) values.number("seed"));
        var inputs = new ArrayList<double[]>();
        for (int k = 0; k < values.number("count"); k++) {
            double[] x = new double[2 + rng.nextInt(3)];
            for (int i = 0; i < x.length; i++) {
                x[i] = kind.equals(WHOLE) ? rng.nextInt(10) : (rng.nextInt(201) - 100) / 10.0;
                x[i] += kind.equals(BILLION) ? 1e9 : 0;
            }
            inputs.add(x);
        }
        return inputs;
    }

    /// The first input on which the test fails.
    private static Optional<Failure> failure(
            String test, ToDoubleFunction<double[]> variance, List<double[]> inputs, double tolerance) {
        for (double[] x : inputs) {
            double got = variance.applyAsDouble(x);
            double other = switch (test) {
                case EXAMPLE -> 22.5;
                case ORACLE -> pairs(x);
                case REVERSED -> variance.applyAsDouble(reversed(x));
                case SHIFTED -> variance.applyAsDouble(map(x, v -> v + 0.3));
                case TWICE -> variance.applyAsDouble(twice(x));
                case SCALED -> variance.applyAsDouble(map(x, v -> 3 * v)) / 9;
                default -> Math.max(0, got);
            };
            if (!Numerics.close(got, other, tolerance, tolerance)) {
                return Optional.of(new Failure(x, other, got));
            }
        }
        return Optional.empty();
    }

    /// A small input on which an implementation is wrong.
    private static Failure difference(ToDoubleFunction<double[]> variance) {
        for (double offset : new double[] {0, 0.5, 1e9}) {
            for (int code = 0; code < 4 * 4 * 4; code++) {
                double[] x = {code / 16 + offset, code / 4 % 4 + offset, code % 4 + offset};
                double right = pairs(x);
                double got = variance.applyAsDouble(x);
                if (!Numerics.close(right, got, 1e-8, 1e-12)) {
                    return new Failure(x, right, got);
                }
            }
        }
        double[] x = {0, 0.1, 0.3};
        return new Failure(x, pairs(x), variance.applyAsDouble(x));
    }

    private static double twoPasses(double[] x) {
        return squares(x, mean(x)) / x.length;
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
        double mean = mean(x);
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

    private static double mean(double[] x) {
        return Numerics.sum(x) / x.length;
    }

    private static double squares(double[] x, double centre) {
        return Numerics.sum(map(x, v -> (v - centre) * (v - centre)));
    }

    private static double median(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return (sorted[x.length / 2] + sorted[(x.length - 1) / 2]) / 2;
    }

    private static double[] map(double[] x, UnaryOperator<Double> change) {
        return Arrays.stream(x).map(change::apply).toArray();
    }

    private static double[] reversed(double[] x) {
        double[] reversed = new double[x.length];
        Arrays.setAll(reversed, i -> x[x.length - 1 - i]);
        return reversed;
    }

    private static double[] twice(double[] x) {
        double[] twice = new double[2 * x.length];
        Arrays.setAll(twice, i -> x[i / 2]);
        return twice;
    }

    private static String words(Failure failure) {
        double[] x = failure.input();
        boolean far = Math.abs(x[0]) > 1e8;
        var list = new StringBuilder(far ? "1e9 + (" : "(");
        for (int i = 0; i < x.length; i++) {
            list.append(i == 0 ? "" : ", ").append(number(far ? Math.round((x[i] - 1e9) * 1000) / 1000.0 : x[i], 4));
        }
        int digits = Numerics.close(failure.expected(), failure.got(), 1e-4, 0)
                ? Numerics.close(failure.expected(), failure.got(), 1e-9, 0) ? 17 : 10
                : 4;
        return list + "): " + number(failure.got(), digits) + ", not " + number(failure.expected(), digits);
    }

    private static String number(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : "NaN";
        }
        String text = String.format(Locale.ROOT, "%." + digits + "g", Math.abs(value));
        text = text.contains(".") && !text.contains("e") ? text.replaceAll("\\.?0+$", "") : text;
        return (value < 0 ? "−" : "") + text;
    }
}
