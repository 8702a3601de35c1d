package gradus.ml.stats;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import gradus.ml.numbers.Rng;

/// The categorical distribution: one of k categories, numbered from 0, each with its own probability. An
/// evaluation or a draw costs O(k).
///
/// @param probabilities shape `(k)`, k ≥ 1; non-negative, with sum 1 to within 1e-9; divided by their sum if
///     it differs from 1 by more than rounding, 1e-14
public record Categorical(Vector probabilities) implements DiscreteDistribution {

    /// @throws IllegalArgumentException if the probabilities are negative or do not sum to 1
    public Categorical {
        Require.probabilities("a categorical distribution", probabilities.toArray());
        double sum = Numerics.sum(probabilities.toArray());
        if (Math.abs(sum - 1) > 1e-14) {
            probabilities = probabilities.times(1 / sum);
        }
    }

    /// The distribution with these probabilities.
    ///
    /// @throws IllegalArgumentException if they are negative or do not sum to 1
    public static Categorical of(double... probabilities) {
        return new Categorical(Vector.of(probabilities));
    }

    /// The distribution with probabilities proportional to these weights, which need not sum to 1.
    ///
    /// @throws IllegalArgumentException if a weight is negative or not finite, or their sum is not > 0
    public static Categorical ofWeights(double... weights) {
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0)) {
                throw new IllegalArgumentException(
                        "weight " + i + " of a categorical distribution must be at least 0, got " + weights[i]);
            }
        }
        double sum = Numerics.sum(weights);
        Require.positive("the sum of the weights of a categorical distribution", sum);
        double[] p = new double[weights.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = weights[i] / sum;
        }
        return of(p);
    }

    @Override
    public double logDensity(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        boolean isCategory = x >= 0 && x < probabilities.size() && x == Math.rint(x);
        return isCategory ? StrictMath.log(probabilities.get((int) x)) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double cdf(double x) {
        double sum = 0;
        for (int i = 0; i < probabilities.size() && i <= x; i++) {
            sum += probabilities.get(i);
        }
        return Double.isNaN(x) ? x : x >= support().high() ? 1 : Math.min(1, sum);
    }

    @Override
    public double survival(double x) {
        double sum = 0;
        // From the end, so that the sum never increases with x.
        for (int i = probabilities.size() - 1; i >= 0 && i > x; i--) {
            sum += probabilities.get(i);
        }
        return Double.isNaN(x) ? x : x < support().low() ? 1 : Math.min(1, sum);
    }

    @Override
    public double sample(Rng rng) {
        return rng.choice(probabilities.toArray());
    }

    @Override
    public double mean() {
        double sum = 0;
        for (int i = 0; i < probabilities.size(); i++) {
            sum += i * probabilities.get(i);
        }
        return sum;
    }

    @Override
    public double variance() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < probabilities.size(); i++) {
            sum += (i - mean) * (i - mean) * probabilities.get(i);
        }
        return sum;
    }

    /// From the first category with positive probability to the last.
    @Override
    public Interval support() {
        int first = 0;
        while (probabilities.get(first) == 0) {
            first++;
        }
        int last = probabilities.size() - 1;
        while (probabilities.get(last) == 0) {
            last--;
        }
        return new Interval(first, last);
    }
}
