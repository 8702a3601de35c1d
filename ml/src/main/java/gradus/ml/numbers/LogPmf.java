package gradus.ml.numbers;

/// Log-probabilities of the Poisson and the binomial distribution, extended to real arguments. The
/// distributions of counts and the incomplete gamma and beta functions are computed with them.
///
/// **Method.** Written with factorials, large numbers would cancel and leave few digits. Loader's
/// saddle-point expansion avoids that: each logarithm is computed from the deviance, which is exactly 0 at
/// the mean, and from the errors of Stirling's formula.
///
/// **Error.** The absolute error of the logarithm, and so the relative error of the probability, is a few
/// `u·(1 + deviance)`, with `u = 2⁻⁵³`.
///
/// Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities (2000).
public final class LogPmf {

    private LogPmf() {}

    /// The log-probability of `x` under a Poisson distribution: the natural logarithm of
    /// `meanˣ·e^(−mean) / Γ(x + 1)`.
    ///
    /// @param x at least 0
    /// @param mean at least 0
    /// @throws IllegalArgumentException if one is negative
    public static double poisson(double x, double mean) {
        requireNotNegative(x, mean);
        if (x == 0) {
            return -mean;
        }
        return -deviance(x, mean) - GammaFunction.stirlingError(x) - 0.5 * StrictMath.log(2 * Math.PI * x);
    }

    /// The log-probability of `a` successes and `b` failures in `a + b` trials with success probability `p`:
    /// the natural logarithm of `Γ(a + b + 1) / (Γ(a + 1)·Γ(b + 1)) · pᵃ·qᵇ`.
    ///
    /// @param a number of successes, at least 0
    /// @param b number of failures, at least 0
    /// @param p greater than 0 and less than 1
    /// @param q `1 − p`, as accurately as it is known
    /// @throws IllegalArgumentException if `a` or `b` is negative
    public static double binomial(double a, double b, double p, double q) {
        requireNotNegative(a, b);
        if (a == 0) {
            return b * (p < 0.5 ? StrictMath.log1p(-p) : StrictMath.log(q));
        }
        if (b == 0) {
            return a * (q < 0.5 ? StrictMath.log1p(-q) : StrictMath.log(p));
        }
        double n = a + b;
        double small = Math.min(a, b);
        return GammaFunction.stirlingError(n)
                - GammaFunction.stirlingError(a)
                - GammaFunction.stirlingError(b)
                - deviance(a, n * p)
                - deviance(b, n * q)
                - 0.5
                        * (StrictMath.log(2 * Math.PI)
                                + StrictMath.log(small)
                                - StrictMath.log1p(small / Math.max(a, b)));
    }

    /// Half the unit deviance of the Poisson distribution: `x·ln(x / mean) + mean − x`. It is 0 for
    /// `x = mean` and positive elsewhere, and is computed without cancellation near `mean`.
    ///
    /// With `v = (x − mean) / (x + mean)`, the logarithm is the series `2·(v + v³/3 + v⁵/5 + …)`, whose first
    /// term is the one that would cancel.
    ///
    /// @param x at least 0
    /// @param mean at least 0; for 0 the result is infinite unless x is 0 too
    /// @throws IllegalArgumentException if one is negative
    public static double deviance(double x, double mean) {
        requireNotNegative(x, mean);
        if (x == 0) {
            return mean;
        }
        if (mean == Double.POSITIVE_INFINITY) {
            return mean;
        }
        double v = (x - mean) / (x + mean);
        if (!(Math.abs(v) <= 0.3)) {
            return x * (StrictMath.log(x) - StrictMath.log(mean)) + mean - x;
        }
        if (Math.abs(v) > 0.1) {
            return x * StrictMath.log1p((x - mean) / mean) + mean - x;
        }
        double sum = (x - mean) * v;
        double power = 2 * x * v;
        double before;
        int k = 1;
        do {
            before = sum;
            power *= v * v;
            k += 2;
            sum += power / k;
        } while (sum != before);
        return sum;
    }

    private static void requireNotNegative(double first, double second) {
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("the arguments must be at least 0, got " + first + " and " + second);
        }
    }
}
