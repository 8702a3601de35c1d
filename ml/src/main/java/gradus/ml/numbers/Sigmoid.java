package gradus.ml.numbers;

/// The logistic sigmoid, `1 / (1 + e⁻ᶻ)`: maps a log-odds to a probability. [#logit] is its inverse.
///
/// Sources: P.-F. Verhulst, Notice sur la loi que la population suit dans son accroissement (1838); D. Cox,
/// The Regression Analysis of Binary Sequences, J. R. Stat. Soc. B 20 (1958), for its use here.
public final class Sigmoid {

    private Sigmoid() {}

    /// The probability whose log-odds is `z`: 1/2 for 0, near 1 for large z, near 0 for large negative z,
    /// where it keeps all its digits. NaN gives NaN.
    public static double of(double z) {
        if (z >= 0) {
            return 1 / (1 + StrictMath.exp(-z));
        }
        // Here exp(-z) could overflow.
        double odds = StrictMath.exp(z);
        return odds / (1 + odds);
    }

    /// Log-sigmoid, the natural logarithm of [#of]: finite for every finite z. `-1000` gives -1000, not minus
    /// infinity.
    public static double log(double z) {
        return -Softplus.of(-z);
    }

    /// The logit, or log-odds, of the probability `p`: `ln(p / (1 − p))`. Minus infinity for 0, infinity for
    /// 1.
    ///
    /// @throws IllegalArgumentException if `p` is not between 0 and 1
    public static double logit(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a probability must lie between 0 and 1, got " + p);
        }
        // Near 1/2 the quotient is close to 1, and its rounding error would dominate the result.
        return p > 0.25 && p < 0.75
                ? StrictMath.log1p((2 * p - 1) / (1 - p))
                : StrictMath.log(p) - StrictMath.log1p(-p);
    }
}
