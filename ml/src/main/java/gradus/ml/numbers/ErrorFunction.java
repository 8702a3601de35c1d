package gradus.ml.numbers;

/// The error function of Gauss, `erf(x) = 2/√π · ∫ e^(−t²) dt` from 0 to x, and what it lacks of 1. The
/// normal distribution is computed with them: `Φ(x) = erfc(−x / √2) / 2`.
///
/// Source: M. Abramowitz and I. Stegun, *Handbook of Mathematical Functions* (1964), 7.1.6 and 7.1.14: a
/// series without cancellation near 0, a continued fraction further out.
public final class ErrorFunction {

    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

    private ErrorFunction() {}

    /// `erf(x)`, between -1 and 1. The relative error is at most `8u`, with `u = 2⁻⁵³`.
    public static double of(double x) {
        double size = Math.abs(x);
        return size < 1 ? series(x) : Math.copySign(1 - tail(size), x);
    }

    /// `erfc(x) = 1 − erf(x)`, between 0 and 2, with its digits where it is small: 2.1e-45 at 10. The
    /// relative error is at most `32u` where the result is 1e-300 or more.
    public static double complement(double x) {
        if (x < -1) {
            return 2 - tail(-x);
        }
        return x < 1 ? 1 - series(x) : tail(x);
    }

    /// `e^(x²)·erfc(x)`: what is left of the tail once its steep fall is taken out; about `1 / (x·√π)` far
    /// out. It neither vanishes nor loses digits for large x; for x below -26 it overflows to infinity. The
    /// relative error is at most `20u` for x from 0.
    public static double scaledComplement(double x) {
        return x < 1 ? Math.exp(x * x) * complement(x) : scaledTail(x);
    }

    private static double series(double x) {
        double square = x * x;
        double term = x;
        double sum = 0;
        for (double n = 1; sum + term != sum; n++) {
            sum += term;
            term *= square / (n + 0.5);
        }
        return TWO_OVER_ROOT_PI * Math.exp(-square) * sum;
    }

    private static double tail(double x) {
        // What rounding x² took away would cost digits of the power: the machine can say what it was.
        double square = x * x;
        double rest = Math.fma(x, x, -square);
        return square > 800 ? 0 : Math.exp(-square) * (1 - rest) * scaledTail(x);
    }

    /// One over `√π` times the fraction `x + (1/2)/(x + 1/(x + (3/2)/(x + …)))`, which is worked out from
    /// its end. The number of steps was found by trying: with it, the fraction is exact from 1 on.
    private static double scaledTail(double x) {
        double fraction = x;
        for (double n = 10 + Math.ceil(240 / (x * x)); n > 0; n--) {
            fraction = x + n / 2 / fraction;
        }
        return TWO_OVER_ROOT_PI / 2 / fraction;
    }
}
