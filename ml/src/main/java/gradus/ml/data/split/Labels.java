package gradus.ml.data.split;

/// Labels as an array: one integer per row, such as a class or a group.
public final class Labels {

    private Labels() {}

    /// The labels of the rows at these indices, in this order; an index may occur more than once: the labels
    /// of the rows that [gradus.ml.linalg.Matrix#selectRows] selects. `labels[rows]` in NumPy.
    ///
    /// @param labels one per row, shape `(n)`
    /// @param rowIndices each from 0 to n - 1, shape `(m)`
    /// @return shape `(m)`
    /// @throws IndexOutOfBoundsException if there is no such row
    public static int[] selectRows(int[] labels, int... rowIndices) {
        int[] selected = new int[rowIndices.length];
        for (int i = 0; i < selected.length; i++) {
            if (rowIndices[i] < 0 || rowIndices[i] >= labels.length) {
                throw new IndexOutOfBoundsException(
                        "no row " + rowIndices[i] + " in labels of " + labels.length + " rows");
            }
            selected[i] = labels[rowIndices[i]];
        }
        return selected;
    }
}
