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
/// Source: B. P. Welford, Note on a Method for Calculating Corrected Sums of Squares and Products,
/// Technometrics 4 (1962), 419–420. T. Chan, G. Golub and R. LeVeque, Updating Formulae and a Pairwise
/// Algorithm for Computing Sample Variances (1979), for merging.
///
/// @param count number of values
/// @param mean their mean; NaN if there are none
/// @param sumOfSquaredDeviations the sum of their squared deviations from the mean
public record RunningMoments(long count, double mean, double sumOfSquaredDeviations) {

    /// @throws IllegalArgumentException if the components contradict each other, such as a mean of no values
    public RunningMoments {
        Require.atLeast("the count of running moments", count, 0);
        if (count == 0 ? !Double.isNaN(mean) || sumOfSquaredDeviations != 0 : sumOfSquaredDeviations < 0) {
            throw new IllegalArgumentException("no " + count + " values have the mean " + mean
                    + " and the sum of squared deviations " + sumOfSquaredDeviations + "; start from empty()");
        }
    }

    /// The moments of no values.
    public static RunningMoments empty() {
        return new RunningMoments(0, Double.NaN, 0);
    }

    /// The moments of `x`.
    public static RunningMoments of(double... x) {
        var moments = empty();
        for (double value : x) {
            moments = moments.update(value);
        }
        return moments;
    }

    /// The moments with one more value, `x`. O(1).
    public RunningMoments update(double x) {
        if (count == 0) {
            return new RunningMoments(1, x, 0);
        }
        double deviation = x - mean;
        double newMean = mean + deviation / (count + 1);
        // One factor is the deviation from the old mean, the other from the new.
        return new RunningMoments(count + 1, newMean, sumOfSquaredDeviations + deviation * (x - newMean));
    }

    /// The moments of the values of both, combined. O(1).
    public RunningMoments merge(RunningMoments other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        long totalCount = count + other.count;
        double weight = (double) other.count / totalCount;
        double deviation = other.mean - mean;
        return new RunningMoments(
                totalCount,
                mean + deviation * weight,
                sumOfSquaredDeviations + other.sumOfSquaredDeviations + deviation * deviation * count * weight);
    }

    /// Sample variance, `sumOfSquaredDeviations / (count − 1)`: the unbiased estimate of the population
    /// variance. NaN for fewer than two values. NumPy's `var` divides by `count` by default, as
    /// [#populationVariance] does.
    public double variance() {
        return count < 2 ? Double.NaN : sumOfSquaredDeviations / (count - 1);
    }

    /// Population variance, `sumOfSquaredDeviations / count`: the variance if these values are the whole
    /// population. NaN for no values.
    public double populationVariance() {
        return count == 0 ? Double.NaN : sumOfSquaredDeviations / count;
    }

    /// Sample standard deviation: the square root of [#variance].
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /// Standard error of the mean, `standardDeviation / √count`: how far the mean of such a sample typically
    /// is from the population mean.
    public double standardError() {
        return standardDeviation() / Math.sqrt(count);
    }
}
