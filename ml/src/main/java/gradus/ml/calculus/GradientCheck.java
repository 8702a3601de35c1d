package gradus.ml.calculus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/// Gradient check: compares a gradient, entry by entry, with finite differences of the function.
///
/// **Method.** For each parameter the function is evaluated at two steps on both sides, and the two central
/// differences are combined so that the first term of their truncation error cancels. A difference within the
/// rounding error of the function values does not count as an error.
///
/// **Kinks.** If the one-sided derivatives on the left and right do not approach each other as the step is
/// halved, the function is not differentiable there, as |x| at 0. No gradient is right or wrong there, and
/// the parameter is reported as unreliable. A function that oscillates within a few steps is reported in the
/// same way.
///
/// **Cost.** 4 calls of the function per parameter, plus 1.
///
/// @param relativeStep the larger step, relative to the larger of 1 and the parameter's absolute value;
///     between 0 and 1
/// @param roundingError relative rounding error of a function value; between 0 and 1
public record GradientCheck(double relativeStep, double roundingError) {

    /// For functions computed in `double`.
    public static final GradientCheck DOUBLES = new GradientCheck(1e-3, 16 * Math.ulp(1.0));

    /// For functions computed in `float`: with larger steps, because rounding errors are larger.
    public static final GradientCheck FLOATS = new GradientCheck(2e-2, 4 * Math.ulp(1.0f));

    /// @throws IllegalArgumentException if a parameter is out of range
    public GradientCheck {
        if (!(relativeStep > 0 && relativeStep < 1 && roundingError > 0 && roundingError < 1)) {
            throw new IllegalArgumentException("relativeStep and roundingError must lie between 0 and 1, got "
                    + relativeStep + " and " + roundingError);
        }
    }

    /// The parameters of a function, in any storage.
    public interface Parameters {

        /// The number of parameters.
        int size();

        /// Parameter `index`.
        double get(int index);

        /// Sets parameter `index` to `value`, or to the nearest number that can be stored.
        void set(int index, double value);

        /// The elements of `values`, changed in place.
        static Parameters of(double[] values) {
            return new Parameters() {
                @Override
                public int size() {
                    return values.length;
                }

                @Override
                public double get(int index) {
                    return values[index];
                }

                @Override
                public void set(int index, double value) {
                    values[index] = value;
                }
            };
        }

        /// The elements of `values`, changed in place; a value that is set is rounded to `float`.
        static Parameters of(float[] values) {
            return new Parameters() {
                @Override
                public int size() {
                    return values.length;
                }

                @Override
                public double get(int index) {
                    return values[index];
                }

                @Override
                public void set(int index, double value) {
                    values[index] = (float) value;
                }
            };
        }
    }

    /// A partial derivative by finite differences.
    ///
    /// @param value the derivative; not finite if a difference overflowed
    /// @param uncertainty the error that rounding and truncation may have left in it
    /// @param kink whether the function has a kink here, so that there is no derivative
    public record PartialDerivative(double value, double uncertainty, boolean kink) {}

    /// The result of a gradient check.
    ///
    /// @param worstIndex the parameter with the largest relative error; -1 if none could be checked
    /// @param relativeError its relative error: the difference beyond the uncertainty, divided by the larger of
    ///     the two absolute values, or by a millionth of the largest numerical derivative if that is more. Below
    ///     1e-6, a gradient in `double` is right; near 1, it is wrong
    /// @param numerical its derivative by finite differences
    /// @param analytic its derivative in the gradient that was checked
    /// @param unreliable the parameters at which the function has a kink
    public record Report(
            int worstIndex, double relativeError, double numerical, double analytic, List<Integer> unreliable) {

        /// @throws NullPointerException if `unreliable` is null or contains null
        public Report {
            unreliable = List.copyOf(unreliable);
        }

        /// Whether no relative error exceeds `tolerance`, kinks excluded.
        public boolean isWithin(double tolerance) {
            return relativeError <= tolerance;
        }

        /// A summary in one sentence.
        @Override
        public String toString() {
            String kinks = unreliable.isEmpty() ? "" : "; not checked because of a kink: " + unreliable;
            return worstIndex < 0
                    ? "no parameter could be checked" + kinks
                    : "the largest error is at parameter " + worstIndex + ": expected " + numerical
                            + " by finite differences, got " + analytic + ", a relative error of " + relativeError
                            + kinks;
        }
    }

