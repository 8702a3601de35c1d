package gradus.ml.linalg;

/// Says that a symmetric matrix does not make `x·Ax` positive for every `x` but 0, so that it has no
/// Cholesky factor.
public final class NotPositiveDefiniteException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /// @serial the row, counted from 0
    private final int row;

    NotPositiveDefiniteException(int row, double pivot) {
        super("the matrix is not positive definite: the pivot of row " + row + " is " + pivot
                + ", and must be more than rounding leaves of 0; look for columns that depend on each other, or add a"
                + " small number to the diagonal");
        this.row = row;
    }

    /// The row, counted from 0, whose leading square block is the first that is not positive definite.
    public int row() {
        return row;
    }
}
