package gradus.ml.stats;

/// The mean and the variance of numbers that come one after the other, without keeping them.
///
/// `E[x²] − E[x]²` takes one large number from another and can leave nothing, or less than nothing. Here,
/// each new number moves the mean by its share of the distance, and what is added up are squared distances
/// from the mean.
///
/// A value like any other: adding returns new moments. Numbers in two heaps can be summed up apart and the
/// moments be put together, which is the same as all numbers at once.
///
/// Source: B. P. Welford, Note on a Method for Calculating Corrected Sums of Squares and Products,
/// Technometrics 4 (1962), 419–420. T. Chan, G. Golub and R. LeVeque, Updating Formulae and a Pairwise
/// Algorithm for Computing Sample Variances (1979), for heaps.
///
/// @param count how many numbers there were
/// @param mean their mean; NaN if there were none
/// @param sumOfSquaredDeviations the sum of their squared distances from the mean
public record RunningMoments(long count, double mean, double sumOfSquaredDeviations) {

    /// @throws IllegalArgumentException if no numbers have such moments
    public RunningMoments {
        Require.atLeast("the count of running moments", count, 0);
        if (count == 0 ? !Double.isNaN(mean) || sumOfSquaredDeviations != 0 : sumOfSquaredDeviations < 0) {
            throw new IllegalArgumentException("no " + count + " numbers have the mean " + mean
                    + " and the sum of squared distances " + sumOfSquaredDeviations + "; begin with none()");
        }
    }

    /// The moments of no numbers.
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

    /// The moments with `x` as one more number. O(1).
    public RunningMoments update(double x) {
        if (count == 0) {
            return new RunningMoments(1, x, 0);
        }
        double deviation = x - mean;
        double newMean = mean + deviation / (count + 1);
        // One factor is the distance from the old mean, the other from the new.
        return new RunningMoments(count + 1, newMean, sumOfSquaredDeviations + deviation * (x - newMean));
    }

    /// The moments of the numbers of both. O(1).
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

    /// The sample variance: `sumOfSquaredDeviations / (count − 1)`, which is right on average where the
    /// numbers are a sample. NaN for fewer than two numbers.
    public double variance() {
        return count < 2 ? Double.NaN : sumOfSquaredDeviations / (count - 1);
    }

    /// The variance of these very numbers: `sumOfSquaredDeviations / count`. NaN for none.
    public double populationVariance() {
        return count == 0 ? Double.NaN : sumOfSquaredDeviations / count;
    }

    /// The root of [#variance].
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /// How far the mean of such a sample is typically from the mean of what it was drawn from: the standard
    /// deviation over the root of the count.
    public double standardError() {
        return standardDeviation() / Math.sqrt(count);
    }
}
