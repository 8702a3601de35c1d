package gradus.proctor;

import gradus.proctor.transcript.Event.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// Compares a gradient with what the function itself does when one number moves a little: central
/// differences (f(x + h) − f(x − h)) / 2h, with h the cube root of the precision, times max(1, |x|), at
/// which truncation and rounding are about equal.
///
/// Where the slopes on the two sides disagree and go on disagreeing at a smaller step, the function has
/// a kink, as that of ReLU at 0: there the component is left out. When all would be, the point moves a
/// little.
///
/// ```java
/// gradient("loss.gradient({1, 2})", loss::value, loss::gradient).agreesAt(new double[] {1, 2}, "…");
/// ```
///
/// Source of the step: Press and others, "Numerical Recipes", third edition, 2007, section 5.7.
public final class Gradients {

    /// @param worst the largest relative error among the components that were compared
    /// @param kinks the components that were left out, since the function has a kink there
    public record Report(double worst, List<Integer> kinks) {
        public Report {
            kinks = List.copyOf(kinks);
        }
    }

    private static final int MOST_MOVES = 3;
    private static final double SMALLER = 1.0 / 8;

    private final String call;
    private final ToDoubleFunction<double[]> function;
    private final Function<double[], double[]> gradient;
    private final Precision precision;
    private final double tolerance;

    private Gradients(
            String call,
            ToDoubleFunction<double[]> function,
            Function<double[], double[]> gradient,
            Precision precision,
            double tolerance) {
        this.call = call;
        this.function = function;
        this.gradient = gradient;
        this.precision = precision;
        this.tolerance = tolerance;
    }

    /// A function and what should be its gradient; relative errors below 1e-6 are allowed.
    ///
    /// @param call the gradient's call as a learner would write it
    public static Gradients gradient(
            String call, ToDoubleFunction<double[]> function, Function<double[], double[]> gradient) {
        return new Gradients(call, function, gradient, Precision.DOUBLE, 1e-6);
    }

    /// A layer with many outputs and its backward pass: the function is upstream · forward(x).
    public static Gradients backward(
            String call,
            Function<double[], double[]> forward,
            Function<double[], double[]> backward,
            double[] upstream) {
        return gradient(
                call,
                x -> {
                    double[] out = forward.apply(x);
                    double sum = 0;
                    for (int i = 0; i < upstream.length; i++) {
                        sum += upstream[i] * out[i];
                    }
                    return sum;
                },
                backward);
    }

    /// For code that computes in float: a larger step, and relative errors below 1e-2.
    public Gradients inFloat() {
        return new Gradients(call, function, gradient, Precision.FLOAT, 1e-2);
    }

    public Gradients within(double relative) {
        return new Gradients(call, function, gradient, precision, relative);
    }

    /// That the gradient at `x` is the slope of the function, component by component.
    public Report agreesAt(double[] x, String why) {
        double[] at = x.clone();
        for (int moves = 0; ; moves++) {
            Report report = compare(at, moves, why);
            if (report.kinks().size() < x.length || x.length == 0) {
                return report;
            }
            if (moves == MOST_MOVES) {
                throw failed("a slope in at least one direction", "a kink in every direction", why, List.of("kinks"));
            }
            for (int i = 0; i < at.length; i++) {
                at[i] = x[i] + 0.01 * (moves + 1) * (1 + i % 7) * Math.max(1, Math.abs(x[i]));
            }
        }
    }

