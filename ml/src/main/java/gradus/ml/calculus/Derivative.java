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
/// Richardson (1911) for the extrapolation, and C. Ridders, "Accurate Computation of F′(x)" (1982), for the
/// choice of the step by an error estimate.
public final class Derivative {

    private static final double EPSILON = Math.ulp(1.0);

    /// Steps stay above this fraction of the scale of x.
    private static final double SMALLEST_STEP = 0x1p-29;

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

    /// Central difference: `f(x + h) − f(x − h)`, divided by the distance of these two points after rounding,
    /// which is about 2h. Its truncation error is `h²·f‴(x)/6` plus terms of higher order: half the step gives a
    /// quarter of the error. Two calls of `f`.
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

    /// Richardson extrapolation: a central difference with the step h / 2 and one with h, combined so that the
    /// terms in h² of their truncation errors cancel: `(4·fine − coarse) / 3`. Half the step gives a sixteenth
    /// of the error. Four calls of `f`.
    ///
    /// @throws IllegalArgumentException if [#central(DoubleUnaryOperator, double, double)] throws one for `h` or
    ///     for h / 2
    public static double richardson(DoubleUnaryOperator f, double x, double h) {
        double coarse = central(f, x, h);
        double fine = central(f, x, h / 2);
        return fine + (fine - coarse) / 3;
    }

    /// Richardson extrapolation with the step chosen by itself: the derivative of `f` at `x`, accurate to about
    /// 12 digits. See [#richardsonWithError].
    public static double richardson(DoubleUnaryOperator f, double x) {
        return richardsonWithError(f, x).value();
    }

    /// A derivative with an error estimate.
    ///
    /// @param value the derivative
    /// @param errorEstimate an estimate, not a bound: the difference between the extrapolations with two
    ///     neighbouring steps plus the rounding error
    public record Approximation(double value, double errorEstimate) {}

    /// Richardson extrapolation with an error estimate: halves the step again and again, and keeps the
    /// extrapolation with the least error estimate. Where function values are not finite, the step is skipped,
    /// so x may be near the boundary of the domain. About 130 calls of `f`.
    ///
    /// @throws IllegalArgumentException if `x` is not finite, or so large that x + |x| / 8 is infinite, or if
    ///     `f` has no finite values on both sides of `x` at any step
    public static Approximation richardsonWithError(DoubleUnaryOperator f, double x) {
        var best = new Approximation(Double.NaN, Double.POSITIVE_INFINITY);
        double scale = Math.max(1, Math.abs(x));
        double before = Double.NaN;
        for (double h = scale / 8; h > scale * SMALLEST_STEP; h /= 2) {
            double now = richardson(f, x, h);
            // How large f gets around x, even if f(x) is 0. With small steps, digits that are only rounding error
            // may agree by coincidence.
            double size = Math.abs(f.applyAsDouble(x + h)) + scale * Math.abs(now);
            double error = Math.abs(now - before) + EPSILON * size / h;
            // False for NaN, so function values that are not finite are never the best.
            if (error < best.errorEstimate) {
                best = new Approximation(now, error);
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
