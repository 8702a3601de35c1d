package gradus.ml.score;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Means and medians of one number per row, with or without a weight per row. They are never outside the
/// range of the numbers, and a sum that overflows does no harm. Also what keeps sums of squares in range.
final class Means {

    private Means() {}

    /// The arithmetic mean of n ≥ 1 numbers, possibly infinite, none of them NaN.
    static double mean(double[] values) {
        return mean(values, ones(values.length));
    }

    /// The weighted mean: `Σ weight·value / Σ weight`. A row of weight 0 does not count, even if its value is
    /// infinite.
    ///
    /// @param weights validated by [MetricPreconditions#requireWeights]
    static double mean(double[] values, Vector weights) {
        double[] terms = new double[values.length];
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < values.length; row++) {
            if (weights.get(row) > 0) {
                terms[row] = weights.get(row) * values[row];
                min = Math.min(min, values[row]);
                max = Math.max(max, values[row]);
            }
        }
        double total = Numerics.sum(weights.toArray());
        double mean = Numerics.sum(terms) / total;
        if (!Double.isFinite(mean) && Double.isFinite(min) && Double.isFinite(max)) {
            for (int row = 0; row < values.length; row++) {
                terms[row] = weights.get(row) == 0 ? 0 : weights.get(row) / total * values[row];
            }
            mean = Numerics.sum(terms);
        }
        return mean < min ? min : mean > max ? max : mean;
    }

    /// The median of n ≥ 1 numbers, none below 0: the mean of the two middle ones if their number is even.
    static double median(double[] values) {
        return median(values, ones(values.length));
    }

    /// The weighted median: half of the total weight is on either side. If it falls between two numbers, it
    /// is their mean, so integer weights give the median of repeated rows.
    static double median(double[] values, Vector weights) {
        int[] order = IntStream.range(0, values.length)
                .filter(row -> weights.get(row) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> values[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        double half = Numerics.sum(weights.toArray()) / 2;
        // A sum of weights such as 0.1 may miss a half by rounding only.
        double tolerance = 1e-12 * half;
        double upToHere = weights.get(order[0]);
        int i = 0;
        while (i + 1 < order.length && upToHere < half - tolerance) {
            upToHere += weights.get(order[++i]);
        }
        double lower = values[order[i]];
        boolean isBetween = upToHere <= half + tolerance && i + 1 < order.length;
        double upper = isBetween ? values[order[i + 1]] : lower;
        return lower == upper ? lower : lower + (upper - lower) / 2;
    }

    static Vector ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return Vector.of(ones);
    }

    /// The square root of each weight: a sum of squares of values multiplied by them is a weighted sum of
    /// squares.
    static double[] roots(Vector weights) {
        return weights.map(Math::sqrt).toArray();
    }

    /// A factor that keeps differences and sums of huge numbers within range. A power of 2, so that it rounds
    /// nothing; the metric must not depend on the unit.
    static double unit(Vector actual, Vector predicted) {
        double largest = Math.max(maxAbsolute(actual), maxAbsolute(predicted));
        return largest > 1e200 ? Math.scalb(1.0, -Math.getExponent(largest)) : 1;
    }

    private static double maxAbsolute(Vector values) {
        return Arrays.stream(values.toArray()).map(Math::abs).max().orElse(0);
    }
}