    private Report compare(double[] x, int moves, String why) {
        double[] analytic =
                Expect.calling(call, () -> gradient.apply(x.clone())).result();
        if (analytic.length != x.length) {
            throw failed(
                    "one number for each of the " + x.length + " components",
                    analytic.length + " numbers",
                    why,
                    List.of("length@" + analytic.length + "/" + x.length));
        }
        var slopes = new Slope[x.length];
        var kinks = new ArrayList<Integer>();
        double worst = 0;
        int wrong = -1;
        for (int i = 0; i < x.length; i++) {
            slopes[i] = slope(x, i);
            if (slopes[i].kink()) {
                kinks.add(i);
                continue;
            }
            double error = slopes[i].relativeError(analytic[i]);
            if (!(error <= tolerance)) {
                // Where a function bends a lot, a smaller step decides.
                Sides narrow = sides(x, i, SMALLER);
                error = Math.min(error, new Slope(narrow.middle(), narrow.noise(), false).relativeError(analytic[i]));
            }
            worst = Math.max(worst, error);
            if (wrong < 0 && !(error <= tolerance)) {
                wrong = i;
            }
        }
        if (wrong >= 0) {
            throw failed(
                    "about " + Digits.six(slopes[wrong].value()) + " as component " + wrong + where(x, moves),
                    Digits.six(analytic[wrong]) + " as component " + wrong
                            + Proportions.inWords(analytic[wrong], slopes[wrong].value()) + leftOut(kinks),
                    why,
                    signs(analytic, slopes));
        }
        return new Report(worst, kinks);
    }

    /// @param noise what rounding and truncation can have done to `value`
    private record Slope(double value, double noise, boolean kink) {

        double relativeError(double analytic) {
            double difference = Math.abs(analytic - value) - noise;
            return difference <= 0 ? 0 : difference / Math.max(Math.abs(analytic), Math.abs(value));
        }
    }

    /// The slopes to the left and to the right, and what rounding can have done to them.
    private record Sides(double left, double right, double noise) {

        double middle() {
            return (left + right) / 2;
        }

        double gap() {
            return Math.abs(right - left);
        }
    }

    private Slope slope(double[] x, int i) {
        Sides wide = sides(x, i, 1);
        double least = 1e-4 * Math.max(Math.abs(wide.left()), Math.abs(wide.right()));
        if (wide.gap() <= least + 4 * wide.noise()) {
            return new Slope(wide.middle(), wide.noise(), false);
        }
        // A smooth function's sides come together as the step shrinks, here to an eighth.
        Sides narrow = sides(x, i, SMALLER);
        boolean kink = narrow.gap() > wide.gap() / 2 && narrow.gap() > narrow.noise();
        double truncation = narrow.gap() > wide.gap() / 16 ? Math.abs(narrow.middle() - wide.middle()) / 16 : 0;
        return new Slope(narrow.middle(), narrow.noise() + truncation, kink);
    }

    private Sides sides(double[] x, int i, double part) {
        double step = part * Math.cbrt(2 * precision.roundoff()) * Math.max(1, Math.abs(x[i]));
        double here = function.applyAsDouble(x.clone());
        double[] moved = x.clone();
        moved[i] = x[i] - step;
        double down = x[i] - moved[i];
        double below = function.applyAsDouble(moved.clone());
        moved[i] = x[i] + step;
        double up = moved[i] - x[i];
        double above = function.applyAsDouble(moved.clone());
        double noise = 8 * precision.roundoff() * Math.abs(here) / step;
        return new Sides((here - below) / down, (above - here) / up, noise);
    }

    private List<String> signs(double[] analytic, Slope[] slopes) {
        var signs = new ArrayList<String>(Signs.of(analytic));
        double[] numeric = new double[slopes.length];
        double[] compared = analytic.clone();
        for (int i = 0; i < slopes.length; i++) {
            numeric[i] = slopes[i].kink() ? 0 : slopes[i].value();
            compared[i] = slopes[i].kink() ? 0 : analytic[i];
        }
        Proportions.sign(compared, numeric, Math.max(1e-6, tolerance)).ifPresent(signs::add);
        signs.add("gradient");
        return signs;
    }

    private Mismatch failed(String expected, String got, String why, List<String> signs) {
        return Mismatch.of(Kind.MISMATCH, call, expected, got, why, signs);
    }

    private String where(double[] x, int moves) {
        return ", by moving it up and down a little" + (moves == 0 ? "" : " at " + Show.value(x));
    }

    private static String leftOut(List<Integer> kinks) {
        return kinks.isEmpty() ? "" : " (left out, since the function has a kink there: components " + kinks + ")";
    }
}
