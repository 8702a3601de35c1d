package gradus.ml.kernel;

/// A view of the attention heads stored in an array. Element `d` of position `t` of head `h` in example `b`
/// is `data[offset + b·batchStride + h·headStride + t·positionStride + d]`. So queries, keys and values can
/// be read directly from the output of one matrix product, and nothing is copied.
///
/// @param data the array that is viewed, not copied
/// @param offset the index of the first element
/// @param batchSize number of examples, B; may be 0
/// @param heads number of heads, H; at least 1
/// @param length number of positions, T; may be 0
/// @param headDimension number of elements per position in one head, D; at least 1
/// @param batchStride distance in the array from one example to the next
/// @param headStride distance in the array from one head to the next
/// @param positionStride distance in the array from one position to the next
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
        boolean empty = batchSize == 0 || length == 0;
        if (offset < 0 || batchSize < 0 || heads < 1 || length < 0 || headDimension < 1) {
            throw new IllegalArgumentException("heads need an offset and sizes of at least 0, and at least 1 head and 1"
                    + " element per head, got offset " + offset + " and shape (" + batchSize + ", " + heads + ", "
                    + length + ", " + headDimension + ")");
        }
        if (!empty && last >= data.length) {
            throw new IllegalArgumentException("heads of shape (" + batchSize + ", " + heads + ", " + length + ", "
                    + headDimension + ") from offset " + offset + " reach index " + last + " of an array of length "
                    + data.length);
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
