package gradus.proctor.assertions;

import gradus.proctor.diagnosis.ApproximateRatio;
import gradus.proctor.diagnosis.Contents;
import gradus.proctor.diagnosis.Symptoms;
import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.failure.CheckFault;
import gradus.proctor.format.SignificantDigits;
import gradus.proctor.format.ValueFormatter;
import gradus.proctor.transcript.Event.FailureKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// Gradient check: compares an analytic gradient with central differences, (f(x + h) − f(x − h)) / 2h.
/// The step h is the cube root of the machine epsilon times max(1, |x|), where truncation error and rounding
/// error are about equal.
///
/// If the one-sided derivatives differ, and still differ at a smaller step, the function has a kink, as ReLU
/// has at 0. That component isn't compared. If every component has a kink, the point is moved slightly.
///
/// ```java
/// gradient("loss.gradient({1, 2})", loss::value, loss::gradient).agreesAt(new double[] {1, 2}, "…");
/// ```
///
/// Source of the step: Press and others, "Numerical Recipes", third edition, 2007, section 5.7.
public final class GradientAssertion {

    /// The result of a gradient check that passed.
    ///
    /// @param maxRelativeError the largest relative error of the components that were compared
    /// @param kinks the indices of the components that weren't compared because the function has a kink there
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

    /// A gradient check of `gradient` against `function`. Relative errors up to 1e-6 pass.
    ///
    /// @param call the gradient's call as a learner would write it
    public static GradientAssertion gradient(
            String call, ToDoubleFunction<double[]> function, Function<double[], double[]> gradient) {
        return new GradientAssertion(call, function, gradient, Precision.DOUBLE, 1e-6);
    }

    /// A gradient check of a layer's backward pass: a vector–Jacobian product is the gradient of
    /// upstream · forward(x).
    ///
    /// @param upstream the gradient with respect to the layer's output
    public static GradientAssertion backward(
            String call,
            Function<double[], double[]> forward,
            Function<double[], double[]> backward,
            double[] upstream) {
        if (!Contents.isFinite(upstream) || Arrays.stream(upstream).allMatch(component -> component == 0)) {
            throw new CheckFault("the upstream gradient must be of finite numbers, not all 0, and is "
                    + ValueFormatter.format(upstream));
        }
        return gradient(
                call,
                x -> {
                    double[] out = forwardOutput(call, forward, x, upstream.length);
                    double sum = 0;
                    for (int i = 0; i < upstream.length; i++) {
                        sum += upstream[i] * out[i];
                    }
                    return sum;
                },
                backward);
    }

    private static double[] forwardOutput(String call, Function<double[], double[]> forward, double[] x, int length) {
        String forwardCall = "the forward pass of " + call;
        double[] out = Expect.calling(forwardCall, () -> forward.apply(x)).result();
        Expect.that(
                out.length == length,
                forwardCall,
                length + " numbers",
                out,
                "the upstream gradient has one number for each of them");
        return out;
    }

    /// For code that computes in `float`: takes a larger step and allows relative errors up to 1e-2.
    public GradientAssertion inFloat() {
        return new GradientAssertion(call, function, gradient, Precision.FLOAT, 1e-2);
    }

    public GradientAssertion within(double relativeTolerance) {
        CheckFault.requireTolerance("the relative tolerance", relativeTolerance);
        return new GradientAssertion(call, function, gradient, precision, relativeTolerance);
    }

    /// Asserts that the gradient at `x` equals the partial derivatives of the function.
    public Report agreesAt(double[] x, String why) {
        if (x.length == 0 || !Contents.isFinite(x)) {
            throw new CheckFault("a gradient is checked at a point of at least one finite number, and x is "
                    + ValueFormatter.format(x));
        }
        double[] at = x.clone();
        for (int perturbations = 0; ; perturbations++) {
            Report report = compare(at, perturbations, why);
            if (report.kinks().size() < x.length) {
                return report;
            }
            if (perturbations == MAX_PERTURBATIONS) {
                throw failed(
                        "a derivative for at least one component", "a kink in every component", why, List.of("kinks"));
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
            if (derivatives[i].isKink() && Double.isFinite(analytic[i])) {
                kinks.add(i);
                continue;
            }
            double error = derivatives[i].relativeError(analytic[i]);
            if (!(error <= tolerance)) {
                // With high curvature, a smaller step decides.
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
                    "about " + SignificantDigits.six(derivatives[wrong].value()) + " for component " + wrong
                            + describePoint(x, perturbations),
                    SignificantDigits.six(analytic[wrong]) + " for component " + wrong
                            + ApproximateRatio.describe(analytic[wrong], derivatives[wrong].value())
                            + describeSkipped(kinks),
                    why,
                    symptoms(analytic, derivatives));
        }
        return new Report(worst, kinks);
    }

    /// A derivative by finite differences.
    ///
    /// @param errorBound a bound on the rounding and truncation error of `value`
    private record NumericalDerivative(double value, double errorBound, boolean isKink) {

        double relativeError(double analytic) {
            double difference = Math.abs(analytic - value) - errorBound;
            return difference <= 0 ? 0 : difference / Math.max(Math.abs(analytic), Math.abs(value));
        }
    }

    /// The left and right derivatives, and a bound on their rounding error.
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
        double allowed = 1e-4 * Math.max(Math.abs(wide.left()), Math.abs(wide.right()));
        if (wide.gap() <= allowed + 4 * wide.roundingError()) {
            return new NumericalDerivative(wide.central(), wide.roundingError(), false);
        }
        // For a smooth function the one-sided derivatives converge as the step shrinks, here to an eighth.
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
        double roundingError = 8 * precision.unitRoundoff() * Math.abs(here) / step;
        return new OneSidedDerivatives((here - below) / down, (above - here) / up, roundingError);
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
        return ", by central differences" + (perturbations == 0 ? "" : " at " + ValueFormatter.format(x));
    }

    private static String describeSkipped(List<Integer> kinks) {
        return kinks.isEmpty()
                ? ""
                : " (not compared, because the function has a kink there: components " + kinks + ")";
    }
}
