package gradus.ml.stats;

/// An estimate with its standard error.
///
/// @param value the estimate
/// @param standardError the standard deviation of the estimator, ≥ 0: how far off an estimate typically is
public record Estimate(double value, double standardError) {

    /// @throws IllegalArgumentException if the value is not finite, or the standard error is negative or NaN
    public Estimate {
        Require.finite("an estimate", value);
        if (!(standardError >= 0)) {
            throw new IllegalArgumentException("the standard error must be at least 0, got " + standardError);
        }
    }

    /// The confidence interval, by the normal approximation: a fraction `level` of such intervals contain the
    /// true value, if estimates are normally distributed.
    ///
    /// @param level confidence level, > 0 and < 1, such as 0.95
    /// @throws IllegalArgumentException if `level` is out of range
    public Interval confidenceInterval(double level) {
        Require.level(level);
        double quantile = Normal.standard().inverseSurvival((1 - level) / 2);
        // Not 0 times infinity, for a level so low that the quantile is 0.
        double marginOfError = Double.isInfinite(standardError) ? standardError : quantile * standardError;
        return new Interval(value - marginOfError, value + marginOfError);
    }
}
