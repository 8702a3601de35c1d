package gradus.ml.numbers;

/// Both tails of the beta distribution with parameters a and b at x, where y is `1 − x`.
///
/// **Method.** With the log-odds of t as the variable, `t / (1 − t) = x/y · e⁻ᵛ`, the tail below x is the
/// density at x times the integral of `e^(−g(v))`, where
/// `g(v) = (a·y − b·x)·v + (a + b)·ln(1 + y·(e^(x·v) − 1 − x·v) + x·(e^(−y·v) − 1 + y·v))`. Up to the mean, g
/// is convex and does not decrease: see [TailIntegral]. Beyond the mean, the tail above x is computed in the
/// same way. For a parameter below 1, near its end of the interval, where the tail of the log-odds is long,
/// the power series.
///
/// Source: M. Abramowitz and I. Stegun, *Handbook of Mathematical Functions* (1964), 26.5.4 and 15.1.1, for
/// the series.
final class IncompleteBeta {

    /// For `a` below this multiple of b and of 1, the upper tail is proportional to `a`, and would underflow
    /// before its logarithm is taken.
    private static final double TINY = 1e-200;

    private IncompleteBeta() {}

    static Tails tails(double a, double b, double x, double y) {
        if (x == 0 || y == 0) {
            return Tails.ofLower(x == 0 ? Double.NEGATIVE_INFINITY : 0);
        }
        if (a < 1 && x * Math.max(2, b) <= 1) {
            return series(a, b, x);
        }
        if (b < 1 && y * Math.max(2, a) <= 1) {
            return series(b, a, y).swapped();
        }
        double slope = 0.0 - LogPmf.excess(a, b, x, y);
        return slope >= 0 ? Tails.ofLower(logTail(a, b, x, y, slope)) : Tails.ofUpper(logTail(b, a, y, x, -slope));
    }

    private static double logTail(double a, double b, double x, double y, double slope) {
        double n = a + b;
        double integral = TailIntegral.of(
                v -> {
                    double towardsMean = y * TailIntegral.exponentialRemainder(x * v);
                    double away = x * TailIntegral.exponentialRemainder(-y * v);
                    return slope * v + n * StrictMath.log1p(towardsMean + away);
                },
                slope,
                n * x * y);
        double small = Math.min(a, b);
        double logWeight = StrictMath.log(small) - StrictMath.log1p(small / Math.max(a, b));
        return LogPmf.binomial(a, b, x, y) + logWeight + StrictMath.log(integral);
    }

    /// `xᵃ / (a·B(a, b))` times `1 + a·Σ (1 − b)·(2 − b)…(n − b)·xⁿ / ((a + n)·n!)`, and its complement.
    private static Tails series(double a, double b, double x) {
        double tiny = TINY * Math.min(1, b);
        if (a < tiny) {
            return Tails.ofUpper(series(tiny, b, x).logUpper() + (StrictMath.log(a) - StrictMath.log(tiny)));
        }
        double power = (1 - b) * x;
        double sum = 0;
        for (double n = 1; sum + power / (a + n) != sum; n++) {
            sum += power / (a + n);
            power *= (n + 1 - b) / (n + 1) * x;
        }
        return Tails.ofSeries(a * StrictMath.log(x) - logScaled(a, b), a * sum);
    }

    /// The logarithm of `a·B(a, b)`, which keeps its digits for small a: `ln Γ(1 + a)` minus the increase of
    /// log-gamma from b to `a + b`, which is an integral of its derivative.
    private static double logScaled(double a, double b) {
        double increase = a * TailIntegral.mean(v -> GammaFunction.digamma(b + 1 + v), a) - StrictMath.log1p(a / b);
        return GammaFunction.log1p(a) - increase;
    }
}
