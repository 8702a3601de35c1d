package gradus.ml.kernel;

/// The heads of an attention as they lie in an array: number `d` of place `t` of head `h` in example `b` is
/// `data[offset + b·batchStride + h·headStride + t·stride + d]`. So queries, keys and values may lie side
/// by side in the output of one product, and nothing is copied.
///
/// @param batch how many examples, B
/// @param heads how many heads, H
/// @param length how many places, T
/// @param width how many numbers a place has in one head, D
public record Heads(
        float[] data,
        int offset,
        int batch,
        int heads,
        int length,
        int width,
        int batchStride,
        int headStride,
        int stride) {

    public Heads {
        long last =
                offset + (batch - 1L) * batchStride + (heads - 1L) * headStride + (length - 1L) * stride + width - 1;
        if (offset < 0 || batch < 1 || heads < 1 || length < 1 || width < 1 || last >= data.length) {
            throw new IllegalArgumentException(
                    "heads of shape (" + batch + ", " + heads + ", " + length + ", " + width + ") from offset " + offset
                            + " reach index " + last + " of an array of " + data.length + " numbers");
        }
    }

    /// The matrix `(T, D)` of one head of one example.
    FloatView of(int example, int head) {
        return new FloatView(data, offset + example * batchStride + head * headStride, length, width, stride, 1);
    }

    String shape() {
        return "(" + batch + ", " + heads + ", " + length + ", " + width + ")";
    }
}
