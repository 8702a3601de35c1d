package gradus.ml.kernel;

/// The update steps of optimisers, fused into one pass over each array. Cost: O(n), parallel over chunks.
public final class OptimiserUpdates {

    private static final int CHUNK = 1 << 14;

    private static final boolean FAST = Kernels.areFast(PlainOptimiserUpdates.class);

    private OptimiserUpdates() {}

    /// One step of stochastic gradient descent with momentum and decoupled weight decay:
    /// `m = momentum·m + gradientScale·g`, then `w = w − learningRate·(m + weightDecay·w)`.
    ///
    /// @param w weights, updated
    /// @param g gradient
    /// @param m momentum buffer, updated
    /// @param gradientScale the gradient is multiplied by this first, for gradient clipping
    public static void sgd(
            float[] w,
            float[] g,
            float[] m,
            float gradientScale,
            float learningRate,
            float momentum,
            float weightDecay) {
        Threads.parallelRanges(w.length, CHUNK, (from, to) -> {
            if (FAST) {
                FastOptimiserUpdates.sgd(w, g, m, gradientScale, learningRate, momentum, weightDecay, from, to);
            } else {
                PlainOptimiserUpdates.sgd(w, g, m, gradientScale, learningRate, momentum, weightDecay, from, to);
            }
        });
    }

    /// One step of AdamW: Adam with decoupled weight decay. `w`, the moments `m` and `v` are updated.
    ///
    /// Sources: D. Kingma and J. Ba, 2015; I. Loshchilov and F. Hutter, 2019.
    public static void adam(float[] w, float[] g, float[] m, float[] v, AdamStep settings) {
        Threads.parallelRanges(w.length, CHUNK, (from, to) -> {
            if (FAST) {
                FastOptimiserUpdates.adam(w, g, m, v, settings, from, to);
            } else {
                PlainOptimiserUpdates.adam(w, g, m, v, settings, from, to);
            }
        });
    }

    /// The hyperparameters of one step of Adam.
    ///
    /// @param gradientScale the gradient is multiplied by this first, for gradient clipping
    /// @param learningRate the learning rate
    /// @param beta1 decay rate of the mean gradient (first moment)
    /// @param beta2 decay rate of the mean squared gradient (second moment)
    /// @param epsilon added to the denominator, against division by 0
    /// @param weightDecay weight decay coefficient; each step shrinks a weight by `learningRate·weightDecay`
    ///     times itself
    /// @param biasCorrection1 `1 / (1 − beta1^t)` at step t: the means start at 0, so they are too small at
    ///     first
    /// @param biasCorrection2 `1 / (1 − beta2^t)`
    public record AdamStep(
            float gradientScale,
            float learningRate,
            float beta1,
            float beta2,
            float epsilon,
            float weightDecay,
            float biasCorrection1,
            float biasCorrection2) {}
}
