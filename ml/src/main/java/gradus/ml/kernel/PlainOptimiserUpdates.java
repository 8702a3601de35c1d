package gradus.ml.kernel;

/// Scalar reference kernels of [OptimiserUpdates], for the weights from `from` to `to - 1`.
final class PlainOptimiserUpdates {

    private PlainOptimiserUpdates() {}

    static void sgd(
            float[] w,
            float[] g,
            float[] m,
            float gradientScale,
            float learningRate,
            float momentum,
            float weightDecay,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            m[i] = momentum * m[i] + gradientScale * g[i];
            w[i] -= learningRate * (m[i] + weightDecay * w[i]);
        }
    }

    static void adam(float[] w, float[] g, float[] m, float[] v, OptimiserUpdates.AdamStep s, int from, int to) {
        for (int i = from; i < to; i++) {
            float gradient = s.gradientScale() * g[i];
            m[i] += (1 - s.beta1()) * (gradient - m[i]);
            v[i] += (1 - s.beta2()) * (gradient * gradient - v[i]);
            float step = m[i] * s.biasCorrection1() / ((float) Math.sqrt(v[i] * s.biasCorrection2()) + s.epsilon());
            w[i] -= s.learningRate() * (step + s.weightDecay() * w[i]);
        }
    }
}
