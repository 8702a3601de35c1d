package gradus.ml.numbers;

/// The inverse of the standard normal distribution: the place below which a given probability lies.
///
/// The logarithm of the upper tail, `ln Q(x)`, is concave. From a place beyond the right one, each step of
/// Newton's method comes nearer and none goes too far, since the tangent lies above the curve. Such a place
/// is `√(−2·ln 2p)`, because `Q(x) ≤ e^(−x²/2) / 2` for x from 0. Four to six steps are enough.
public final class Probit {

    private static final double ROOT_TWO = Math.sqrt(2);
    private static final double ROOT_HALF_PI = Math.sqrt(Math.PI / 2);
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private Probit() {}

    /// The x with `Φ(x) = p`: negative infinity for 0, infinity for 1.
    ///
    /// The error is at most `12u·max(1, |x|)` with `u = 2⁻⁵³`, for every p down to the least double.
    ///
    /// @param p from 0 to 1
    /// @throws IllegalArgumentException if `p` is not
    public static double of(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a probability lies between 0 and 1, got " + p);
        }
        return p < 0.5 ? -upperTailQuantile(p) : upperTailQuantile(1 - p);
    }

    /// The x of 0 or more above which the probability `tail` lies, which is at most 1/2.
    private static double upperTailQuantile(double tail) {
        if (tail == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double logTail = Math.log(tail);
        double x = Math.sqrt(Math.max(0, -2 * (logTail + Math.log(2))));
        double step;
        do {
            // Q over the density, the ratio of Mills: minus one over the slope of ln Q.
            double ratio = ErrorFunction.scaledComplement(x / ROOT_TWO) * ROOT_HALF_PI;
            double logHere = Math.log(ratio) - HALF_LOG_TWO_PI - x * x / 2;
            step = (logTail - logHere) * ratio;
            x -= step;
        } while (step > 1e-9 * x);
        return Math.max(0, x);
    }
}
