package gradus.ml.numbers;

import java.util.Arrays;

/// Softmax: turns scores (logits) into probabilities, the exponential of each score divided by the sum of all
/// exponentials.
///
/// Only differences between scores matter. Both methods therefore subtract the largest score first, so no
/// exponential overflows.
///
/// **Special scores.** One rule holds for softmax, log-softmax and cross-entropy wherever they are computed,
/// here and on tensors:
///
/// - A score of minus infinity gets probability 0; use it to mask an option.
/// - A single score of infinity gets probability 1 and the others 0: the limit as it grows.
/// - If several are infinity, all are minus infinity, or there are none, softmax is not defined, because no
///   limit exists, and the scores are rejected.
/// - If a score is NaN, all results are NaN.
///
/// Sources: J. Bridle, Training Stochastic Model Recognition Algorithms as Networks (1989), for the name; P.
/// Blanchard, D. J. Higham and N. J. Higham, Accurately Computing the Log-Sum-Exp and Softmax Functions, IMA
/// J. Numer. Anal. 41 (2021), for its accuracy.
public final class Softmax {

    private Softmax() {}

    /// The probabilities of the scores `z`, both of shape `(k)`: non-negative, with sum 1.
    ///
    /// @throws IllegalArgumentException if softmax is not defined for `z`: see [Softmax]
    public static double[] of(double[] z) {
        double max = z[argmax(z)];
        if (!Double.isFinite(max)) {
            return limit(z, max);
        }
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

    /// Log-softmax: the natural logarithms of the probabilities, shape `(k)` like the scores. Finite if the
    /// differences between scores are, where the logarithm of [#of] would often be minus infinity.
    ///
    /// @throws IllegalArgumentException if softmax is not defined for `z`: see [Softmax]
    public static double[] log(double[] z) {
        int argmax = argmax(z);
        double max = z[argmax];
        if (!Double.isFinite(max)) {
            return Arrays.stream(limit(z, max)).map(StrictMath::log).toArray();
        }
        double others = 0;
        for (int i = 0; i < z.length; i++) {
            others += i == argmax ? 0 : StrictMath.exp(z[i] - max);
        }
        double log = StrictMath.log1p(others);
        return Arrays.stream(z).map(score -> score - max - log).toArray();
    }

    /// The index of the first NaN, or else of the first maximum.
    private static int argmax(double[] z) {
        if (z.length == 0) {
            throw new IllegalArgumentException("softmax needs at least 1 score, got none");
        }
        int argmax = 0;
        for (int i = 1; i < z.length && !Double.isNaN(z[argmax]); i++) {
            argmax = z[i] <= z[argmax] ? argmax : i;
        }
        return argmax;
    }

    /// The probabilities if the largest score, `max`, is not finite.
    private static double[] limit(double[] z, double max) {
        long infinities = Arrays.stream(z)
                .filter(score -> score == Double.POSITIVE_INFINITY)
                .count();
        if (!Double.isNaN(max) && infinities != 1) {
            throw new IllegalArgumentException("softmax is not defined for these " + z.length + " scores: it needs one"
                    + " above minus infinity, and at most one of infinity, got " + infinities + " of infinity");
        }
        return Arrays.stream(z)
                .map(score -> Double.isNaN(max) ? max : score == max ? 1 : 0)
                .toArray();
    }
}
