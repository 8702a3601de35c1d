package gradus.ml.linalg;

/// Thrown if a matrix is numerically singular or rank deficient: one of its columns is linearly dependent on
/// the columns before it, so the system has no unique solution.
public final class SingularMatrixException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /// @serial the column, counted from 0
    private final int column;

    SingularMatrixException(int column, String message) {
        super(message);
        this.column = column;
    }

    /// For a pivot of an elimination.
    static SingularMatrixException ofPivot(int column, double pivot) {
        return new SingularMatrixException(
                column,
                "the matrix is numerically singular: the pivot of column " + column + " is " + pivot
                        + ", no larger than its rounding error, so the column is linearly dependent on the columns before"
                        + " it; leave one out, or use Svd.pseudoInverse for the minimum-norm least-squares solution");
    }

    /// The first column that is linearly dependent on the columns before it, counted from 0.
    public int column() {
        return column;
    }
}
