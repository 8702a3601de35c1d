package gradus.ml.numbers;

/// The probit function: the quantile function (inverse cdf) of the standard normal distribution. SciPy:
/// `norm.ppf`.
///
/// **Method.** Newton's method, on two concave functions. From a start beyond the solution, each step comes
/// nearer and none overshoots, because the tangent lies above the curve. In the tails, the function is
/// `ln Q(x)`, the logarithm of the upper tail probability. A start is `√(−2·ln 2p)`, because
/// `Q(x) ≤ e^(−x²/2) / 2` for x ≥ 0. For p between 1/4 and 3/4, it is `Φ(x) − 1/2`, which keeps its digits
/// near its zero; its tangent there gives a start. Four to six steps are enough.
public final class Probit {

    private static final double ROOT_TWO = Math.sqrt(2);
    private static final double ROOT_HALF_PI = Math.sqrt(Math.PI / 2);
    private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

    private Probit() {}

    /// The x with `Φ(x) = p`: negative infinity for 0, positive infinity for 1.
    ///
    /// The relative error is at most `16u` with `u = 2⁻⁵³`, for every p down to the smallest positive
    /// `double`, and also near 1/2, where the result is 0.
    ///
    /// @param p from 0 to 1
    /// @throws IllegalArgumentException if `p` is out of range
    public static double of(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a probability must lie between 0 and 1, got " + p);
        }
        if (Math.abs(p - 0.5) <= 0.25) {
            return Math.copySign(central(Math.abs(p - 0.5)), p - 0.5);
        }
        return p < 0.5 ? -upperTailQuantile(p) : upperTailQuantile(1 - p);
    }

    /// The x ≥ 0 with `Φ(x) − 1/2 = p`.
    private static double central(double p) {
        double x = p * 2 * ROOT_HALF_PI;
        double step;
        do {
            double missing = p - ErrorFunction.of(x / ROOT_TWO) / 2;
            step = missing * 2 * ROOT_HALF_PI * StrictMath.exp(x * x / 2);
            x += step;
        } while (step > 1e-9 * x);
        return x;
    }

    /// The x ≥ 0 with upper tail probability `tail`, which is at most 1/2.
    private static double upperTailQuantile(double tail) {
        if (tail == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double logTail = StrictMath.log(tail);
        double x = Math.sqrt(Math.max(0, -2 * (logTail + StrictMath.log(2))));
        double step;
        do {
            // Mills ratio, Q over the density: minus one over the derivative of ln Q.
            double ratio = ErrorFunction.scaledComplement(x / ROOT_TWO) * ROOT_HALF_PI;
            double logHere = StrictMath.log(ratio) - HALF_LOG_TWO_PI - x * x / 2;
            step = (logTail - logHere) * ratio;
            x -= step;
        } while (step > 1e-9 * x);
        return Math.max(0, x);
    }
}