    /// Checks `analytic`, the partial derivatives of `function` with respect to `parameters` at their current
    /// values. Each parameter is changed and restored. `function` must read the parameters at every call and
    /// be deterministic.
    ///
    /// @throws IllegalArgumentException if there is not one derivative per parameter, or the function is not
    ///     finite
    public Report check(Parameters parameters, DoubleSupplier function, double[] analytic) {
        double here = function.getAsDouble();
        requireFinite(here, -1);
        List<PartialDerivative> numerical = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            OneSided fullStep = sides(parameters, i, relativeStep, function, here);
            OneSided halfStep = sides(parameters, i, relativeStep / 2, function, here);
            numerical.add(new Differences(fullStep, halfStep).partialDerivative());
        }
        return compare(numerical, analytic);
    }

    /// Compares `analytic`, the derivatives of a gradient, with the `numerical` ones. Where there is a kink,
    /// nothing is compared. Of several parameters with the largest error, the first is reported. A derivative
    /// that is not finite has an infinite error.
    ///
    /// @throws IllegalArgumentException if there is not one derivative per parameter
    public static Report compare(List<PartialDerivative> numerical, double[] analytic) {
        if (analytic.length != numerical.size()) {
            throw new IllegalArgumentException("a gradient must have one derivative per parameter, got "
                    + analytic.length + " derivatives for " + numerical.size() + " parameters");
        }
        double largest = 0;
        for (PartialDerivative expected : numerical) {
            double size = Math.abs(expected.value);
            largest = Double.isFinite(size) ? Math.max(largest, size) : largest;
        }
        List<Integer> unreliable = new ArrayList<>();
        int worst = -1;
        double worstError = 0;
        for (int i = 0; i < analytic.length; i++) {
            PartialDerivative expected = numerical.get(i);
            if (expected.kink) {
                unreliable.add(i);
                continue;
            }
            // For a derivative near 0, the error is relative to the accuracy of the others.
            double error = relativeError(expected, analytic[i], 1e-6 * largest);
            if (worst < 0 || error > worstError) {
                worst = i;
                worstError = error;
            }
        }
        return new Report(
                worst,
                worstError,
                worst < 0 ? Double.NaN : numerical.get(worst).value,
                worst < 0 ? Double.NaN : analytic[worst],
                unreliable);
    }

    private static double relativeError(PartialDerivative expected, double analytic, double floor) {
        double error = Math.max(0, Math.abs(expected.value - analytic) - expected.uncertainty);
        if (!Double.isFinite(error)) {
            // Either one is not a number, or a difference quotient overflowed: nothing is known.
            return Double.POSITIVE_INFINITY;
        }
        return error == 0 ? 0 : error / Math.max(floor, Math.max(Math.abs(expected.value), Math.abs(analytic)));
    }

    /// The finite differences of one parameter, for the full step and half of it.
    private record Differences(OneSided fullStep, OneSided halfStep) {

        /// Both central differences combined (Richardson extrapolation), so that the first term of their
        /// error cancels.
        double derivative() {
            return halfStep.central() + (halfStep.central() - fullStep.central()) / 3;
        }

        /// For a smooth function, halving the step halves the difference between the one-sided derivatives.
        boolean hasKink() {
            return Math.abs(halfStep.slopeChange() - fullStep.slopeChange() / 2)
                    > 1e-5 * Math.abs(derivative()) + 0.1 * Math.abs(halfStep.slopeChange()) + 8 * halfStep.noise();
        }

        PartialDerivative partialDerivative() {
            double uncertainty = halfStep.noise() + 1e-3 * Math.abs(derivative() - halfStep.central());
            return new PartialDerivative(derivative(), uncertainty, hasKink());
        }
    }

    /// The one-sided differences to the right and to the left of a parameter, the central difference, and the
    /// rounding error that they may contain.
    private record OneSided(double right, double left, double central, double noise) {

        /// The difference between the right and the left slope. Without a kink, it is proportional to the
        /// step.
        double slopeChange() {
            return right - left;
        }
    }

    private OneSided sides(Parameters parameters, int i, double relative, DoubleSupplier function, double here) {
        double x = parameters.get(i);
        double h = relative * Math.max(1, Math.abs(x));
        parameters.set(i, x + h);
        // Read back, because a float cannot be moved by an arbitrary step.
        double above = parameters.get(i);
        double right = function.getAsDouble();
        parameters.set(i, x - h);
        double below = parameters.get(i);
        double left = function.getAsDouble();
        parameters.set(i, x);
        requireFinite(right, i);
        requireFinite(left, i);
        double size = Math.max(Math.abs(here), Math.max(Math.abs(right), Math.abs(left)));
        return new OneSided(
                (right - here) / (above - x),
                (here - left) / (x - below),
                (right - left) / (above - below),
                roundingError * size / h);
    }

    private static void requireFinite(double value, int parameter) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the function must be finite where its gradient is checked, got " + value
                    + (parameter < 0 ? "" : " one step away in parameter " + parameter)
                    + "; check it at another point");
        }
    }
}
