package gradus.ml.linalg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;

/// A symmetric matrix A of shape `(n, n)` as directions that it only stretches:
/// `A = V·diag(eigenvalues)·Vᵀ` with V = `eigenvectors`.
///
/// Every symmetric matrix has n real eigenvalues and n eigenvectors at right angles. An eigenvector has no
/// length and no sign of its own: here its length is 1, and the first of its components whose size is
/// within a millionth of the largest is positive. Where eigenvalues are equal, any turn of their
/// eigenvectors in the space that they span is as right as the ones given.
///
/// @param eigenvalues the eigenvalues, largest first, shape `(n)`
/// @param eigenvectors column i is the eigenvector of value i, shape `(n, n)`
public record SymmetricEigen(Vector eigenvalues, Matrix eigenvectors) {

    /// Up to this many rows, rotations are quick enough.
    private static final int JACOBI_MAX_SIZE = 48;

    /// Several times as many rounds as any matrix needs.
    private static final int MAX_SWEEPS = 50;

    /// The eigenvalues and eigenvectors of `a`: as [#jacobi] finds them for small matrices, and otherwise
    /// by way of a matrix with three diagonals, which gives the same but for rounding in a fraction of the
    /// time. O(n³).
    ///
    /// @throws IllegalArgumentException if `a` is not symmetric, or a number in it is not finite
    public static SymmetricEigen of(Matrix a) {
        return a.rows() <= JACOBI_MAX_SIZE ? jacobi(a) : tridiagonal(a);
    }

    /// The eigenvalues and eigenvectors of `a`, by turning one plane after the other so that the number off
    /// the diagonal in that plane vanishes, until nothing is left off the diagonal. What vanished comes
    /// back a little with the next turns, but all of it together shrinks, in the end quadratically. O(n³)
    /// for each of about 10 rounds.
    ///
    /// Source: C. Jacobi (1846); G. Golub and C. Van Loan, *Matrix Computations*, 4th edition (2013),
    /// section 8.5.
    ///
    /// @throws IllegalArgumentException if `a` is not symmetric, or a number in it is not finite
    public static SymmetricEigen jacobi(Matrix a) {
        double[][] rows = MatrixChecks.symmetricRows(a, "eigenvectors at right angles");
        double scale = PowerOfTwoScaling.normalise(rows);
        double[][] vectors = Matrix.identity(rows.length).toArray();
        boolean rotated = true;
        // Rounding might keep a pair turning for ever; long before, nothing but rounding is left.
        for (int sweep = 0; rotated && sweep < MAX_SWEEPS; sweep++) {
            rotated = false;
            for (int p = 0; p < rows.length; p++) {
                for (int q = p + 1; q < rows.length; q++) {
                    if (Math.abs(rows[p][q]) > 0.25 * Blas1.EPSILON * Math.hypot(rows[p][p], rows[q][q])) {
                        rotate(rows, vectors, p, q);
                        rotated = true;
                    }
                }
            }
        }
        double[] values = new double[rows.length];
        Arrays.setAll(values, i -> rows[i][i] * scale);
        return sorted(values, vectors);
    }

    static SymmetricEigen tridiagonal(Matrix a) {
        double[][] rows = MatrixChecks.symmetricRows(a, "eigenvectors at right angles");
        double scale = PowerOfTwoScaling.normalise(rows);
        var three = Tridiagonal.of(rows);
        double[][] vectors = three.basis();
        double[] values = three.diagonalise(vectors);
        Arrays.setAll(values, i -> values[i] * scale);
        return sorted(values, vectors);
    }

    /// The eigenvector of value `index`, shape `(n)`, of length 1.
    public Vector eigenvector(int index) {
        return eigenvectors.column(index);
    }

    /// The matrix with the same eigenvectors whose eigenvalues are `function` of those of A: with
    /// `Math::sqrt`, the matrix whose square is A. O(n³).
    public Matrix matrixFunction(DoubleUnaryOperator function) {
        int n = eigenvalues.size();
        double[] mapped = new double[n];
        Arrays.setAll(mapped, i -> function.applyAsDouble(eigenvalues.get(i)));
        Matrix scaled = Matrix.from(n, n, (r, c) -> eigenvectors.get(r, c) * mapped[c]);
        return scaled.times(eigenvectors.transpose());
    }

    /// Turns the plane of the axes p and q by the angle, at most 45 degrees, after which row p has 0 at
    /// column q.
    private static void rotate(double[][] rows, double[][] eigenvectors, int p, int q) {
        double cotangent = (rows[q][q] - rows[p][p]) / (2 * rows[p][q]);
        double tangent = Math.copySign(1, cotangent) / (Math.abs(cotangent) + Math.hypot(cotangent, 1));
        double cosine = 1 / Math.hypot(tangent, 1);
        double sine = tangent * cosine;
        Blas1.rotate(rows[p], rows[q], cosine, sine);
        for (double[] row : rows) {
            double old = row[p];
            row[p] = cosine * old - sine * row[q];
            row[q] = sine * old + cosine * row[q];
        }
        rows[p][q] = rows[q][p] = 0;
        Blas1.rotate(eigenvectors[p], eigenvectors[q], cosine, sine);
    }

    /// @param eigenvectors row i is the eigenvector of value i
    private static SymmetricEigen sorted(double[] eigenvalues, double[][] eigenvectors) {
        int n = eigenvalues.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> -eigenvalues[i]));
        double[] descending = new double[n];
        Arrays.setAll(descending, i -> eigenvalues[order[i]]);
        boolean[] flip = new boolean[n];
        for (int i = 0; i < n; i++) {
            flip[i] = Blas1.shouldFlipSign(eigenvectors[i]);
        }
        return new SymmetricEigen(
                Vector.of(descending),
                Matrix.from(n, n, (r, c) -> flip[order[c]] ? -eigenvectors[order[c]][r] : eigenvectors[order[c]][r]));
    }
}
