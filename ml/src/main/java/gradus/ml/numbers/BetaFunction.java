package gradus.ml.numbers;

/// The beta function, `B(a, b) = Γ(a)·Γ(b) / Γ(a + b)`, and the regularised incomplete beta function: the
/// cumulative distribution function of the beta distribution.
///
/// Both parameters must be finite and greater than 0; every method throws an `IllegalArgumentException`
/// otherwise.
///
/// Source: M. Abramowitz and I. Stegun, *Handbook of Mathematical Functions* (1964), 6.2 and 26.5.
public final class BetaFunction {

    private BetaFunction() {}

    /// The natural logarithm of `B(a, b)`. The large terms of the three log-gamma functions cancel
    /// analytically, before they are computed.
    ///
    /// The error is at most `20u·max(1, |result|)`, with `u = 2⁻⁵³`.
    public static double log(double a, double b) {
        requirePositive(a, b);
        double small = Math.min(a, b);
        double large = Math.max(a, b);
        double ratio = small / large;
        return (small - 0.5) * (StrictMath.log(ratio) - StrictMath.log1p(ratio))
                - large * StrictMath.log1p(ratio)
                + 0.5 * (StrictMath.log(2 * Math.PI) - StrictMath.log(large))
                + GammaFunction.stirlingError(small)
                + (GammaFunction.stirlingError(large) - GammaFunction.stirlingError(small + large));
    }

    /// The regularised incomplete beta function `I(x; a, b)`: the integral of `tᵃ⁻¹·(1 − t)ᵇ⁻¹` from 0 to
    /// `x`, divided by that from 0 to 1. SciPy: `betainc`.
    ///
    /// The relative error is at most 1e-12, for all parameters, down to results of 1e-300. The cost does not
    /// depend on the parameters.
    ///
    /// @param x from 0 to 1
    /// @throws IllegalArgumentException if `x` is out of range, or `a + b` overflows
    public static double lowerIncomplete(double a, double b, double x) {
        return StrictMath.exp(logLowerIncomplete(a, b, x, 1 - x));
    }

    /// The complement, `1 − lowerIncomplete(a, b, x)`, accurate also where it is small. SciPy: `betaincc`.
    ///
    /// @param x from 0 to 1
    /// @throws IllegalArgumentException if `x` is out of range, or `a + b` overflows
    public static double upperIncomplete(double a, double b, double x) {
        return StrictMath.exp(logUpperIncomplete(a, b, x, 1 - x));
    }

    /// The natural logarithm of the lower function at x, also where that underflows.
    ///
    /// @param x from 0 to 1
    /// @param y `1 − x`, as accurately as it is known: if x is close to 1, y has digits that x has lost
    /// @throws IllegalArgumentException if `x` or `y` is out of range, or `a + b` overflows
    public static double logLowerIncomplete(double a, double b, double x, double y) {
        require(a, b, x, y);
        return IncompleteBeta.tails(a, b, x, y).logLower();
    }

    /// The natural logarithm of the upper function at x, also where that underflows.
    ///
    /// @param x from 0 to 1
    /// @param y `1 − x`, as accurately as it is known
    /// @throws IllegalArgumentException if `x` or `y` is out of range, or `a + b` overflows
    public static double logUpperIncomplete(double a, double b, double x, double y) {
        require(a, b, x, y);
        return IncompleteBeta.tails(a, b, x, y).logUpper();
    }

    private static void require(double a, double b, double x, double y) {
        requirePositive(a, b);
        if (a + b == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("the sum of the parameters must be finite, got " + a + " and " + b);
        }
        if (!(x >= 0 && x <= 1)) {
            throw new IllegalArgumentException("x must lie between 0 and 1, got " + x);
        }
        if (!(Math.abs(x + y - 1) <= 1e-12)) {
            throw new IllegalArgumentException("x and y must sum to 1, got " + x + " and " + y);
        }
    }

    private static void requirePositive(double a, double b) {
        if (!(a > 0 && b > 0 && a < Double.POSITIVE_INFINITY && b < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the parameters of the beta function must be finite and greater than 0, got " + a + " and " + b);
        }
    }
}
