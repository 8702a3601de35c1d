package gradus.ml.numbers;

import java.util.Arrays;

/// Softmax: turns scores (logits) into probabilities, the exponential of each score divided by the sum of all
/// exponentials.
///
/// Only differences between scores matter. Both methods therefore subtract the largest score first, so no
/// exponential overflows.
///
/// Sources: J. Bridle, Training Stochastic Model Recognition Algorithms as Networks (1989), for the name; P.
/// Blanchard, D. J. Higham and N. J. Higham, Accurately Computing the Log-Sum-Exp and Softmax Functions, IMA
/// J. Numer. Anal. 41 (2021), for its accuracy.
public final class Softmax {

    private Softmax() {}

    /// The probabilities of the scores `z`, both of shape `(k)`: non-negative, with sum 1.
    ///
    /// A score of minus infinity gets probability 0; use it to mask an option.
    ///
    /// @throws IllegalArgumentException if there are no scores, if one is NaN or infinity, or if all are
    ///     minus infinity
    public static double[] of(double[] z) {
        double max = largest(z);
        double[] probabilities = new double[z.length];
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            probabilities[i] = StrictMath.exp(z[i] - max);
            sum += probabilities[i];
        }
        for (int i = 0; i < z.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    /// Log-softmax: the natural logarithms of the probabilities, shape `(k)` like the scores. Finite for
    /// every finite score, where the logarithm of [#of] would often be minus infinity.
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
                throw new IllegalArgumentException(
                        "scores must be finite, or minus infinity to mask an option, got " + z[i] + " at index " + i);
            }
            max = Math.max(max, z[i]);
        }
        if (max == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("softmax needs at least one finite score, got none among " + z.length);
        }
        return max;
    }
}
