package gradus.ml.kernel;

/// Checks that no view reaches beyond its array, and that the shapes of a product match.
final class Bounds {

    private Bounds() {}

    static void check(int length, int offset, int rows, int columns, int rowStride, int columnStride) {
        if (rows < 0 || columns < 0 || offset < 0 || rowStride < 0 || columnStride < 0) {
            throw new IllegalArgumentException(
                    "offset, shape and strides of a view must not be negative, got offset " + offset + ", shape ("
                            + rows + ", " + columns + ") and strides (" + rowStride + ", " + columnStride + ")");
        }
        if (rows == 0 || columns == 0) {
            return;
        }
        long last = offset + (rows - 1L) * rowStride + (columns - 1L) * columnStride;
        if (last >= length) {
            throw new IllegalArgumentException("a view of shape (" + rows + ", " + columns + ") and strides ("
                    + rowStride + ", " + columnStride + ") from offset " + offset + " reaches index " + last
                    + " of an array of length " + length);
        }
    }

    static void checkProduct(String a, int inner, int otherInner, String b, boolean fits, String c) {
        if (inner != otherInner || !fits) {
            throw new IllegalArgumentException("the shapes of a product must be (m, k) times (k, n) into (m, n), got "
                    + a + " times " + b + " into " + c);
        }
    }
}
