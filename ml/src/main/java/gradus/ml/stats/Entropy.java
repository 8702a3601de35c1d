package gradus.ml.stats;

import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.LogPmf;

/// How much one does not know before a draw, and learns by it.
///
/// Results are in nats, the unit of the natural logarithm; [#toBits] converts. Probabilities have shape
/// `(k)`, none negative, with a sum of 1 to within 1e-9; anything else is refused with an
/// `IllegalArgumentException`. What has probability 0 adds nothing: `0·ln 0` is 0. Each costs O(k).
///
/// Source: C. Shannon, A Mathematical Theory of Communication, Bell System Technical Journal 27 (1948); S.
/// Kullback and R. Leibler, On Information and Sufficiency, Ann. Math. Stat. 22 (1951).
public final class Entropy {

    private Entropy() {}

    /// The entropy of `p`: the mean of `−ln p`, the surprise. 0 where the outcome is certain, and `ln k` at
    /// most, where all are equally probable.
    public static double of(double[] p) {
        return crossEntropy(p, p);
    }

    /// The cross-entropy: the mean surprise of someone who believes `q` where `p` is true. Infinite if
    /// something happens that `q` holds for impossible. It is the entropy of `p` plus [#klDivergence].
    public static double crossEntropy(double[] p, double[] q) {
        requirePair(p, q);
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            if (p[i] > 0) {
                sum -= p[i] * Math.log(q[i]);
            }
        }
        // Neither a 0 with a sign nor a rounding error below 0.
        return Math.max(0, sum) + 0.0;
    }

    /// The Kullback–Leibler divergence: how much larger the surprise becomes by believing `q` where `p` is
    /// true. 0 only if they are equal, infinite if `q` rules out what happens; not a distance, as it
    /// differs from that of `q` and `p`.
    public static double klDivergence(double[] p, double[] q) {
        requirePair(p, q);
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            if (p[i] > 0) {
                // Each summand is 0 or more, so that small divergences are not the rest of a cancellation.
                sum += klTerm(p[i], q[i]);
            } else {
                sum += q[i];
            }
        }
        return sum;
    }

    /// The Jensen–Shannon divergence: the mean of the divergences of both from the distribution in their
    /// middle. It is the same both ways, and at most `ln 2`. Its root is a distance.
    ///
    /// Source: J. Lin, Divergence Measures Based on the Shannon Entropy, IEEE Trans. Inf. Theory 37 (1991).
    public static double jensenShannonDivergence(double[] p, double[] q) {
        requirePair(p, q);
        double[] mixture = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            mixture[i] = (p[i] + q[i]) / 2;
        }
        return (klDivergence(p, mixture) + klDivergence(q, mixture)) / 2;
    }

    /// The mutual information of two draws: how much one tells about the other. 0 if they are independent,
    /// and the entropy of either if each settles the other.
    ///
    /// @param joint the probability of each pair, shape `(rows, columns)`, with sum 1
    public static double mutualInformation(Matrix joint) {
        double[] pairs = joint.flatten();
        double[] rowMarginals = new double[joint.rows()];
        double[] columnMarginals = new double[joint.columns()];
        double[] independent = new double[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            rowMarginals[i / joint.columns()] += pairs[i];
            columnMarginals[i % joint.columns()] += pairs[i];
        }
        for (int i = 0; i < pairs.length; i++) {
            independent[i] = rowMarginals[i / joint.columns()] * columnMarginals[i % joint.columns()];
        }
        return klDivergence(pairs, independent);
    }

    /// Nats in bits: one bit is the entropy of a fair coin.
    public static double toBits(double nats) {
        return nats / Math.log(2);
    }

    /// `p·ln(p / q) − p + q`: the sum is not changed, as both add up to 1.
    private static double klTerm(double p, double q) {
        return q == 0 ? Double.POSITIVE_INFINITY : LogPmf.deviance(p, q);
    }

    private static void requirePair(double[] p, double[] q) {
        Require.sameLength("an entropy", p.length, q.length);
        Require.probabilities("an entropy", p);
        Require.probabilities("an entropy", q);
    }
}
