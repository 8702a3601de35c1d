package gradus.ml.kernel;

/// Scaled dot-product attention: `softmax(q·kᵀ / √D)·v`, separately for each head of each example. The output
/// for a query is the weighted mean of all values; the weights are the softmax of its scaled dot products
/// with the keys.
///
/// Shapes: queries and output `(B, H, T, D)`, keys and values `(B, H, S, D)`, weights `(B, H, T, S)`, for B
/// examples, H heads, T queries, S keys and D features per head. With the causal mask, query t (from 0)
/// attends to the first S − T + t + 1 keys only; if there are none, weights and output are 0. In the forward
/// pass, what is masked has no influence, even if it is NaN or infinite. Cost: O(B·H·T·S·D); heads are
/// computed in parallel.
///
/// Source: A. Vaswani and others, "Attention Is All You Need", 2017.
public final class Attention {

    private static final boolean FAST = Kernels.areFast(PlainRowwise.class, PlainFunctions.class);

    private Attention() {}

    /// Forward pass: writes the output to `out`, and the attention weights to `weights` from index 0 on.
    /// [#backward] needs these weights.
    ///
    /// @throws IllegalArgumentException if the shapes do not match
    public static void forward(HeadsView q, HeadsView k, HeadsView v, boolean causal, float[] weights, HeadsView out) {
        check(q, k, v, out);
        int t = q.length();
        int s = k.length();
        Threads.parallelFor(q.batchSize() * q.heads(), i -> {
            int b = i / q.heads();
            int h = i % q.heads();
            FloatView w = new FloatView(weights, i * t * s, t, s, s, 1);
            Gemm.multiplySequential(q.matrix(b, h), k.matrix(b, h).transpose(), w, false);
            for (int r = 0; r < t; r++) {
                int visible = causal ? Math.max(0, s - t + r + 1) : s;
                softmax(weights, i * t * s + r * s, visible, s, scale(q));
            }
            FloatView values = v.matrix(b, h);
            FloatView means = out.matrix(b, h);
            Gemm.multiplySequential(w, values, means, false);
            if (causal && t > 0 && hasNaN(means.sliceRows(0, 1))) {
                weighVisible(w, values, means);
            }
        });
    }

    /// The weighted means of the visible values only. With all values, one that is masked gets weight 0, and
    /// 0 times infinity or NaN is NaN, although what is masked must have no influence. The mean of the first
    /// query shows whether that has happened, because for it nearly all are masked.
    private static void weighVisible(FloatView weights, FloatView values, FloatView means) {
        int t = weights.rows();
        int s = weights.columns();
        for (int r = 0; r < t; r++) {
            int visible = Math.max(0, s - t + r + 1);
            Gemm.multiplySequential(
                    weights.sliceRows(r, 1).sliceColumns(0, visible),
                    values.sliceRows(0, visible),
                    means.sliceRows(r, 1),
                    false);
        }
    }

    private static boolean hasNaN(FloatView row) {
        for (int j = 0; j < row.columns(); j++) {
            if (Float.isNaN(row.data()[row.offset() + j * row.columnStride()])) {
                return true;
            }
        }
        return false;
    }

    /// Backward pass (vector–Jacobian product) of [#forward]: sets `dq`, `dk` and `dv`, the gradients with
    /// respect to `q`, `k` and `v`, from `dOut`, the gradient with respect to the output.
    ///
    /// @throws IllegalArgumentException if the shapes do not match
    public static void backward(
            HeadsView q,
            HeadsView k,
            HeadsView v,
            float[] weights,
            HeadsView dOut,
            HeadsView dq,
            HeadsView dk,
            HeadsView dv) {
        check(q, k, v, dOut);
        int t = q.length();
        int s = k.length();
        Threads.parallelFor(q.batchSize() * q.heads(), i -> {
            int b = i / q.heads();
            int h = i % q.heads();
            float[] scores = ScratchBuffers.FLOATS.acquire(t * s);
            FloatView w = new FloatView(weights, i * t * s, t, s, s, 1);
            FloatView dw = FloatView.of(scores, t, s);
            Gemm.multiplySequential(dOut.matrix(b, h), v.matrix(b, h).transpose(), dw, false);
            Gemm.multiplySequential(w.transpose(), dOut.matrix(b, h), dv.matrix(b, h), false);
            for (int r = 0; r < t; r++) {
                softmaxBackward(weights, i * t * s + r * s, scores, r * s, s, scale(q));
            }
            Gemm.multiplySequential(dw, k.matrix(b, h), dq.matrix(b, h), false);
            Gemm.multiplySequential(dw.transpose(), q.matrix(b, h), dk.matrix(b, h), false);
            ScratchBuffers.FLOATS.release(scores);
        });
    }

    /// The factor 1/√D. Without it, dot products of long vectors would be so large that the softmax saturates
    /// and its gradient vanishes.
    private static float scale(HeadsView q) {
        return (float) (1 / Math.sqrt(q.headDimension()));
    }

    private static void softmax(float[] x, int offset, int visible, int n, float scale) {
        if (FAST) {
            FastRowwise.causalSoftmax(x, offset, visible, n, scale);
        } else {
            PlainRowwise.causalSoftmax(x, offset, visible, n, scale);
        }
    }

    private static void softmaxBackward(float[] y, int yOff, float[] dy, int dyOff, int n, float scale) {
        if (FAST) {
            FastRowwise.softmaxBackward(y, yOff, dy, dyOff, dy, dyOff, n, scale, false);
        } else {
            PlainRowwise.softmaxBackward(y, yOff, dy, dyOff, dy, dyOff, n, scale, false);
        }
    }

    private static void check(HeadsView q, HeadsView k, HeadsView v, HeadsView out) {
        boolean fits = k.shape().equals(v.shape())
                && q.shape().equals(out.shape())
                && q.batchSize() == k.batchSize()
                && q.heads() == k.heads()
                && q.headDimension() == k.headDimension();
        if (!fits) {
            throw new IllegalArgumentException("attention needs queries and output of the same shape, and keys and"
                    + " values of the same shape that may differ from it in the length only, got queries " + q.shape()
                    + ", keys " + k.shape() + ", values " + v.shape() + " and output " + out.shape());
        }
    }
}
