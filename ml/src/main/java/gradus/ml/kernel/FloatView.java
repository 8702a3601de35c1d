package gradus.ml.kernel;

/// A matrix as it lies in an array: the number at row `r` and column `c` is `data[offset + r·rowStride +
/// c·columnStride]`. Nothing is copied, so a transpose is free, and what is written through one view is
/// seen through another.
///
/// @param rowStride how far it is from one row to the next
/// @param columnStride how far it is from one column to the next
public record FloatView(float[] data, int offset, int rows, int columns, int rowStride, int columnStride) {

    public FloatView {
        Bounds.check(data.length, offset, rows, columns, rowStride, columnStride);
    }

    /// The whole of `data`, row after row.
    public static FloatView of(float[] data, int rows, int columns) {
        return new FloatView(data, 0, rows, columns, columns, 1);
    }

    /// The same numbers with rows and columns changed over.
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
