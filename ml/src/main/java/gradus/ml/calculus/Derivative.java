package gradus.ml.calculus;

import java.util.function.DoubleUnaryOperator;

/// Derivatives of functions of one number, from their values alone.
///
/// Two errors pull against each other: what is cut off, which grows with the step h, and the rounding of
/// the values, which is divided by it. For central differences the best h is near the cube root of
/// rounding, times the scale of x.
///
/// Sources: W. Press and others, *Numerical Recipes*, 3rd edition (2007), section 5.7, for the step; L.
/// Richardson (1911) and C. Ridders, "Accurate Computation of F′(x)" (1982), for the extrapolation.
public final class Derivative {

    private static final double EPSILON = Math.ulp(1.0);

    /// From 2⁻³ to 2⁻²⁸ times the scale of x.
    private static final int MAX_HALVINGS = 26;

    private Derivative() {}

    /// The step for central differences at `x`: the cube root of 2⁻⁵², times the larger of 1 and |x|.
    public static double step(double x) {
        return Math.cbrt(EPSILON) * Math.max(1, Math.abs(x));
    }

    /// The derivative of `f` at `x`, with the step of [#step]: about 10 digits. Two calls of `f`.
    public static double central(DoubleUnaryOperator f, double x) {
        return central(f, x, step(x));
    }

    /// The central difference quotient `(f(x + h) − f(x − h)) / 2h`. Its error is `h²·f‴(x)/6` and what
    /// comes after, and falls to a quarter where h is halved. Two calls of `f`.
    ///
    /// @throws IllegalArgumentException if `h` is not above 0 or is lost in the rounding of x
    public static double central(DoubleUnaryOperator f, double x, double h) {
        double above = x + h;
        double below = x - h;
        if (!(h > 0 && above > x && below < x)) {
            throw new IllegalArgumentException(
                    "a step is above 0 and changes x when added, got step " + h + " at x = " + x);
        }
        // What x + h is after rounding, not what it should be.
        return (f.applyAsDouble(above) - f.applyAsDouble(below)) / (above - below);
    }

    /// The derivative of `f` at `x` to nearly all digits that its values hold: see [#richardsonWithError].
    public static double richardson(DoubleUnaryOperator f, double x) {
        return richardsonWithError(f, x).value();
    }

    /// A derivative, and about how far it is off.
    ///
    /// @param errorEstimate an estimate, not a bound: how far neighbouring extrapolations are from each
    ///     other, and what rounding adds
    public record Approximation(double value, double errorEstimate) {}

    /// The derivative of `f` at `x` from central differences with steps that are halved time after time.
    /// Their errors are series in h², so that two of them, combined, cancel the first term, and two of
    /// those the next. The combination is taken whose neighbours agree best. Values of `f` that are not
    /// finite are passed over, so that x may lie near the end of a domain. About 50 calls of `f`.
    ///
    /// @throws IllegalArgumentException if `f` has no finite values on both sides of `x` anywhere near
    public static Approximation richardsonWithError(DoubleUnaryOperator f, double x) {
        var best = new Approximation(Double.NaN, Double.POSITIVE_INFINITY);
        double[] before = {};
        double h = Math.max(1, Math.abs(x)) / 8;
        for (int row = 0; row < MAX_HALVINGS; row++, h /= 2) {
            double right = f.applyAsDouble(x + h);
            double left = f.applyAsDouble(x - h);
            double quotient = (right - left) / ((x + h) - (x - h));
            // Small steps may agree by chance on digits that are rounding only.
            double rounding = EPSILON * Math.max(Math.abs(right), Math.abs(left)) / h;
            if (!Double.isFinite(quotient)) {
                before = new double[0];
                continue;
            }
            double[] now = new double[Math.min(before.length, 5) + 1];
            now[0] = quotient;
            double power = 4;
            for (int k = 1; k < now.length; k++, power *= 4) {
                now[k] = now[k - 1] + (now[k - 1] - before[k - 1]) / (power - 1);
                double error = rounding + Math.max(Math.abs(now[k] - now[k - 1]), Math.abs(now[k] - before[k - 1]));
                if (error < best.errorEstimate) {
                    best = new Approximation(now[k], error);
                }
            }
            before = now;
        }
        if (Double.isNaN(best.value)) {
            throw new IllegalArgumentException(
                    "the function has no finite values near x = " + x + "; take an x inside its domain");
        }
        return best;
    }
}
