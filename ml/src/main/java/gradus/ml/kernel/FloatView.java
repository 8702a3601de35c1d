package gradus.ml.kernel;

/// A view of a matrix stored in an array: the element in row `r` and column `c` is
/// `data[offset + r·rowStride + c·columnStride]`. Nothing is copied, so a transpose is free, and a
/// change through one view is visible through another.
///
/// @param rowStride distance in the array from one row to the next
/// @param columnStride distance in the array from one column to the next
public record FloatView(float[] data, int offset, int rows, int columns, int rowStride, int columnStride) {

    public FloatView {
        Bounds.check(data.length, offset, rows, columns, rowStride, columnStride);
    }

    /// All of `data`, as a matrix in row-major order.
    public static FloatView of(float[] data, int rows, int columns) {
        return new FloatView(data, 0, rows, columns, columns, 1);
    }

    /// The transpose: the same elements with rows and columns swapped.
    public FloatView transpose() {
        return new FloatView(data, offset, columns, rows, columnStride, rowStride);
    }

    /// `count` rows from `from` on, or as many as there are.
    FloatView sliceRows(int from, int count) {
        int high = Math.min(count, rows - from);
        return new FloatView(data, offset + from * rowStride, high, columns, rowStride, columnStride);
    }

    /// `count` columns from `from` on, or as many as there are.
    FloatView sliceColumns(int from, int count) {
        return transpose().sliceRows(from, count).transpose();
    }

    String shape() {
        return "(" + rows + ", " + columns + ")";
    }
}
