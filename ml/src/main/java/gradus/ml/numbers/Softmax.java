package gradus.ml.numbers;

import java.util.Arrays;

/// From scores to probabilities: each score becomes its exponential over the sum of all exponentials.
///
/// Only differences between scores matter. Both methods therefore take the largest score away first, so
/// that no exponential overflows.
///
/// Source: J. Bridle, Training Stochastic Model Recognition Algorithms as Networks (1989), for the name; P.
/// Blanchard, D. J. Higham and N. J. Higham, Accurately Computing the Log-Sum-Exp and Softmax Functions,
/// IMA J. Numer. Anal. 41 (2021), for its accuracy.
public final class Softmax {

    private Softmax() {}

    /// The probabilities of the scores `z`, shape `(k)` to `(k)`: none is negative, and they add up to 1.
    ///
    /// A score of minus infinity, by which a choice is ruled out, gets probability 0.
    ///
    /// @throws IllegalArgumentException if there are no scores, if one is NaN or infinity, or if all are
    ///     minus infinity
    public static double[] of(double[] z) {
        double max = largest(z);
        double[] probabilities = new double[z.length];
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            probabilities[i] = Math.exp(z[i] - max);
            sum += probabilities[i];
        }
        for (int i = 0; i < z.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    /// The natural logarithms of the probabilities, shape `(k)` to `(k)`: finite for every finite score,
    /// where the logarithm of [#of] would often be minus infinity.
    ///
    /// @throws IllegalArgumentException if [#of] would throw
    public static double[] log(double[] z) {
        largest(z);
        double total = Numerics.logSumExp(z);
        return Arrays.stream(z).map(score -> score - total).toArray();
    }

    private static double largest(double[] z) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < z.length; i++) {
            if (!(z[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("scores are finite, or minus infinity to rule a choice out, got "
                        + z[i] + " at index " + i + "; look at how it was computed");
            }
            max = Math.max(max, z[i]);
        }
        if (max == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("softmax needs at least one finite score, got none among " + z.length
                    + "; leave at least one choice open");
        }
        return max;
    }
}
