package gradus.ml.kernel;

/// The heads of an attention as they lie in an array: number `d` of place `t` of head `h` in example `b` is
/// `data[offset + b·batchStride + h·headStride + t·positionStride +
/// d]`. So queries, keys and values may lie side by side in the output of one product, and nothing is copied.
///
/// @param batchSize how many examples, B
/// @param heads how many heads, H
/// @param length how many places, T
/// @param headDimension how many numbers a place has in one head, D
public record HeadsView(
        float[] data,
        int offset,
        int batchSize,
        int heads,
        int length,
        int headDimension,
        int batchStride,
        int headStride,
        int positionStride) {

    public HeadsView {
        long last = offset
                + (batchSize - 1L) * batchStride
                + (heads - 1L) * headStride
                + (length - 1L) * positionStride
                + headDimension
                - 1;
        if (offset < 0 || batchSize < 1 || heads < 1 || length < 1 || headDimension < 1 || last >= data.length) {
            throw new IllegalArgumentException("heads of shape (" + batchSize + ", " + heads + ", " + length + ", "
                    + headDimension + ") from offset " + offset + " reach index " + last + " of an array of "
                    + data.length + " numbers");
        }
    }

    /// The matrix `(T, D)` of one head of one example.
    FloatView matrix(int example, int head) {
        return new FloatView(
                data, offset + example * batchStride + head * headStride, length, headDimension, positionStride, 1);
    }

    String shape() {
        return "(" + batchSize + ", " + heads + ", " + length + ", " + headDimension + ")";
    }
}
