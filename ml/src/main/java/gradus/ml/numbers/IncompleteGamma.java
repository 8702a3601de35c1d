package gradus.ml.numbers;

/// The regularised incomplete gamma functions, `P(a, x)` and `Q(a, x) = 1 − P(a, x)`: the integral of
/// `tᵃ⁻¹·e⁻ᵗ` from 0 to x, or from x to infinity, divided by `Γ(a)`. P is the cumulative distribution
/// function of the gamma distribution with shape a and scale 1.
///
/// The relative error of both, however small they are, is at most 1e-12 for every `a` and `x`, down to
/// results of 1e-300. The cost does not depend on `a`.
///
/// **Method.** With `t = x·eᵛ`, the tail beyond x is the density at x times the integral of `e^(−g(v))`, with
/// `g(v) = (x − a)·v + x·(eᵛ − 1 − v)`: see [TailIntegral]. The factor before it is that of [LogPmf]. For `a`
/// below 1 and x up to 1, where the tail of ln t is long, the power series (6.5.29 in the source).
///
/// Source: M. Abramowitz and I. Stegun, *Handbook of Mathematical Functions* (1964), 6.5.
public final class IncompleteGamma {

    /// Below, the upper tail is proportional to `a`, and would underflow before its logarithm is taken.
    private static final double TINY = 1e-200;

    private static final double LOG_TINY = StrictMath.log(TINY);

    private IncompleteGamma() {}

    /// The lower function `P(a, x)`: 0 at x = 0, increasing to 1. SciPy: `gammainc`.
    ///
    /// @param a finite and greater than 0
    /// @param x at least 0
    /// @throws IllegalArgumentException if `a` or `x` is out of range
    public static double lower(double a, double x) {
        return StrictMath.exp(logLower(a, x));
    }

    /// The upper function `Q(a, x) = 1 − P(a, x)`, accurate also where it is small. SciPy: `gammaincc`.
    ///
    /// @param a finite and greater than 0
    /// @param x at least 0
    /// @throws IllegalArgumentException if `a` or `x` is out of range
    public static double upper(double a, double x) {
        return StrictMath.exp(logUpper(a, x));
    }

    /// The natural logarithm of [#lower], also where that underflows.
    ///
    /// @param a finite and greater than 0
    /// @param x at least 0
    /// @throws IllegalArgumentException if `a` or `x` is out of range
    public static double logLower(double a, double x) {
        return tails(a, x).logLower();
    }

    /// The natural logarithm of [#upper], also where that underflows.
    ///
    /// @param a finite and greater than 0
    /// @param x at least 0
    /// @throws IllegalArgumentException if `a` or `x` is out of range
    public static double logUpper(double a, double x) {
        return tails(a, x).logUpper();
    }

    private static Tails tails(double a, double x) {
        if (!(a > 0 && a < Double.POSITIVE_INFINITY && x >= 0)) {
            throw new IllegalArgumentException(
                    "a must be finite and greater than 0, and x at least 0, got a = " + a + " and x = " + x);
        }
        if (x == 0 || x == Double.POSITIVE_INFINITY) {
            return Tails.ofLower(x == 0 ? Double.NEGATIVE_INFINITY : 0);
        }
        if (a < 1 && x <= 1) {
            return series(a, x);
        }
        double logDensity = LogPmf.poisson(a, x) + StrictMath.log(a);
        double slope = Math.abs(x - a);
        double direction = x <= a ? -1 : 1;
        double integral =
                TailIntegral.of(v -> slope * v + x * TailIntegral.exponentialRemainder(direction * v), slope, x);
        double logTail = logDensity + StrictMath.log(integral);
        return x <= a ? Tails.ofLower(logTail) : Tails.ofUpper(logTail);
    }

    /// `xᵃ / Γ(a + 1)` times `1 + a·Σ (−x)ⁿ / ((a + n)·n!)`, and its complement, in which the ones cancel
    /// analytically.
    private static Tails series(double a, double x) {
        if (a < TINY) {
            return Tails.ofUpper(series(TINY, x).logUpper() + (StrictMath.log(a) - LOG_TINY));
        }
        double logFirst = a * StrictMath.log(x) - GammaFunction.log1p(a);
        double power = -x;
        double sum = 0;
        for (double n = 1; sum + power / (a + n) != sum; n++) {
            sum += power / (a + n);
            power *= -x / (n + 1);
        }
        return Tails.ofSeries(logFirst, a * sum);
    }
}
