package gradus.ml.kernel;

/// The steps by which optimisers change weights, in one pass over each array. Cost: O(n), shared out by
/// pieces.
public final class Updates {

    private static final int PIECE = 1 << 14;

    private Updates() {}

    /// One step of gradient descent with momentum: `m = momentum·m + factor·g`, `w = w − rate·(m +
    /// decay·w)`.
    ///
    /// @param factor what each number of the gradient is multiplied by first, as clipping wants it
    public static void descend(float[] w, float[] g, float[] m, float factor, float rate, float momentum, float decay) {
        Threads.runs(w.length, PIECE, (from, to) -> {
            if (Kernels.areFast()) {
                FastUpdates.descend(w, g, m, factor, rate, momentum, decay, from, to);
            } else {
                PlainUpdates.descend(w, g, m, factor, rate, momentum, decay, from, to);
            }
        });
    }

    /// One step of Adam with decoupled decay: D. Kingma and J. Ba, 2015; I. Loshchilov and F. Hutter, 2019.
    public static void adam(float[] w, float[] g, float[] m, float[] v, Adam settings) {
        Threads.runs(w.length, PIECE, (from, to) -> {
            if (Kernels.areFast()) {
                FastUpdates.adam(w, g, m, v, settings, from, to);
            } else {
                PlainUpdates.adam(w, g, m, v, settings, from, to);
            }
        });
    }

    /// What a step of Adam needs to know.
    ///
    /// @param factor what each number of the gradient is multiplied by first, as clipping wants it
    /// @param rate the learning rate
    /// @param beta1 how much of the mean gradient is kept
    /// @param beta2 how much of the mean square is kept
    /// @param epsilon keeps the quotient finite
    /// @param decay which share of a weight is taken off, times the rate
    /// @param correction1 `1 / (1 − beta1^t)` at step t: the means start at 0, and are too small at first
    /// @param correction2 `1 / (1 − beta2^t)`
    public record Adam(
            float factor,
            float rate,
            float beta1,
            float beta2,
            float epsilon,
            float decay,
            float correction1,
            float correction2) {}
}
