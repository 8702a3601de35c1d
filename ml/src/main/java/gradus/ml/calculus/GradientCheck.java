package gradus.ml.calculus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/// Holds a gradient that somebody claims against differences of the function itself, number by number.
///
/// For each parameter the function is taken at two steps to both sides, and the two central differences are
/// combined so that the first term of their error cancels. What those values say of their own rounding is
/// not held against the claim. Where the slopes to the left and to the right do not come together as the
/// step is halved, the function has a kink there, as |x| at 0; no gradient is right or wrong there, and the
/// place is reported as unreliable. A function that swings within a few steps looks the same.
///
/// 4 calls of the function for each parameter.
///
/// @param relativeStep the larger step, as a share of the larger of 1 and the size of the parameter; more
///     than 0
/// @param roundingError how much a value of the function may be off by rounding, as a share of its size
public record GradientCheck(double relativeStep, double roundingError) {

    /// For functions that are computed in `double`.
    public static final GradientCheck DOUBLES = new GradientCheck(1e-3, 16 * Math.ulp(1.0));

    /// For functions that are computed in `float`: longer steps, for their values are rounded sooner.
    public static final GradientCheck FLOATS = new GradientCheck(2e-2, 4 * Math.ulp(1.0f));

    /// @throws IllegalArgumentException if a setting is out of its range
    public GradientCheck {
        if (!(relativeStep > 0 && relativeStep < 1 && roundingError > 0 && roundingError < 1)) {
            throw new IllegalArgumentException("a step and a share of rounding lie between 0 and 1, got step "
                    + relativeStep + " and rounding " + roundingError);
        }
    }

    /// The numbers that a function depends on, wherever they lie.
    public interface Parameters {

        /// How many there are.
        int size();

        /// Parameter `index`.
        double get(int index);

        /// Changes parameter `index` to `value`, or to the number nearest to it that can be kept.
        void set(int index, double value);

        /// The numbers of `values`, in place.
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

        /// The numbers of `values`, in place, each rounded to `float`.
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

    /// What a check found.
    ///
    /// @param worstIndex the parameter at which the claim is furthest off, relative to its size; -1 if none
    ///     could be judged
    /// @param relativeError how far it is off there: the difference beyond rounding, over the larger of
    ///     both sizes. Below 1e-6 a gradient in double is right; near 1 it has nothing to do with the
    ///     function
    /// @param numerical the derivative there, by differences
    /// @param analytic the derivative that was claimed there
    /// @param unreliable the parameters at which the function has a kink
    public record Report(
            int worstIndex, double relativeError, double numerical, double analytic, List<Integer> unreliable) {

        /// @throws NullPointerException if a list of places is missing
        public Report {
            unreliable = List.copyOf(unreliable);
        }

        /// Whether the claim is nowhere off by more than `tolerance`, kinks left out.
        public boolean isWithin(double tolerance) {
            return relativeError <= tolerance;
        }

        /// One sentence for people.
        @Override
        public String toString() {
            String kinks = unreliable.isEmpty() ? "" : "; at a kink, and not judged: " + unreliable;
            return worstIndex < 0
                    ? "no parameter could be judged" + kinks
                    : "the gradient is off most at parameter " + worstIndex + ": differences give " + numerical
                            + ", got " + analytic + ", a relative error of " + relativeError + kinks;
        }
    }

    /// Checks `analytic`, the derivative of `function` by each of `parameters` as they stand. Each parameter
    /// is moved and put back; `function` must read them anew each time, and give the same for the same
    /// numbers.
    ///
    /// @throws IllegalArgumentException if there is not one derivative for each parameter, or the function
    ///     is not finite
    public Report check(Parameters parameters, DoubleSupplier function, double[] analytic) {
        if (analytic.length != parameters.size()) {
            throw new IllegalArgumentException("a gradient has one derivative for each parameter, got "
                    + analytic.length + " derivatives for " + parameters.size() + " parameters");
        }
        double here = function.getAsDouble();
        requireFinite(here, -1);
        Differences[] differences = new Differences[analytic.length];
        double largest = 0;
        for (int i = 0; i < analytic.length; i++) {
            differences[i] = new Differences(
                    sides(parameters, i, relativeStep, function, here),
                    sides(parameters, i, relativeStep / 2, function, here));
            largest = Math.max(largest, Math.abs(differences[i].derivative()));
        }
        List<Integer> unreliable = new ArrayList<>();
        int worst = -1;
        double worstError = 0;
        for (int i = 0; i < analytic.length; i++) {
            if (differences[i].hasKink()) {
                unreliable.add(i);
                continue;
            }
            // A derivative of next to nothing is not judged finer than its neighbours are known.
            double error = differences[i].relativeError(analytic[i], 1e-6 * largest);
            if (worst < 0 || error > worstError) {
                worst = i;
                worstError = error;
            }
        }
        return new Report(
                worst,
                worstError,
                worst < 0 ? Double.NaN : differences[worst].derivative(),
                worst < 0 ? Double.NaN : analytic[worst],
                unreliable);
    }

    /// What two steps to both sides say of one parameter.
    private record Differences(OneSided fullStep, OneSided halfStep) {

        /// Both central differences, combined so that the first term of their error cancels.
        double derivative() {
            return halfStep.central() + (halfStep.central() - fullStep.central()) / 3;
        }

        /// Where a function is smooth, the slopes to both sides come twice as near to each other when the
        /// step is halved.
        boolean hasKink() {
            return Math.abs(halfStep.slopeChange() - fullStep.slopeChange() / 2)
                    > 1e-5 * Math.abs(derivative()) + 0.1 * Math.abs(halfStep.slopeChange()) + 8 * halfStep.noise();
        }

        double relativeError(double analytic, double floor) {
            if (!Double.isFinite(analytic)) {
                return Double.POSITIVE_INFINITY;
            }
            double tolerated = halfStep.noise() + 1e-3 * Math.abs(derivative() - halfStep.central());
            double error = Math.max(0, Math.abs(derivative() - analytic) - tolerated);
            return error == 0 ? 0 : error / Math.max(floor, Math.max(Math.abs(derivative()), Math.abs(analytic)));
        }
    }

    /// The slopes to the right and to the left of where a parameter stands, and how far rounding may put
    /// them off.
    private record OneSided(double right, double left, double central, double noise) {

        /// How much the slope changes from left to right. It halves with the step where there is no kink.
        double slopeChange() {
            return right - left;
        }
    }

    private OneSided sides(Parameters parameters, int i, double relative, DoubleSupplier function, double here) {
        double x = parameters.get(i);
        double h = relative * Math.max(1, Math.abs(x));
        parameters.set(i, x + h);
        // Read back, for a float cannot be moved by just any step.
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
            throw new IllegalArgumentException("a gradient is checked where the function is finite, got " + value
                    + (parameter < 0 ? "" : " a step away in parameter " + parameter)
                    + "; check it at another point");
        }
    }
}
