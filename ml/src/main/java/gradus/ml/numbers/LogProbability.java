package gradus.ml.numbers;

/// Probabilities as logarithms, which neither underflow nor, near 1, round to 1.
public final class LogProbability {

    private static final double MINUS_LOG_TWO = -StrictMath.log(2);

    private LogProbability() {}

    /// The logarithm of the complementary probability, `ln(1 − p)`, from `ln p`. SciPy has no such function;
    /// R calls it `log1mexp`.
    ///
    /// Each of two formulas is accurate where the other loses digits. The relative error is a few units in
    /// the last place.
    ///
    /// Source: M. Mächler, Accurately Computing log(1 − exp(−|a|)) (2012).
    ///
    /// @param logP at most 0; 0 gives minus infinity, minus infinity gives 0, and NaN gives NaN
    /// @throws IllegalArgumentException if `logP` is greater than 0
    public static double complement(double logP) {
        if (logP > 0) {
            throw new IllegalArgumentException("the logarithm of a probability must be at most 0, got " + logP);
        }
        return logP > MINUS_LOG_TWO ? StrictMath.log(-StrictMath.expm1(logP)) : StrictMath.log1p(-StrictMath.exp(logP));
    }
}
