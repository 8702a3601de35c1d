package gradus.ml.numbers;

/// The error function, `erf(x) = 2/√π · ∫ e^(−t²) dt` from 0 to x, and its complement,
/// `erfc(x) = 1 − erf(x)`. They give the cumulative distribution function of the standard normal
/// distribution: `Φ(x) = erfc(−x / √2) / 2`.
///
/// Source: M. Abramowitz and I. Stegun, *Handbook of Mathematical Functions* (1964), 7.1.6 and 7.1.14: a
/// series without cancellation near 0, a continued fraction elsewhere.
public final class ErrorFunction {

    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

    private ErrorFunction() {}

    /// `erf(x)`, between -1 and 1. The relative error is at most `8u`, with `u = 2⁻⁵³`.
    public static double of(double x) {
        double magnitude = Math.abs(x);
        return magnitude < 1 ? series(x) : Math.copySign(1 - tail(magnitude), x);
    }

    /// The complementary error function, `erfc(x) = 1 − erf(x)`, between 0 and 2, accurate also where it is
    /// small: 2.1e-45 at x = 10. The relative error is at most `32u` if the result is 1e-300 or more.
    public static double complement(double x) {
        if (x < -1) {
            return 2 - tail(-x);
        }
        return x < 1 ? 1 - series(x) : tail(x);
    }

    /// The scaled complementary error function, `erfcx(x) = e^(x²)·erfc(x)`, about `1 / (x·√π)` for large x.
    /// Unlike `erfc`, it neither underflows nor loses digits for large x; for x below -26 it overflows to
    /// infinity. The relative error is at most `20u` for x ≥ 0.
    public static double scaledComplement(double x) {
        return x < 1 ? StrictMath.exp(x * x) * complement(x) : scaledTail(x);
    }

    private static double series(double x) {
        double square = x * x;
        double term = x;
        double sum = 0;
        for (double n = 1; sum + term != sum; n++) {
            sum += term;
            term *= square / (n + 0.5);
        }
        return TWO_OVER_ROOT_PI * StrictMath.exp(-square) * sum;
    }

    private static double tail(double x) {
        // The rounding error of x² would cost digits of the exponential; fma computes it exactly.
        double square = x * x;
        double rest = Math.fma(x, x, -square);
        return square > 800 ? 0 : StrictMath.exp(-square) * (1 - rest) * scaledTail(x);
    }

    /// 1/√π divided by the continued fraction `x + (1/2)/(x + 1/(x + (3/2)/(x + …)))`, evaluated from its
    /// end. The number of terms was found by experiment: with it, the fraction is exact to rounding from x =
    /// 1 on.
    private static double scaledTail(double x) {
        double fraction = x;
        for (double n = 10 + Math.ceil(240 / (x * x)); n > 0; n--) {
            fraction = x + n / 2 / fraction;
        }
        return TWO_OVER_ROOT_PI / 2 / fraction;
    }
}
