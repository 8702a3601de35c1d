package gradus.ml.numbers;

/// The logarithms of the terms of two series that probability is full of, continued to real arguments. The
/// distributions of counts, and the gamma and the beta function's integrals, all begin with one of them.
///
/// Written with factorials, large numbers cancel and leave few digits. Here each is the distance from where
/// the term is largest (the deviance, exactly 0 there), plus what Stirling's formula leaves out.
///
/// The absolute error of the logarithm, and so the relative error of the term, is a few `u·(1 + deviance)`
/// with `u = 2⁻⁵³`.
///
/// Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities (2000).
public final class LogPmf {

    private LogPmf() {}

    /// The natural logarithm of `meanˣ·e⁻ᵐ / Γ(x + 1)`: the term `x` of the series of `eᵐ`, over its sum.
    ///
    /// @param x 0 or more
    /// @param mean 0 or more
    /// @throws IllegalArgumentException if one is negative
    public static double poisson(double x, double mean) {
        requireNotNegative(x, mean);
        if (x == 0) {
            return -mean;
        }
        return -deviance(x, mean) - GammaFunction.stirlingError(x) - 0.5 * Math.log(2 * Math.PI * x);
    }

    /// The natural logarithm of `Γ(a + b + 1) / (Γ(a + 1)·Γ(b + 1)) · pᵃ·qᵇ`: the term `a` of the series of
    /// `(p + q)ⁿ`, where `n = a + b`.
    ///
    /// @param a 0 or more
    /// @param b 0 or more
    /// @param p above 0 and below 1
    /// @param q `1 − p`, as exactly as it is known
    /// @throws IllegalArgumentException if `a` or `b` is negative
    public static double binomial(double a, double b, double p, double q) {
        requireNotNegative(a, b);
        if (a == 0) {
            return b * (p < 0.5 ? Math.log1p(-p) : Math.log(q));
        }
        if (b == 0) {
            return a * (q < 0.5 ? Math.log1p(-q) : Math.log(p));
        }
        double n = a + b;
        double small = Math.min(a, b);
        return GammaFunction.stirlingError(n)
                - GammaFunction.stirlingError(a)
                - GammaFunction.stirlingError(b)
                - deviance(a, n * p)
                - deviance(b, n * q)
                - 0.5 * (Math.log(2 * Math.PI) + Math.log(small) - Math.log1p(small / Math.max(a, b)));
    }

    /// `x·ln(x / mean) + mean − x`, which is 0 for `x = mean` and positive elsewhere, without the
    /// cancellation next to it.
    ///
    /// With `v = (x − mean) / (x + mean)`, the logarithm is `2·(v + v³/3 + v⁵/5 + …)`, and its first term is
    /// what cancels.
    ///
    /// @param x 0 or more
    /// @param mean 0 or more; for 0 the result is infinite unless x is 0 too
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
            return x * (Math.log(x) - Math.log(mean)) + mean - x;
        }
        if (Math.abs(v) > 0.1) {
            return x * Math.log1p((x - mean) / mean) + mean - x;
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
            throw new IllegalArgumentException("a term has arguments of 0 or more, got " + first + " and " + second);
        }
    }
}
