package gradus.ml.numbers;

/// Sums, exponentials and comparisons that keep their digits.
public final class Numerics {

    private Numerics() {}

    /// The sum of `x` (n numbers), with what each addition rounds away kept apart and added at the end
    /// (compensated summation).
    ///
    /// The result differs from the exact sum by at most `u·|sum| + (n·u)²·(|x[0]| + … + |x[n-1]|)`, with `u
    /// = 2⁻⁵³` and for n up to 9·10⁷. That of a plain loop can be off by `n·u` times the sum of the sizes.
    ///
    /// The empty sum is 0. With an infinity in `x`, the result is that infinity; with both, or with a NaN,
    /// it is NaN. A partial sum beyond the range of `double` gives an infinity, as in a plain loop.
    ///
    /// Cost: O(n) time, O(1) memory. `x` is only read.
    ///
    /// Source: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54
    /// (1974), 39–51. The bound is proposition 4.5 in T. Ogita, S. M. Rump and S. Oishi, Accurate Sum and
    /// Dot Product, SIAM J. Sci. Comput. 26 (2005), 1955–1988.
    public static double sum(double[] x) {
        double sum = 0;
        double compensation = 0;
        for (double value : x) {
            double next = sum + value;
            // Only the digits of the smaller of the two can be rounded away.
            compensation += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        // Infinity minus infinity has made a NaN of what was lost.
        return Double.isFinite(sum) ? sum + compensation : sum;
    }

    /// The logarithm of the sum of the exponentials of `x` (n numbers): `ln(exp(x[0]) + … + exp(x[n-1]))`,
    /// without overflow or underflow on the way.
    ///
    /// The result is off by at most about `2·(n + 2)·u + u·|result|` with `u = 2⁻⁵³`.
    ///
    /// Of no numbers, and of negative infinities alone, the result is negative infinity, the logarithm of
    /// 0. With a positive infinity in `x` it is positive infinity; with a NaN it is NaN.
    ///
    /// Cost: O(n) time with n exponentials, O(1) memory. `x` is only read.
    ///
    /// Source: P. Blanchard, D. J. Higham and N. J. Higham, Accurately Computing the Log-Sum-Exp and
    /// Softmax Functions, IMA J. Numer. Anal. 41 (2021), 2311–2330.
    public static double logSumExp(double[] x) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : x) {
            max = Math.max(max, value);
        }
        if (Double.isInfinite(max)) {
            return max;
        }
        double sum = 0;
        for (double value : x) {
            sum += Math.exp(value - max);
        }
        return max + Math.log(sum);
    }

    /// Whether `a` and `b` differ by no more than the larger of two tolerances:
    ///
    /// `|a − b| ≤ max(absolute, relative · max(|a|, |b|))`
    ///
    /// `relative` is a share of the larger of the two sizes, so that `a` and `b` may change places;
    /// `absolute` is what counts near 0. An infinity is close to itself only, a NaN to nothing, itself
    /// included, whatever the tolerances.
    ///
    /// Cost: O(1).
    ///
    /// Source: the rule of `math.isclose` in Python, PEP 485 (2015).
    ///
    /// @throws IllegalArgumentException if a tolerance is negative or NaN
    public static boolean close(double a, double b, double relative, double absolute) {
        if (!(relative >= 0 && absolute >= 0)) {
            throw new IllegalArgumentException(
                    "tolerances must be 0 or more, got relative " + relative + " and absolute " + absolute);
        }
        if (a == b) {
            return true;
        }
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            return false;
        }
        return Math.abs(a - b) <= Math.max(absolute, relative * Math.max(Math.abs(a), Math.abs(b)));
    }
}
