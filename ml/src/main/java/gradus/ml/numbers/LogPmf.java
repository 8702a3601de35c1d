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
        return -deviance(x, mean)
                - GammaFunction.stirlingError(x)
                - 0.5 * (StrictMath.log(x) + StrictMath.log(2 * Math.PI));
    }

    /// The log-probability of `a` successes and `b` failures in `a + b` trials with success probability `p`:
    /// the natural logarithm of `Γ(a + b + 1) / (Γ(a + 1)·Γ(b + 1)) · pᵃ·qᵇ`.
    ///
    /// @param a number of successes, at least 0
    /// @param b number of failures, at least 0; `a + b` finite
    /// @param p greater than 0 and less than 1
    /// @param q `1 − p`, as accurately as it is known: if one of the two is smaller, it must be the accurate
    ///     one
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
        double excess = excess(a, b, p, q);
        return GammaFunction.stirlingError(n)
                - GammaFunction.stirlingError(a)
                - GammaFunction.stirlingError(b)
                - devianceOfCount(a, n, p, excess)
                - devianceOfCount(b, n, q, -excess)
                - 0.5
                        * (StrictMath.log(2 * Math.PI)
                                + StrictMath.log(small)
                                - StrictMath.log1p(small / Math.max(a, b)));
    }

    /// The deviance of a count from its expectation `n·p`, also if that underflows.
    private static double devianceOfCount(double count, double n, double p, double excess) {
        double mean = n * p;
        return mean < Double.MIN_NORMAL
                ? count * (StrictMath.log(count) - StrictMath.log(n) - StrictMath.log(p)) + excess
                : deviance(count, mean, excess);
    }

    /// The expected number of successes minus the observed one, `(a + b)·p − a`, for arguments as in
    /// [#binomial]: with a rounding error of the difference, not of the terms. Where millions of trials
    /// cancel, those of the terms would leave few digits.
    static double excess(double a, double b, double p, double q) {
        double n = a + b;
        // What rounding took from the sum.
        double lost = a > b ? b - (n - a) : a - (n - b);
        return p <= q ? Math.fma(n, p, -a) + lost * p : -(Math.fma(n, q, -b) + lost * q);
    }

    /// Half the unit deviance of the Poisson distribution: `x·ln(x / mean) + mean − x`. It is 0 for
    /// `x = mean` and positive elsewhere, and is computed without cancellation near `mean`.
    ///
    /// @param x at least 0
    /// @param mean at least 0; for 0 the result is infinite unless x is 0 too
    /// @throws IllegalArgumentException if one is negative
    public static double deviance(double x, double mean) {
        return deviance(x, mean, mean - x);
    }

    /// The same, for a difference that is known more accurately than by subtraction.
    ///
    /// With `v = (mean − x) / (mean + x)`, the logarithm of `mean / x` is the series
    /// `2·(v + v³/3 + v⁵/5 + …)`, whose first term is the one that would cancel.
    ///
    /// @param x at least 0
    /// @param mean at least 0
    /// @param difference `mean − x`
    /// @throws IllegalArgumentException if `x` or `mean` is negative
    public static double deviance(double x, double mean, double difference) {
        requireNotNegative(x, mean);
        if (x == 0 || mean == Double.POSITIVE_INFINITY) {
            return mean;
        }
        double ratio = difference / x;
        double v = ratio / (2 + ratio);
        if (!(Math.abs(v) <= 0.3)) {
            return x * logOfQuotient(x, mean) + difference;
        }
        double sum = difference * v;
        // In this order, because twice the largest numbers would overflow.
        double power = x * (2 * v);
        double before;
        int k = 1;
        do {
            before = sum;
            power *= v * v;
            k += 2;
            sum -= power / k;
        } while (sum != before);
        return sum;
    }

    /// The logarithm of the quotient, unless that would overflow or underflow.
    private static double logOfQuotient(double x, double y) {
        double quotient = x / y;
        return quotient > 1e-300 && quotient < 1e300 ? StrictMath.log(quotient) : StrictMath.log(x) - StrictMath.log(y);
    }

    private static void requireNotNegative(double first, double second) {
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("the arguments must be at least 0, got " + first + " and " + second);
        }
    }
}
