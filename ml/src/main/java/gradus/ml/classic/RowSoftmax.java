package gradus.ml.classic;

import gradus.ml.linalg.Matrix;

/// `gradus.ml.numbers.Softmax` for rows of finite scores, and in place.
final class RowSoftmax {

    private RowSoftmax() {}

    /// The softmax of each row of scores, shape `(m, K)`. O(m·K).
    public static Matrix ofRows(Matrix scores) {
        double[] probabilities = scores.flatten();
        for (int i = 0; i < scores.rows(); i++) {
            inPlace(probabilities, i * scores.columns(), scores.columns());
        }
        return Matrix.of(scores.rows(), scores.columns(), probabilities);
    }

    /// The softmax of each row of log-likelihoods, shape `(m, K)`. They may be negative infinity, but not all
    /// of a row: then no class is the most probable one. O(m·K).
    ///
    /// @throws IllegalArgumentException if a whole row is negative infinity
    static Matrix ofLogLikelihoods(Matrix logLikelihoods) {
        for (int i = 0; i < logLikelihoods.rows(); i++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < logLikelihoods.columns(); k++) {
                largest = Math.max(largest, logLikelihoods.get(i, k));
            }
            if (!Double.isFinite(largest)) {
                throw new IllegalArgumentException(
                        "row " + i + " is too unlike the training set: its log-likelihood is " + largest
                                + " for every class; check its values, or standardise the features");
            }
        }
        return ofRows(logLikelihoods);
    }

    /// Overwrites `count` scores, from index `from` on, with their softmax; returns their log-sum-exp, as
    /// `Numerics.logSumExp` does.
    static double inPlace(double[] scores, int from, int count) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = from; k < from + count; k++) {
            largest = Math.max(largest, scores[k]);
        }
        double sum = 0;
        for (int k = from; k < from + count; k++) {
            scores[k] = StrictMath.exp(scores[k] - largest);
            sum += scores[k];
        }
        for (int k = from; k < from + count; k++) {
            scores[k] /= sum;
        }
        return largest + StrictMath.log(sum);
    }
}
