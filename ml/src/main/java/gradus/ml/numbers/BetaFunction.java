package gradus.ml.numbers;

/// The beta function, `B(a, b) = Γ(a)·Γ(b) / Γ(a + b)`, and the regularised incomplete beta function: the
/// cumulative distribution function of the beta distribution.
///
/// Both parameters must be finite and greater than 0; every method throws an `IllegalArgumentException`
/// otherwise.
///
/// Source: M. Abramowitz and I. Stegun, *Handbook of Mathematical Functions* (1964), 6.2 and 26.5.8, with the
/// factor before the continued fraction as in [LogPmf].
public final class BetaFunction {

    private static final double TINY = 1e-300;

    /// The continued fraction has converged when a step changes it by at most two units in the last place.
    private static final double TOLERANCE = 4e-16;

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
    /// The relative error is at most 4e-12 for parameters from 0.01 to 10 000 and results above 1e-290. The
    /// number of iterations grows like the square root of the larger parameter.
    ///
    /// @param x from 0 to 1
    /// @throws IllegalArgumentException if `x` is out of range
    public static double lowerIncomplete(double a, double b, double x) {
        require(a, b, x);
        if (x == 0 || x == 1) {
            return x;
        }
        return nearLowerEnd(a, b, x) ? continuedFraction(a, b, x, 1 - x) : 1 - continuedFraction(b, a, 1 - x, x);
    }

    /// The complement, `1 − lowerIncomplete(a, b, x)`, accurate also where it is small. SciPy: `betaincc`.
    ///
    /// @param x from 0 to 1
    /// @throws IllegalArgumentException if `x` is out of range
    public static double upperIncomplete(double a, double b, double x) {
        require(a, b, x);
        if (x == 0 || x == 1) {
            return 1 - x;
        }
        return nearLowerEnd(a, b, x) ? 1 - continuedFraction(a, b, x, 1 - x) : continuedFraction(b, a, 1 - x, x);
    }

    /// Beyond the middle of the distribution, the continued fraction converges slowly; there, the complement
    /// is computed from the other end.
    private static boolean nearLowerEnd(double a, double b, double x) {
        return x * (a + b + 2) < a + 1;
    }

    private static double continuedFraction(double a, double b, double x, double y) {
        double prefactor = StrictMath.exp(LogPmf.binomial(a, b, x, y)) * b / (a + b);
        double numerator = 1;
        double denominator = 1 / awayFromZero(1 - (a + b) * x / (a + 1));
        double product = denominator;
        double factor;
        double m = 0;
        do {
            m++;
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            denominator = 1 / awayFromZero(1 + even * denominator);
            numerator = awayFromZero(1 + even / numerator);
            product *= numerator * denominator;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            denominator = 1 / awayFromZero(1 + odd * denominator);
            numerator = awayFromZero(1 + odd / numerator);
            factor = numerator * denominator;
            product *= factor;
        } while (Math.abs(factor - 1) > TOLERANCE);
        return Math.min(1, prefactor * product);
    }

    /// Avoids a division by 0 within the continued fraction; replacing 0 by a tiny number does not change the
    /// result (W. Lentz, 1976).
    private static double awayFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static void require(double a, double b, double x) {
        requirePositive(a, b);
        if (!(x >= 0 && x <= 1)) {
            throw new IllegalArgumentException("x must lie between 0 and 1, got " + x);
        }
    }

    private static void requirePositive(double a, double b) {
        if (!(a > 0 && b > 0 && a < Double.POSITIVE_INFINITY && b < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the parameters of the beta function must be finite and greater than 0, got " + a + " and " + b);
        }
    }
}
