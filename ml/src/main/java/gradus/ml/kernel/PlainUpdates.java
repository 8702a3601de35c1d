package gradus.ml.kernel;

/// What the kernels of [Updates] do with the weights from `from` to `to - 1`, as it is defined.
final class PlainUpdates {

    private PlainUpdates() {}

    static void descend(
            float[] w, float[] g, float[] m, float factor, float rate, float momentum, float decay, int from, int to) {
        for (int i = from; i < to; i++) {
            m[i] = momentum * m[i] + factor * g[i];
            w[i] -= rate * (m[i] + decay * w[i]);
        }
    }

    static void adam(float[] w, float[] g, float[] m, float[] v, Updates.Adam s, int from, int to) {
        for (int i = from; i < to; i++) {
            float slope = s.factor() * g[i];
            m[i] += (1 - s.beta1()) * (slope - m[i]);
            v[i] += (1 - s.beta2()) * (slope * slope - v[i]);
            float step = m[i] * s.correction1() / ((float) Math.sqrt(v[i] * s.correction2()) + s.epsilon());
            w[i] -= s.rate() * (step + s.decay() * w[i]);
        }
    }
}
