package gradus.ml.linalg;

import gradus.ml.kernel.DoubleView;
import gradus.ml.kernel.Gemm;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/// An immutable matrix of real numbers, its entries: shape `(rows, columns)`, either of which may be 0. Every
/// operation returns a new matrix, vector or number.
///
/// Operations cost O(rows·columns) unless stated otherwise. If shapes don't match, an operation throws an
/// `IllegalArgumentException` that names both shapes. Entries are stored in row-major order in one array, so
/// the entries of a row are contiguous in memory.
///
/// Source: Gilbert Strang, *Introduction to Linear Algebra*, chapters 1 and 2.
public final class Matrix {

    private final int rows;
    private final int columns;
    private final double[] values;

    private Matrix(int rows, int columns, double[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /// The matrix with the given rows, which are copied. Without rows, the shape is `(0, 0)`.
    ///
    /// @throws IllegalArgumentException if the rows differ in length
    public static Matrix of(double[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[MatrixChecks.entryCount(rows.length, columns)];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != columns) {
                throw new IllegalArgumentException("the rows of a matrix must have the same length, but row 0 has "
                        + columns + " entries and row " + r + " has " + rows[r].length);
            }
            System.arraycopy(rows[r], 0, values, r * columns, columns);
        }
        return new Matrix(rows.length, columns, values);
    }

    /// The matrix with the given entries in row-major order; they are copied.
    ///
    /// @throws IllegalArgumentException if `values` does not hold rows·columns entries
    public static Matrix of(int rows, int columns, double[] values) {
        if (values.length != MatrixChecks.entryCount(rows, columns)) {
            throw new IllegalArgumentException("a matrix of shape (" + rows + ", " + columns + ") has "
                    + MatrixChecks.entryCount(rows, columns) + " entries, got " + values.length);
        }
        return new Matrix(rows, columns, values.clone());
    }

    /// The matrix whose entry in row `r` and column `c` is `entry.at(r, c)`.
    public static Matrix from(int rows, int columns, Entry entry) {
        double[] values = new double[MatrixChecks.entryCount(rows, columns)];
        for (int r = 0, i = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                values[i++] = entry.at(r, c);
            }
        }
        return new Matrix(rows, columns, values);
    }

    /// The entry in a row and a column, both counted from 0.
    @FunctionalInterface
    public interface Entry {
        double at(int row, int column);
    }

    /// The zero matrix of shape `(rows, columns)`.
    public static Matrix zeros(int rows, int columns) {
        return new Matrix(rows, columns, new double[MatrixChecks.entryCount(rows, columns)]);
    }

    /// The identity matrix of shape `(n, n)`: multiplying by it changes nothing.
    public static Matrix identity(int n) {
        return from(n, n, (r, c) -> r == c ? 1 : 0);
    }

    /// The diagonal matrix with these diagonal entries: square, and 0 everywhere else.
    public static Matrix diagonal(double... diagonal) {
        return from(diagonal.length, diagonal.length, (r, c) -> r == c ? diagonal[r] : 0);
    }

    /// The number of rows.
    public int rows() {
        return rows;
    }

    /// The number of columns.
    public int columns() {
        return columns;
    }

