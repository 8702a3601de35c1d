package gradus.ml.linalg;

/// Thrown if a symmetric matrix A has no Cholesky factor because it is not positive definite: `x·Ax > 0` does
/// not hold for every `x` other than 0.
public final class NotPositiveDefiniteException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /// @serial the row, counted from 0
    private final int row;

    NotPositiveDefiniteException(int row, double pivot) {
        super("the matrix is not positive definite: the pivot of row " + row + " is " + pivot
                + ", but must be greater than its rounding error; look for linearly dependent columns, or add a small"
                + " number to the diagonal (jitter)");
        this.row = row;
    }

    /// The row, counted from 0, at which the factorisation failed: the leading square block that ends there
    /// is the first that is not positive definite.
    public int row() {
        return row;
    }
}
