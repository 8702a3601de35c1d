package gradus.proctor.assertions;

import gradus.proctor.diagnosis.ApproximateRatio;
import gradus.proctor.diagnosis.Symptoms;
import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.format.SignificantDigits;
import gradus.proctor.format.ValueFormatter;
import gradus.proctor.transcript.Event.FailureKind;
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
public final class GradientAssertion {

    /// @param maxRelativeError the largest relative error among the components that were compared
    /// @param kinks the components that were left out, since the function has a kink there
    public record Report(double maxRelativeError, List<Integer> kinks) {
        public Report {
            kinks = List.copyOf(kinks);
        }
    }

    private static final int MAX_PERTURBATIONS = 3;
    private static final double NARROW_STEP = 1.0 / 8;

    private final String call;
    private final ToDoubleFunction<double[]> function;
    private final Function<double[], double[]> gradient;
    private final Precision precision;
    private final double tolerance;

    private GradientAssertion(
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
    public static GradientAssertion gradient(
            String call, ToDoubleFunction<double[]> function, Function<double[], double[]> gradient) {
        return new GradientAssertion(call, function, gradient, Precision.DOUBLE, 1e-6);
    }

    /// A layer with many outputs and its backward pass: the function is upstream · forward(x).
    public static GradientAssertion backward(
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
    public GradientAssertion inFloat() {
        return new GradientAssertion(call, function, gradient, Precision.FLOAT, 1e-2);
    }

    public GradientAssertion within(double relativeTolerance) {
        return new GradientAssertion(call, function, gradient, precision, relativeTolerance);
    }

    /// That the gradient at `x` is the slope of the function, component by component.
    public Report agreesAt(double[] x, String why) {
        double[] at = x.clone();
        for (int perturbations = 0; ; perturbations++) {
            Report report = compare(at, perturbations, why);
            if (report.kinks().size() < x.length || x.length == 0) {
                return report;
            }
            if (perturbations == MAX_PERTURBATIONS) {
                throw failed("a slope in at least one direction", "a kink in every direction", why, List.of("kinks"));
            }
            for (int i = 0; i < at.length; i++) {
                at[i] = x[i] + 0.01 * (perturbations + 1) * (1 + i % 7) * Math.max(1, Math.abs(x[i]));
            }
        }
    }

    private Report compare(double[] x, int perturbations, String why) {
        double[] analytic =
                Expect.calling(call, () -> gradient.apply(x.clone())).result();
        if (analytic.length != x.length) {
            throw failed(
                    "one number for each of the " + x.length + " components",
                    analytic.length + " numbers",
                    why,
                    List.of("length@" + analytic.length + "/" + x.length));
        }
        var derivatives = new NumericalDerivative[x.length];
        var kinks = new ArrayList<Integer>();
        double worst = 0;
        int wrong = -1;
        for (int i = 0; i < x.length; i++) {
            derivatives[i] = derivative(x, i);
            if (derivatives[i].isKink()) {
                kinks.add(i);
                continue;
            }
            double error = derivatives[i].relativeError(analytic[i]);
            if (!(error <= tolerance)) {
                // Where a function bends a lot, a smaller step decides.
                OneSidedDerivatives narrow = oneSidedDerivatives(x, i, NARROW_STEP);
                error = Math.min(
                        error,
                        new NumericalDerivative(narrow.central(), narrow.roundingError(), false)
                                .relativeError(analytic[i]));
            }
            worst = Math.max(worst, error);
            if (wrong < 0 && !(error <= tolerance)) {
                wrong = i;
            }
        }
        if (wrong >= 0) {
            throw failed(
                    "about " + SignificantDigits.six(derivatives[wrong].value()) + " as component " + wrong
                            + describePoint(x, perturbations),
                    SignificantDigits.six(analytic[wrong]) + " as component " + wrong
                            + ApproximateRatio.describe(analytic[wrong], derivatives[wrong].value())
                            + describeSkipped(kinks),
                    why,
                    symptoms(analytic, derivatives));
        }
        return new Report(worst, kinks);
    }

    /// @param errorBound what rounding and truncation can have done to `value`
    private record NumericalDerivative(double value, double errorBound, boolean isKink) {

        double relativeError(double analytic) {
            double difference = Math.abs(analytic - value) - errorBound;
            return difference <= 0 ? 0 : difference / Math.max(Math.abs(analytic), Math.abs(value));
        }
    }

    /// The slopes to the left and to the right, and what rounding can have done to them.
    private record OneSidedDerivatives(double left, double right, double roundingError) {

        double central() {
            return (left + right) / 2;
        }

        double gap() {
            return Math.abs(right - left);
        }
    }

    private NumericalDerivative derivative(double[] x, int i) {
        OneSidedDerivatives wide = oneSidedDerivatives(x, i, 1);
        double least = 1e-4 * Math.max(Math.abs(wide.left()), Math.abs(wide.right()));
        if (wide.gap() <= least + 4 * wide.roundingError()) {
            return new NumericalDerivative(wide.central(), wide.roundingError(), false);
        }
        // A smooth function's sides come together as the step shrinks, here to an eighth.
        OneSidedDerivatives narrow = oneSidedDerivatives(x, i, NARROW_STEP);
        boolean kink = narrow.gap() > wide.gap() / 2 && narrow.gap() > narrow.roundingError();
        double truncation = narrow.gap() > wide.gap() / 16 ? Math.abs(narrow.central() - wide.central()) / 16 : 0;
        return new NumericalDerivative(narrow.central(), narrow.roundingError() + truncation, kink);
    }

    private OneSidedDerivatives oneSidedDerivatives(double[] x, int i, double stepFactor) {
        double step = stepFactor * Math.cbrt(2 * precision.unitRoundoff()) * Math.max(1, Math.abs(x[i]));
        double here = function.applyAsDouble(x.clone());
        double[] moved = x.clone();
        moved[i] = x[i] - step;
        double down = x[i] - moved[i];
        double below = function.applyAsDouble(moved.clone());
        moved[i] = x[i] + step;
        double up = moved[i] - x[i];
        double above = function.applyAsDouble(moved.clone());
        double noise = 8 * precision.unitRoundoff() * Math.abs(here) / step;
        return new OneSidedDerivatives((here - below) / down, (above - here) / up, noise);
    }

    private List<String> symptoms(double[] analytic, NumericalDerivative[] derivatives) {
        var symptoms = new ArrayList<String>(Symptoms.of(analytic));
        double[] numeric = new double[derivatives.length];
        double[] compared = analytic.clone();
        for (int i = 0; i < derivatives.length; i++) {
            numeric[i] = derivatives[i].isKink() ? 0 : derivatives[i].value();
            compared[i] = derivatives[i].isKink() ? 0 : analytic[i];
        }
        ApproximateRatio.symptom(compared, numeric, Math.max(1e-6, tolerance)).ifPresent(symptoms::add);
        symptoms.add("gradient");
        return symptoms;
    }

    private AssertionFailure failed(String expected, String got, String why, List<String> symptoms) {
        return AssertionFailure.of(FailureKind.MISMATCH, call, expected, got, why, symptoms);
    }

    private String describePoint(double[] x, int perturbations) {
        return ", by moving it up and down a little" + (perturbations == 0 ? "" : " at " + ValueFormatter.format(x));
    }

    private static String describeSkipped(List<Integer> kinks) {
        return kinks.isEmpty() ? "" : " (left out, since the function has a kink there: components " + kinks + ")";
    }
}
