package gradus.ml.kernel;

/// Attention: every place looks at others, and takes of their values in proportion to how well its query
/// fits their keys. `out = softmax(q·kᵀ / √D)·v`, for each head of each example by itself.
///
/// Shapes: queries and out `(B, H, T, D)`, keys and values `(B, H, S, D)`, weights `(B, H, T, S)`. Causal:
/// place t of T sees the first S − T + t + 1 places; where that is none, weights and output are 0.
/// Cost: O(B·H·T·S·D), shared out by heads.
///
/// Source: A. Vaswani and others, "Attention Is All You Need", 2017.
public final class Attention {

    private Attention() {}

    /// Sets `out`, and `weights` from index 0 on, which [#slope] needs.
    public static void forward(Heads q, Heads k, Heads v, boolean causal, float[] weights, Heads out) {
        check(q, k, v, out);
        int t = q.length();
        int s = k.length();
        Threads.each(q.batch() * q.heads(), i -> {
            int b = i / q.heads();
            int h = i % q.heads();
            FloatView w = new FloatView(weights, i * t * s, t, s, s, 1);
            Gemm.multiplyAlone(q.of(b, h), k.of(b, h).transposed(), w, false);
            for (int r = 0; r < t; r++) {
                int seen = causal ? Math.max(0, s - t + r + 1) : s;
                softmax(weights, i * t * s + r * s, seen, s, scale(q));
            }
            Gemm.multiplyAlone(w, v.of(b, h), out.of(b, h), false);
        });
    }

    /// The slopes of [#forward]: sets `dq`, `dk` and `dv`.
    public static void slope(Heads q, Heads k, Heads v, float[] weights, Heads dOut, Heads dq, Heads dk, Heads dv) {
        check(q, k, v, dOut);
        int t = q.length();
        int s = k.length();
        Threads.each(q.batch() * q.heads(), i -> {
            int b = i / q.heads();
            int h = i % q.heads();
            float[] scores = Scratch.FLOATS.take(t * s);
            FloatView w = new FloatView(weights, i * t * s, t, s, s, 1);
            FloatView dw = FloatView.of(scores, t, s);
            Gemm.multiplyAlone(dOut.of(b, h), v.of(b, h).transposed(), dw, false);
            Gemm.multiplyAlone(w.transposed(), dOut.of(b, h), dv.of(b, h), false);
            for (int r = 0; r < t; r++) {
                softmaxSlope(weights, i * t * s + r * s, scores, r * s, s, scale(q));
            }
            Gemm.multiplyAlone(dw, k.of(b, h), dq.of(b, h), false);
            Gemm.multiplyAlone(dw.transposed(), q.of(b, h), dk.of(b, h), false);
            Scratch.FLOATS.give(scores);
        });
    }

    /// Without it, the products of long vectors would drive the softmax to where it has no slope.
    private static float scale(Heads q) {
        return (float) (1 / Math.sqrt(q.width()));
    }

    private static void softmax(float[] x, int at, int seen, int n, float factor) {
        if (Kernels.areFast()) {
            FastRows.causalSoftmax(x, at, seen, n, factor);
        } else {
            PlainRows.causalSoftmax(x, at, seen, n, factor);
        }
    }

    private static void softmaxSlope(float[] y, int yt, float[] dy, int dyt, int n, float factor) {
        if (Kernels.areFast()) {
            FastRows.softmaxSlope(y, yt, dy, dyt, dy, dyt, n, factor, false);
        } else {
            PlainRows.softmaxSlope(y, yt, dy, dyt, dy, dyt, n, factor, false);
        }
    }

    private static void check(Heads q, Heads k, Heads v, Heads out) {
        boolean fits = k.shape().equals(v.shape())
                && q.shape().equals(out.shape())
                && q.batch() == k.batch()
                && q.heads() == k.heads()
                && q.width() == k.width();
        if (!fits) {
            throw new IllegalArgumentException("attention needs queries and output of one shape, and keys and values of"
                    + " one shape that differs in the length only, got queries " + q.shape() + ", keys " + k.shape()
                    + ", values " + v.shape() + " and output " + out.shape());
        }
    }
}
