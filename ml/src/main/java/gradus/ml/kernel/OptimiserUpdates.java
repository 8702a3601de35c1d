package gradus.ml.kernel;

/// The steps by which optimisers change weights, in one pass over each array. Cost: O(n), shared out by
/// pieces.
public final class OptimiserUpdates {

    private static final int CHUNK = 1 << 14;

    private OptimiserUpdates() {}

    /// One step of gradient descent with momentum: `m = momentum·m + gradientScale·g`, `w = w − rate·(m +
    /// decay·w)`.
    ///
    /// @param gradientScale what each number of the gradient is multiplied by first, as clipping wants it
    public static void sgd(
            float[] w,
            float[] g,
            float[] m,
            float gradientScale,
            float learningRate,
            float momentum,
            float weightDecay) {
        Threads.parallelRanges(w.length, CHUNK, (from, to) -> {
            if (Kernels.areFast()) {
                FastOptimiserUpdates.sgd(w, g, m, gradientScale, learningRate, momentum, weightDecay, from, to);
            } else {
                PlainOptimiserUpdates.sgd(w, g, m, gradientScale, learningRate, momentum, weightDecay, from, to);
            }
        });
    }

    /// One step of Adam with decoupled decay: D. Kingma and J. Ba, 2015; I. Loshchilov and F. Hutter, 2019.
    public static void adam(float[] w, float[] g, float[] m, float[] v, AdamStep settings) {
        Threads.parallelRanges(w.length, CHUNK, (from, to) -> {
            if (Kernels.areFast()) {
                FastOptimiserUpdates.adam(w, g, m, v, settings, from, to);
            } else {
                PlainOptimiserUpdates.adam(w, g, m, v, settings, from, to);
            }
        });
    }

    /// What a step of Adam needs to know.
    ///
    /// @param gradientScale what each number of the gradient is multiplied by first, as clipping wants it
    /// @param learningRate the learning rate
    /// @param beta1 how much of the mean gradient is kept
    /// @param beta2 how much of the mean square is kept
    /// @param epsilon keeps the quotient finite
    /// @param weightDecay which share of a weight is taken off, times the rate
    /// @param biasCorrection1 `1 / (1 − beta1^t)` at step t: the means start at 0, and are too small at first
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
