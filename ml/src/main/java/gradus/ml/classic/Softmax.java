package gradus.ml.classic;

import gradus.ml.linalg.Matrix;

/// Scores made into probabilities: each is the exponential of its score, divided by the sum of them all.
///
/// The largest gets the largest. A score higher by 1 is e ≈ 2.7 times as probable, whatever the other
/// scores are. The same number added to every score changes nothing, which is how overflow is avoided:
/// the largest is taken away from all.
public final class Softmax {

    private Softmax() {}

    /// The probabilities of K scores, shape `(K)`; they add up to 1. O(K).
    ///
    /// @param scores finite, of any size; negative infinity means impossible, unless all are
    public static double[] of(double... scores) {
        double[] probabilities = scores.clone();
        inPlace(probabilities, 0, probabilities.length);
        return probabilities;
    }

    /// The same for each row of scores, shape `(m, K)`. O(m·K).
    public static Matrix ofRows(Matrix scores) {
        double[] probabilities = scores.values();
        for (int i = 0; i < scores.rows(); i++) {
            inPlace(probabilities, i * scores.columns(), scores.columns());
        }
        return Matrix.of(scores.rows(), scores.columns(), probabilities);
    }

    /// The same for `count` scores from index `from`, written over them; gives [Numerics#logSumExp] of
    /// the scores.
    static double inPlace(double[] scores, int from, int count) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = from; k < from + count; k++) {
            largest = Math.max(largest, scores[k]);
        }
        double sum = 0;
        for (int k = from; k < from + count; k++) {
            scores[k] = Math.exp(scores[k] - largest);
            sum += scores[k];
        }
        for (int k = from; k < from + count; k++) {
            scores[k] /= sum;
        }
        return largest + Math.log(sum);
    }
}
