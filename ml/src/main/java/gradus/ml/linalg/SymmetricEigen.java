package gradus.ml.linalg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;

/// Eigendecomposition (spectral decomposition) of a symmetric matrix A of shape `(n, n)`:
/// `A = V·diag(eigenvalues)·Vᵀ` with V = `eigenvectors`. A maps each eigenvector to a multiple of itself, by
/// its eigenvalue.
///
/// Every symmetric matrix has n real eigenvalues and n orthonormal eigenvectors. Eigenvalues are in
/// descending order; NumPy's `eigh` sorts them in ascending order.
///
/// **Not unique.** The sign of an eigenvector is arbitrary: here the leading component is positive, the first
/// whose absolute value is at least 1 − 1e-6 times the largest. If eigenvalues are equal, any orthonormal
/// basis of their eigenspace is a valid result.
///
/// @param eigenvalues in descending order, shape `(n)`
/// @param eigenvectors column i is the unit eigenvector of eigenvalue i, shape `(n, n)`
public record SymmetricEigen(Vector eigenvalues, Matrix eigenvectors) {

    /// Up to this many rows, Jacobi rotations are fast enough.
    private static final int JACOBI_MAX_SIZE = 48;

    /// Several times as many sweeps as any matrix needs.
    private static final int MAX_SWEEPS = 50;

    /// The eigenvalues and eigenvectors of `a`. Small matrices go to [#jacobi]; larger ones are reduced to
    /// tridiagonal form first, which gives the same result up to rounding and is several times faster. O(n³).
    ///
    /// @throws IllegalArgumentException if `a` is not symmetric, or an entry is not finite
    /// @throws ArithmeticException if an eigenvalue does not fit into a `double`
    public static SymmetricEigen of(Matrix a) {
        return a.rows() <= JACOBI_MAX_SIZE ? jacobi(a) : tridiagonal(a);
    }

    /// The eigenvalues and eigenvectors of `a` by the Jacobi eigenvalue algorithm: each rotation, in the
    /// plane of two axes, makes one off-diagonal entry 0. Later rotations make it non-zero again, but the sum
    /// of squares of all off-diagonal entries shrinks, eventually quadratically. O(n³) for each of about 10
    /// sweeps.
    ///
    /// Source: C. Jacobi (1846); G. Golub and C. Van Loan, *Matrix Computations*, 4th edition (2013), section
    /// 8.5.
    ///
    /// @throws IllegalArgumentException if `a` is not symmetric, or an entry is not finite
    /// @throws ArithmeticException if an eigenvalue does not fit into a `double`
    public static SymmetricEigen jacobi(Matrix a) {
        double[][] rows = MatrixChecks.symmetricRows(a, "orthonormal eigenvectors");
        int exponent = PowerOfTwoScaling.normalise(rows);
        double[][] vectors = Matrix.identity(rows.length).toArray();
        boolean rotated = true;
        // Rounding might keep a pair rotating endlessly; long before, only rounding errors are left.
        for (int sweep = 0; rotated && sweep < MAX_SWEEPS; sweep++) {
            rotated = false;
            for (int p = 0; p < rows.length; p++) {
                for (int q = p + 1; q < rows.length; q++) {
                    if (Math.abs(rows[p][q]) > 0.25 * Blas1.EPSILON * StrictMath.hypot(rows[p][p], rows[q][q])) {
                        rotate(rows, vectors, p, q);
                        rotated = true;
                    }
                }
            }
        }
        double[] values = new double[rows.length];
        Arrays.setAll(values, i -> rows[i][i]);
        return sorted(values, exponent, vectors);
    }

    /// The eigenvalues and eigenvectors of `a` by reduction to tridiagonal form: see [Tridiagonal].
    static SymmetricEigen tridiagonal(Matrix a) {
        double[][] rows = MatrixChecks.symmetricRows(a, "orthonormal eigenvectors");
        int exponent = PowerOfTwoScaling.normalise(rows);
        var tridiagonal = Tridiagonal.of(rows);
        double[][] vectors = tridiagonal.basis();
        double[] values = tridiagonal.diagonalise(vectors);
        return sorted(values, exponent, vectors);
    }

    /// The unit eigenvector of eigenvalue `index`, shape `(n)`.
    public Vector eigenvector(int index) {
        return eigenvectors.column(index);
    }

    /// Matrix function: the matrix with the same eigenvectors and with `function` applied to the eigenvalues.
    /// `Math::sqrt` gives the matrix square root, the matrix whose square is A. O(n³).
    ///
    /// Rounding can make an eigenvalue of 0 slightly negative: for the square root of a matrix without full
    /// rank, use `x -> Math.sqrt(Math.max(0, x))`.
    ///
    /// @throws IllegalArgumentException if `function` is not finite at an eigenvalue
    public Matrix matrixFunction(DoubleUnaryOperator function) {
        int n = eigenvalues.size();
        double[] mapped = new double[n];
        for (int i = 0; i < n; i++) {
            mapped[i] = function.applyAsDouble(eigenvalues.get(i));
            if (!Double.isFinite(mapped[i])) {
                throw new IllegalArgumentException("the function must be finite at every eigenvalue, but is "
                        + mapped[i] + " at " + eigenvalues.get(i) + "; the matrix function does not exist");
            }
        }
        Matrix scaled = Matrix.from(n, n, (r, c) -> eigenvectors.get(r, c) * mapped[c]);
        return scaled.times(eigenvectors.transpose());
    }

    /// Jacobi rotation in the plane of the axes p and q, by the angle of at most 45 degrees that makes the
    /// entry at row p and column q 0.
    private static void rotate(double[][] rows, double[][] eigenvectors, int p, int q) {
        double cotangent = (rows[q][q] - rows[p][p]) / (2 * rows[p][q]);
        double tangent = Math.copySign(1, cotangent) / (Math.abs(cotangent) + StrictMath.hypot(cotangent, 1));
        double cosine = 1 / StrictMath.hypot(tangent, 1);
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

    /// @param eigenvalues without their factor `2^exponent`
    /// @param eigenvectors row i is the eigenvector of eigenvalue i
    private static SymmetricEigen sorted(double[] eigenvalues, int exponent, double[][] eigenvectors) {
        int n = eigenvalues.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> -eigenvalues[i]));
        double[] descending = new double[n];
        Arrays.setAll(descending, i -> PowerOfTwoScaling.undo(eigenvalues[order[i]], exponent, "an eigenvalue"));
        boolean[] flip = new boolean[n];
        for (int i = 0; i < n; i++) {
            flip[i] = Blas1.shouldFlipSign(eigenvectors[i]);
        }
        return new SymmetricEigen(
                Vector.of(descending),
                Matrix.from(n, n, (r, c) -> flip[order[c]] ? -eigenvectors[order[c]][r] : eigenvectors[order[c]][r]));
    }
}
