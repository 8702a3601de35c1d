package gradus.ml.numbers;

/// The probit function: the quantile function (inverse cdf) of the standard normal distribution. SciPy:
/// `norm.ppf`.
///
/// **Method.** Newton's method on `ln Q(x)`, the logarithm of the upper tail probability, which is concave.
/// From a start beyond the solution, each step comes nearer and none overshoots, because the tangent lies
/// above the curve. Such a start is `√(−2·ln 2p)`, because `Q(x) ≤ e^(−x²/2) / 2` for x ≥ 0. Four to six
/// steps are enough.
public final class Probit {

    private static final double ROOT_TWO = Math.sqrt(2);
    private static final double ROOT_HALF_PI = Math.sqrt(Math.PI / 2);
    private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

    private Probit() {}

    /// The x with `Φ(x) = p`: negative infinity for 0, positive infinity for 1.
    ///
    /// The error is at most `12u·max(1, |x|)` with `u = 2⁻⁵³`, for every p down to the smallest positive
    /// `double`.
    ///
    /// @param p from 0 to 1
    /// @throws IllegalArgumentException if `p` is out of range
    public static double of(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a probability must lie between 0 and 1, got " + p);
        }
        return p < 0.5 ? -upperTailQuantile(p) : upperTailQuantile(1 - p);
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