    /// The entry in a row and a column, both counted from 0.
    ///
    /// @throws IndexOutOfBoundsException if there is no such row or column
    public double get(int row, int column) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException(
                    "no row " + row + " and column " + column + " in a matrix of shape " + shape());
        }
        return values[row * columns + column];
    }

    /// Row `row`, shape `(columns)`.
    ///
    /// @throws IndexOutOfBoundsException if there is no such row
    public Vector row(int row) {
        double[] copy = new double[columns];
        copyRow(row, copy, 0);
        return Vector.of(copy);
    }

    /// Copies row `row` to `into` from index `at` on, for loops over many rows that should not allocate.
    ///
    /// @throws IndexOutOfBoundsException if there is no such row, or it does not fit there
    public void copyRow(int row, double[] into, int at) {
        MatrixChecks.requireRow(this, row);
        System.arraycopy(values, row * columns, into, at, columns);
    }

    /// Column `column`, shape `(rows)`.
    public Vector column(int column) {
        double[] copy = new double[rows];
        for (int r = 0; r < rows; r++) {
            copy[r] = get(r, column);
        }
        return Vector.of(copy);
    }

    /// The rows with these indices, in this order; an index may occur more than once.
    ///
    /// @throws IndexOutOfBoundsException if there is no such row
    public Matrix selectRows(int... indices) {
        double[] selected = new double[MatrixChecks.entryCount(indices.length, columns)];
        for (int i = 0; i < indices.length; i++) {
            MatrixChecks.requireRow(this, indices[i]);
            System.arraycopy(values, indices[i] * columns, selected, i * columns, columns);
        }
        return new Matrix(indices.length, columns, selected);
    }

    /// The columns with these indices, in this order; an index may occur more than once.
    public Matrix selectColumns(int... indices) {
        return from(rows, indices.length, (r, c) -> get(r, indices[c]));
    }

    /// The transpose: rows and columns swapped, shape `(columns, rows)`.
    public Matrix transpose() {
        return from(columns, rows, (r, c) -> values[c * columns + r]);
    }

    /// Matrix sum, elementwise.
    public Matrix plus(Matrix other) {
        return zip(other, "added", Double::sum);
    }

    /// Matrix difference, elementwise.
    public Matrix minus(Matrix other) {
        return zip(other, "subtracted", (own, theirs) -> own - theirs);
    }

    /// Scalar multiple: every entry multiplied by `factor`.
    public Matrix times(double factor) {
        return map(value -> factor * value);
    }

    /// Applies `function` to each entry.
    public Matrix map(DoubleUnaryOperator function) {
        return new Matrix(rows, columns, Arrays.stream(values).map(function).toArray());
    }

    /// Matrix–vector product, shape `(rows)` for `x` of shape `(columns)`: component r is the dot product of
    /// row r and `x`.
    ///
    /// @throws IllegalArgumentException if `x` does not have one component per column
    public Vector times(Vector x) {
        MatrixChecks.requireInnerSize(this, columns, x.size(), "(" + x.size() + ")");
        double[] product = new double[rows];
        Gemm.multiply(view(), DoubleView.of(x.toArray(), columns, 1), DoubleView.of(product, rows, 1), false);
        return Vector.of(product);
    }

    /// Matrix product, shape `(rows, other.columns)`: as a linear map, `other` is applied first and this
    /// matrix after it. O(rows · columns · other.columns), computed in blocks that stay in the cache.
    ///
    /// @throws IllegalArgumentException if `other` does not have one row per column of this matrix
    public Matrix times(Matrix other) {
        MatrixChecks.requireInnerSize(this, columns, other.rows, other.shape());
        Matrix result = zeros(rows, other.columns);
        Gemm.multiply(view(), other.view(), result.view(), false);
        return result;
    }

    /// The product of the transpose of this matrix with `other`, shape `(columns, other.columns)`, without
    /// computing the transpose. O(rows · columns · other.columns).
    public Matrix transposeTimes(Matrix other) {
        MatrixChecks.requireInnerSize(this, rows, other.rows, other.shape());
        Matrix result = zeros(columns, other.columns);
        Gemm.multiply(view().transpose(), other.view(), result.view(), false);
        return result;
    }

    /// The product of the transpose of this matrix with `x`, shape `(columns)` for `x` of shape `(rows)`,
    /// without computing the transpose.
    public Vector transposeTimes(Vector x) {
        MatrixChecks.requireInnerSize(this, rows, x.size(), "(" + x.size() + ")");
        double[] product = new double[columns];
        Gemm.multiply(DoubleView.of(x.toArray(), 1, rows), view(), DoubleView.of(product, 1, columns), false);
        return Vector.of(product);
    }

    /// Horizontal concatenation: the columns of this matrix, then those of `other`. Shape
    /// `(rows, columns + other.columns)`.
    public Matrix hstack(Matrix other) {
        if (rows != other.rows) {
            throw new IllegalArgumentException(
                    "hstack needs the same number of rows, got shapes " + shape() + " and " + other.shape());
        }
        return from(rows, columns + other.columns, (r, c) -> c < columns ? get(r, c) : other.get(r, c - columns));
    }

    /// The Frobenius norm: the square root of the sum of the squares of all entries.
    public double norm() {
        return Vector.of(values).norm();
    }

    /// The trace of a square matrix: the sum of its diagonal entries.
    ///
    /// @throws IllegalArgumentException if the matrix is not square
    public double trace() {
        MatrixChecks.requireSquare(this, "a trace");
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += get(i, i);
        }
        return sum;
    }

    /// A copy of the entries in row-major order, shape `(rows·columns)`.
    public double[] flatten() {
        return values.clone();
    }

    /// A copy of the rows.
    public double[][] toArray() {
        double[][] copy = new double[rows][];
        for (int r = 0; r < rows; r++) {
            copy[r] = Arrays.copyOfRange(values, r * columns, (r + 1) * columns);
        }
        return copy;
    }

    /// The shape, for example `(2, 3)`, as it appears in messages.
    public String shape() {
        return "(" + rows + ", " + columns + ")";
    }

    /// Whether `object` is a matrix of the same shape with equal entries, in the sense of
    /// [Arrays#equals(double[], double[])].
    @Override
    public boolean equals(Object object) {
        return object instanceof Matrix other
                && rows == other.rows
                && columns == other.columns
                && Arrays.equals(values, other.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(values);
    }

    /// The rows, for example `[1.0, 2.0; 3.0, 4.0]`.
    @Override
    public String toString() {
        return Arrays.stream(toArray())
                .map(Arrays::toString)
                .map(row -> row.substring(1, row.length() - 1))
                .collect(Collectors.joining("; ", "[", "]"));
    }

    private DoubleView view() {
        return DoubleView.of(values, rows, columns);
    }

    private Matrix zip(Matrix other, String verb, DoubleBinaryOperator operation) {
        MatrixChecks.requireSameShape(this, other, verb);
        double[] results = new double[values.length];
        for (int i = 0; i < results.length; i++) {
            results[i] = operation.applyAsDouble(values[i], other.values[i]);
        }
        return new Matrix(rows, columns, results);
    }
}
