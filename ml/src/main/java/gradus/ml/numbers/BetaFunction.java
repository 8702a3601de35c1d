package gradus.ml.numbers;

/// The beta function, `B(a, b) = Γ(a)·Γ(b) / Γ(a + b)`, and the share of it that lies below a place.
///
/// Both parameters are above 0 and finite throughout; otherwise an `IllegalArgumentException` says so.
///
/// Source: M. Abramowitz and I. Stegun, *Handbook of Mathematical Functions* (1964), 6.2 and 26.5.8, with
/// the factor before the continued fraction as in [LogPmf].
public final class BetaFunction {

    private static final double TINY = 1e-300;

    /// A fraction has settled when a step no longer changes it by more than two units in the last place.
    private static final double TOLERANCE = 4e-16;

    private BetaFunction() {}

    /// The natural logarithm of `B(a, b)`. The large parts of the three logarithms cancel before they are
    /// computed.
    ///
    /// The error is at most `20u·max(1, |result|)`, with `u = 2⁻⁵³`.
    public static double log(double a, double b) {
        requirePositive(a, b);
        double small = Math.min(a, b);
        double large = Math.max(a, b);
        double ratio = small / large;
        return (small - 0.5) * (Math.log(ratio) - Math.log1p(ratio))
                - large * Math.log1p(ratio)
                + 0.5 * (Math.log(2 * Math.PI) - Math.log(large))
                + GammaFunction.stirlingError(small)
                + (GammaFunction.stirlingError(large) - GammaFunction.stirlingError(small + large));
    }

    /// The regularised incomplete beta function, `I(x; a, b)`: the share of `∫ tᵃ⁻¹·(1 − t)ᵇ⁻¹ dt` from 0
    /// to 1 that lies below `x`.
    ///
    /// The relative error is at most 4e-12 for parameters from 0.01 to 10 000 and results above 1e-290. The
    /// continued fraction takes about as many steps as the root of the larger parameter.
    ///
    /// @param x from 0 to 1
    /// @throws IllegalArgumentException if `x` is not
    public static double lowerIncomplete(double a, double b, double x) {
        require(a, b, x);
        if (x == 0 || x == 1) {
            return x;
        }
        return nearLowerEnd(a, b, x) ? continuedFraction(a, b, x, 1 - x) : 1 - continuedFraction(b, a, 1 - x, x);
    }

    /// The share that lies above `x`: `1 − lower(a, b, x)`, with its digits where that is small.
    ///
    /// @param x from 0 to 1
    /// @throws IllegalArgumentException if `x` is not
    public static double upperIncomplete(double a, double b, double x) {
        require(a, b, x);
        if (x == 0 || x == 1) {
            return 1 - x;
        }
        return nearLowerEnd(a, b, x) ? 1 - continuedFraction(a, b, x, 1 - x) : continuedFraction(b, a, 1 - x, x);
    }

    /// Beyond its middle the fraction converges slowly; there, it is better taken from the other end.
    private static boolean nearLowerEnd(double a, double b, double x) {
        return x * (a + b + 2) < a + 1;
    }

    private static double continuedFraction(double a, double b, double x, double y) {
        double prefactor = Math.exp(LogPmf.binomial(a, b, x, y)) * b / (a + b);
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

    /// A fraction must not divide by 0 on its way; a crumb in its place changes nothing in the end (W.
    /// Lentz, 1976).
    private static double awayFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static void require(double a, double b, double x) {
        requirePositive(a, b);
        if (!(x >= 0 && x <= 1)) {
            throw new IllegalArgumentException("the incomplete beta function ends between 0 and 1, got " + x);
        }
    }

    private static void requirePositive(double a, double b) {
        if (!(a > 0 && b > 0 && a < Double.POSITIVE_INFINITY && b < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the beta function has two finite parameters above 0, got " + a + " and " + b);
        }
    }
}
