package gradus.ml.numbers;

/// Numerically stable sums, log-sum-exp, and approximate equality for `double`.
public final class Numerics {

    private Numerics() {}

    /// The sum of `x` (n numbers) by compensated summation: the rounding error of each addition is computed,
    /// accumulated separately, and added at the end.
    ///
    /// **Error.** The result differs from the exact sum by at most
    /// `u·|sum| + (n·u)²·(|x[0]| + … + |x[n-1]|)`, with the unit roundoff `u = 2⁻⁵³` and for n up to 9·10⁷.
    /// The error of a plain loop can be `n·u` times the sum of the absolute values.
    ///
    /// **Special values.** The empty sum is 0. If `x` contains an infinity, the result is that infinity; with
    /// infinities of both signs, or a NaN, it is NaN. If a partial sum overflows, the result is infinite, as
    /// in a plain loop.
    ///
    /// **Cost.** O(n) time, O(1) memory. `x` is not modified.
    ///
    /// Sources: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54
    /// (1974), 39–51. The bound is proposition 4.5 in T. Ogita, S. M. Rump and S. Oishi, Accurate Sum and Dot
    /// Product, SIAM J. Sci. Comput. 26 (2005), 1955–1988.
    public static double sum(double[] x) {
        double sum = 0;
        double compensation = 0;
        for (double value : x) {
            double next = sum + value;
            // Only digits of the number with the smaller absolute value can be rounded away.
            compensation += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        // After an overflow, infinity minus infinity has made the compensation NaN.
        return Double.isFinite(sum) ? sum + compensation : sum;
    }

    /// Log-sum-exp: the natural logarithm of the sum of the exponentials of `x` (n numbers),
    /// `ln(exp(x[0]) + … + exp(x[n-1]))`, computed without overflow or underflow.
    ///
    /// **Error.** At most about `2·(n + 2)·u + u·|result|`, with the unit roundoff `u = 2⁻⁵³`.
    ///
    /// **Special values.** If `x` is empty, or all its elements are negative infinity, the result is negative
    /// infinity, the logarithm of 0. If `x` contains positive infinity, it is positive infinity; with a NaN,
    /// it is NaN.
    ///
    /// **Cost.** O(n) time with n exponentials, O(1) memory. `x` is not modified.
    ///
    /// Source: P. Blanchard, D. J. Higham and N. J. Higham, Accurately Computing the Log-Sum-Exp and Softmax
    /// Functions, IMA J. Numer. Anal. 41 (2021), 2311–2330.
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
            sum += StrictMath.exp(value - max);
        }
        return max + StrictMath.log(sum);
    }

    /// Approximate equality: whether `a` and `b` differ by at most the larger of two tolerances, relative and
    /// absolute:
    ///
    /// `|a − b| ≤ max(absolute, relative · max(|a|, |b|))`
    ///
    /// The relative tolerance refers to the larger absolute value, so the result is symmetric in `a` and `b`,
    /// unlike that of NumPy's `isclose`. Near 0, the absolute tolerance is the larger one. An infinity is
    /// close only to itself; NaN is close to nothing, not even itself, whatever the tolerances.
    ///
    /// **Cost.** O(1).
    ///
    /// Source: the rule of Python's `math.isclose`, PEP 485 (2015).
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
