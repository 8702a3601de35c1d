package gradus.ml.calculus;

import java.util.function.DoubleUnaryOperator;

/// Numerical differentiation: derivatives of functions of one variable by finite differences, from function
/// values alone.
///
/// **The step size.** There are two errors. The truncation error grows with the step h; the rounding error of
/// the function values is divided by h. For central differences, the best h is near the cube root of machine
/// epsilon, times the scale of x.
///
/// Sources: W. Press and others, *Numerical Recipes*, 3rd edition (2007), section 5.7, for the step; L.
/// Richardson (1911) and C. Ridders, "Accurate Computation of F′(x)" (1982), for the extrapolation.
public final class Derivative {

    private static final double EPSILON = Math.ulp(1.0);

    /// Steps from 2⁻³ to 2⁻²⁸ times the scale of x.
    private static final int MAX_HALVINGS = 26;

    private Derivative() {}

    /// The step for central differences at `x`: the cube root of machine epsilon, 2⁻⁵², times the larger of 1
    /// and |x|.
    public static double step(double x) {
        return StrictMath.cbrt(EPSILON) * Math.max(1, Math.abs(x));
    }

    /// The derivative of `f` at `x` by a central difference with the step of [#step], accurate to about 10
    /// digits. NaN or infinite if `f` is at x + h or x − h. Two calls of `f`.
    ///
    /// @throws IllegalArgumentException if `x` is not finite, or so large that x + h is infinite
    public static double central(DoubleUnaryOperator f, double x) {
        return central(f, x, step(x));
    }

    /// Central difference, `(f(x + h) − f(x − h)) / 2h`. Its truncation error is `h²·f‴(x)/6` plus terms of
    /// higher order: half the step gives a quarter of the error. Two calls of `f`.
    ///
    /// @throws IllegalArgumentException if `h` is not greater than 0, so small that x + h rounds to x, or so
    ///     large that x + h is infinite
    public static double central(DoubleUnaryOperator f, double x, double h) {
        double above = x + h;
        double below = x - h;
        if (!(h > 0 && above > x && below < x && Double.isFinite(above) && Double.isFinite(below))) {
            throw new IllegalArgumentException("the step h must be greater than 0, large enough to change x, and x + h"
                    + " finite, got h = " + h + " at x = " + x);
        }
        // The step as rounded, not as requested.
        return (f.applyAsDouble(above) - f.applyAsDouble(below)) / (above - below);
    }

    /// Richardson extrapolation: the derivative of `f` at `x` to nearly all digits that the function values
    /// contain. See [#richardsonWithError].
    public static double richardson(DoubleUnaryOperator f, double x) {
        return richardsonWithError(f, x).value();
    }

    /// A derivative with an error estimate.
    ///
    /// @param value the derivative
    /// @param errorEstimate an estimate, not a bound: the difference between neighbouring extrapolations plus
    ///     the rounding error
    public record Approximation(double value, double errorEstimate) {}

    /// Richardson extrapolation with an error estimate (Ridders' method): the derivative of `f` at `x` from
    /// central differences with the step halved again and again. Their truncation error is a power series in
    /// h², so a combination of two of them cancels its first term, a combination of two such combinations the
    /// next, and so on. The result is the combination that agrees best with its neighbours. Function values
    /// that are not finite are skipped, so x may be near the boundary of the domain. About 50 calls of `f`.
    ///
    /// @throws IllegalArgumentException if `f` has no finite values on both sides of `x` at any step
    public static Approximation richardsonWithError(DoubleUnaryOperator f, double x) {
        var best = new Approximation(Double.NaN, Double.POSITIVE_INFINITY);
        double[] before = {};
        double h = Math.max(1, Math.abs(x)) / 8;
        for (int row = 0; row < MAX_HALVINGS; row++, h /= 2) {
            double right = f.applyAsDouble(x + h);
            double left = f.applyAsDouble(x - h);
            double quotient = (right - left) / ((x + h) - (x - h));
            // With small steps, digits that are only rounding error may agree by coincidence.
            double rounding = EPSILON * Math.max(Math.abs(right), Math.abs(left)) / h;
            if (!Double.isFinite(quotient) || Double.isInfinite(x + h) || Double.isInfinite(x - h)) {
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
                    "the function has no finite values near x = " + x + "; choose an x inside its domain");
        }
        return best;
    }
}
