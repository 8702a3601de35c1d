package gradus.ml.stats;

import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.LogPmf;

/// Entropy, cross-entropy, divergences and mutual information of discrete distributions.
///
/// Results are in nats, the unit of the natural logarithm; [#toBits] converts. Probabilities have shape
/// `(k)`, non-negative, with sum 1 to within 1e-9; otherwise every method throws an
/// `IllegalArgumentException`. An outcome with probability 0 contributes nothing: `0·ln 0` is 0. Each costs
/// O(k). Unlike the loss functions of PyTorch, these take probabilities, not logits.
///
/// Source: C. Shannon, A Mathematical Theory of Communication, Bell System Technical Journal 27 (1948); S.
/// Kullback and R. Leibler, On Information and Sufficiency, Ann. Math. Stat. 22 (1951).
public final class Entropy {

    private Entropy() {}

    /// Shannon entropy of `p`: the expected surprisal, `−ln p`. Minimum 0, if the outcome is certain; maximum
    /// `ln k`, if all outcomes are equally probable.
    public static double of(double[] p) {
        return crossEntropy(p, p);
    }

    /// Cross-entropy: the expected surprisal under the predicted probabilities `q` if the true ones are `p`,
    /// `−Σ pᵢ·ln qᵢ`. It is the entropy of `p` plus [#klDivergence]. Infinite if `q` gives probability 0 to a
    /// possible outcome.
    public static double crossEntropy(double[] p, double[] q) {
        requirePair(p, q);
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            if (p[i] > 0) {
                sum -= p[i] * StrictMath.log(q[i]);
            }
        }
        // Neither a negative zero nor a rounding error below 0.
        return Math.max(0, sum) + 0.0;
    }

    /// Kullback–Leibler divergence (relative entropy) of `p` from `q`, `Σ pᵢ·ln(pᵢ/qᵢ)`: the extra expected
    /// surprisal of predicting `q` if `p` is true. 0 only if they are equal; infinite if `q` gives
    /// probability 0 to a possible outcome. It is not symmetric, so it is not a distance.
    public static double klDivergence(double[] p, double[] q) {
        requirePair(p, q);
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            if (p[i] > 0) {
                // Every term is at least 0, so small divergences do not suffer from cancellation.
                sum += klTerm(p[i], q[i]);
            } else {
                sum += q[i];
            }
        }
        return sum;
    }

    /// Jensen–Shannon divergence: the mean of the KL divergences of both from their mixture `(p + q)/2`. It
    /// is symmetric and at most `ln 2`. Its square root is a distance; that root is what SciPy's
    /// `jensenshannon` returns.
    ///
    /// Source: J. Lin, Divergence Measures Based on the Shannon Entropy, IEEE Trans. Inf. Theory 37 (1991).
    public static double jensenShannonDivergence(double[] p, double[] q) {
        requirePair(p, q);
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            // Twice the terms of p and q against their mixture, (p + q)/2, which may underflow.
            sum += LogPmf.deviance(2 * p[i], p[i] + q[i]) + LogPmf.deviance(2 * q[i], p[i] + q[i]);
        }
        return Math.min(sum / 4, StrictMath.log(2));
    }

    /// Mutual information of two random variables: the reduction of the entropy of one when the other is
    /// known. 0 if they are independent; the entropy of either if each determines the other.
    ///
    /// @param joint joint probabilities, shape `(rows, columns)`, with sum 1
    public static double mutualInformation(Matrix joint) {
        double[] pairs = joint.flatten();
        Require.probabilities("an entropy", pairs);
        double[] rowMarginals = new double[joint.rows()];
        double[] columnMarginals = new double[joint.columns()];
        for (int i = 0; i < pairs.length; i++) {
            rowMarginals[i / joint.columns()] += pairs[i];
            columnMarginals[i % joint.columns()] += pairs[i];
        }
        double sum = 0;
        for (int i = 0; i < pairs.length; i++) {
            double row = rowMarginals[i / joint.columns()];
            // The divergence of the column given the row; the product of both marginals may underflow.
            sum += row == 0 ? 0 : row * LogPmf.deviance(pairs[i] / row, columnMarginals[i % joint.columns()]);
        }
        return sum;
    }

    /// Converts nats to bits. One bit is the entropy of a fair coin.
    public static double toBits(double nats) {
        return nats / StrictMath.log(2);
    }

    /// `p·ln(p / q) − p + q`. The sum is the same as without `− p + q`, because both distributions sum to 1.
    private static double klTerm(double p, double q) {
        return q == 0 ? Double.POSITIVE_INFINITY : LogPmf.deviance(p, q);
    }

    private static void requirePair(double[] p, double[] q) {
        Require.sameLength("an entropy", p.length, q.length);
        Require.probabilities("an entropy", p);
        Require.probabilities("an entropy", q);
    }
}
