package gradus.ml.stats;

/// A number that was estimated by chance, and how far off it typically is.
///
/// @param value the estimate
/// @param standardError the standard deviation of such estimates, 0 or more
public record Estimate(double value, double standardError) {

    /// @throws IllegalArgumentException if the standard error is negative or NaN
    public Estimate {
        if (!(standardError >= 0)) {
            throw new IllegalArgumentException("a standard error is 0 or more, got " + standardError);
        }
    }

    /// The interval around the value that contains the true number in a share `level` of all such
    /// estimates, as far as they are normally distributed.
    ///
    /// @param level between 0 and 1, such as 0.95
    /// @throws IllegalArgumentException if it is not
    public Interval confidenceInterval(double level) {
        Require.level(level);
        double marginOfError = Normal.standard().quantile(0.5 + level / 2) * standardError;
        return new Interval(value - marginOfError, value + marginOfError);
    }
}
