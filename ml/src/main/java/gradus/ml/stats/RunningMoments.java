package gradus.ml.stats;

/// Running mean and variance of a stream of numbers, by Welford's algorithm: the numbers are not stored.
///
/// **Method.** `E[x²] − E[x]²` subtracts two large numbers; catastrophic cancellation can leave no correct
/// digit, or even a negative variance. Here, each new number moves the mean by `1/n` of its distance from it,
/// and the squared deviations from the mean are accumulated.
///
/// The record is immutable: [#update] returns new moments. Moments of two parts of the data can be computed
/// separately, in parallel for example, and combined with [#merge].
///
/// **Range.** Values may be as large or as small as a `double` can be. Squares of deviations beyond 1e150, or
/// all below 1e-150, would overflow or underflow, so they are kept in squares of a `unit`.
///
/// Source: B. P. Welford, Note on a Method for Calculating Corrected Sums of Squares and Products,
/// Technometrics 4 (1962), 419–420. T. Chan, G. Golub and R. LeVeque, Updating Formulae and a Pairwise
/// Algorithm for Computing Sample Variances (1979), for merging.
///
/// @param count number of values
/// @param mean their mean; NaN if there are none
/// @param sumOfSquares the sum of their squared deviations from the mean, in squares of `unit`
/// @param unit a power of two; 1 unless the deviations need another
public record RunningMoments(long count, double mean, double sumOfSquares, double unit) {

    /// @throws IllegalArgumentException if the components contradict each other, such as a mean of no values
    public RunningMoments {
        Require.atLeast("the count of running moments", count, 0);
        Require.positive("the unit of running moments", unit);
        boolean possible = count == 0 ? Double.isNaN(mean) && sumOfSquares == 0 : Double.isFinite(mean);
        if (!possible || !(sumOfSquares >= 0)) {
            throw new IllegalArgumentException("no " + count + " values have the mean " + mean
                    + " and the sum of squared deviations " + sumOfSquares + "; start from empty()");
        }
    }

    /// Moments in the usual unit, 1.
    ///
    /// @throws IllegalArgumentException if the components contradict each other
    public RunningMoments(long count, double mean, double sumOfSquaredDeviations) {
        this(count, mean, sumOfSquaredDeviations, 1);
    }

    /// The moments of no values.
    public static RunningMoments empty() {
        return new RunningMoments(0, Double.NaN, 0);
    }

    /// The moments of `x`.
    ///
    /// @throws IllegalArgumentException if a value is not finite
    public static RunningMoments of(double... x) {
        var moments = empty();
        for (double value : x) {
            moments = moments.update(value);
        }
        return moments;
    }

    /// The moments with one more value, `x`. O(1).
    ///
    /// @throws IllegalArgumentException if `x` is not finite
    public RunningMoments update(double x) {
        Require.finite("a value of running moments", x);
        if (count == 0) {
            return new RunningMoments(1, x, 0);
        }
        double deviation = x - mean;
        if (!ScaledMoments.needsNoUnit(deviation, this, this)) {
            return ScaledMoments.update(this, x);
        }
        double newMean = mean + deviation / (count + 1);
        // One factor is the deviation from the old mean, the other from the new.
        return new RunningMoments(count + 1, newMean, sumOfSquares + deviation * (x - newMean));
    }

    /// The moments of the values of both, combined. O(1).
    public RunningMoments merge(RunningMoments other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        double deviation = other.mean - mean;
        if (!ScaledMoments.needsNoUnit(deviation, this, other)) {
            return ScaledMoments.merge(this, other);
        }
        double weight = (double) other.count / (count + other.count);
        // The deviation is rounded, and nearly all of it may be added.
        double newMean = Math.clamp(mean + deviation * weight, Math.min(mean, other.mean), Math.max(mean, other.mean));
        double between = deviation * deviation * count * weight;
        return new RunningMoments(count + other.count, newMean, sumOfSquares + other.sumOfSquares + between);
    }

    /// The moments of the values `factor · x + shift`, as after a change of their unit. O(1).
    ///
    /// @throws IllegalArgumentException if `factor` or `shift` is not finite, or the new mean or standard
    ///     deviation is too large for a `double`
    public RunningMoments rescale(double factor, double shift) {
        Require.finite("the factor of running moments", factor);
        Require.finite("the shift of running moments", shift);
        if (!ScaledMoments.needsNoUnit(Math.sqrt(sumOfSquares) * factor, this, this)) {
            return ScaledMoments.rescale(this, factor, shift);
        }
        return new RunningMoments(count, Math.fma(mean, factor, shift), sumOfSquares * factor * factor);
    }

    /// The sum of the squared deviations from the mean; infinite or 0 if a `double` can't hold it.
    public double sumOfSquaredDeviations() {
        return sumOfSquares * unit * unit;
    }

    /// Sample variance, `sumOfSquaredDeviations / (count − 1)`: the unbiased estimate of the population
    /// variance. NaN for fewer than two values. NumPy's `var` divides by `count` by default, as
    /// [#populationVariance] does.
    public double variance() {
        return count < 2 ? Double.NaN : sumOfSquares / (count - 1) * unit * unit;
    }

    /// Population variance, `sumOfSquaredDeviations / count`: the variance if these values are the whole
    /// population. NaN for no values.
    public double populationVariance() {
        return count == 0 ? Double.NaN : sumOfSquares / count * unit * unit;
    }

    /// Sample standard deviation: the square root of [#variance], also where that overflows or underflows.
    public double standardDeviation() {
        return count < 2 ? Double.NaN : Math.sqrt(sumOfSquares / (count - 1)) * unit;
    }

    /// Standard error of the mean, `standardDeviation / √count`: how far the mean of such a sample typically
    /// is from the population mean.
    public double standardError() {
        return standardDeviation() / Math.sqrt(count);
    }
}
