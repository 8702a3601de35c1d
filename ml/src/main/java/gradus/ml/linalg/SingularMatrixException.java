package gradus.ml.linalg;

/// Says that a matrix cannot be solved with: one of its columns is, as far as `double` can tell, made of
/// the columns before it, so that there is no solution or there are many.
public final class SingularMatrixException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /// @serial the column, counted from 0
    private final int column;

    SingularMatrixException(int column, String message) {
        super(message);
        this.column = column;
    }

    /// The first column that adds nothing to the columns before it, counted from 0.
    public int column() {
        return column;
    }
}
