package gradus.ml.linalg;

import java.util.ArrayList;
import java.util.List;

/// Tridiagonalisation of a symmetric matrix, `A = Q·T·Qᵀ` with an orthogonal Q, and the diagonalisation of T.
/// T is symmetric and tridiagonal: it is 0 except on the diagonal and next to it.
///
/// **Method.** Householder tridiagonalisation, then implicit QR steps with Wilkinson's shift, which work on
/// the diagonals and never form a whole matrix.
///
/// Source: G. Golub and C. Van Loan, *Matrix Computations*, 4th edition (2013), section 8.3.
///
/// @param diagonal diagonal of T, shape `(n)`
/// @param offDiagonal entry i is in row i and column i + 1 of T, shape `(n - 1)`
/// @param reflectors Householder reflectors; reflector j does not change the entries up to index j, and Q is
///     the product of the reflectors in ascending order
record Tridiagonal(double[] diagonal, double[] offDiagonal, List<double[]> reflectors) {

    /// More QR steps than any eigenvalue is known to need; about 2 are usual.
    private static final int MAX_STEPS = 60;

    /// Tridiagonalises the symmetric matrix with these rows, which are overwritten. O(n³): about 2n³
    /// operations.
    static Tridiagonal of(double[][] rows) {
        int n = rows.length;
        double[] offDiagonal = new double[Math.max(0, n - 1)];
        List<double[]> reflectors = new ArrayList<>();
        for (int k = 0; k < n - 2; k++) {
            double[] v = Householder.vector(rows[k], k + 1);
            Householder.reflect(v, rows[k], k + 1);
            reflectBothSides(rows, v, k + 1);
            offDiagonal[k] = rows[k][k + 1];
            reflectors.add(v);
        }
        if (n > 1) {
            offDiagonal[n - 2] = rows[n - 2][n - 1];
        }
        double[] diagonal = new double[n];
        for (int i = 0; i < n; i++) {
            diagonal[i] = rows[i][i];
        }
        return new Tridiagonal(diagonal, offDiagonal, reflectors);
    }

    /// The columns of Q, for [#diagonalise] to start from. O(n³).
    double[][] basis() {
        double[][] columns = Matrix.identity(diagonal.length).toArray();
        for (int c = 0; c < columns.length; c++) {
            for (int j = Math.min(c, reflectors.size()) - 1; j >= 0; j--) {
                Householder.reflect(reflectors.get(j), columns[c], j + 1);
            }
        }
        return columns;
    }

    /// Diagonalises T in place. Returns its eigenvalues, unsorted; `basis` becomes the eigenvectors of A, row
    /// i for eigenvalue i. O(n²), plus about 6n³ operations for the eigenvectors.
    double[] diagonalise(double[][] basis) {
        int end = diagonal.length - 1;
        int steps = 0;
        while (end > 0) {
            if (isNegligible(end - 1)) {
                end--;
                steps = 0;
                continue;
            }
            int start = end - 1;
            while (start > 0 && !isNegligible(start - 1)) {
                start--;
            }
            if (steps++ == MAX_STEPS) {
                throw new ArithmeticException(
                        "the QR algorithm did not converge within " + MAX_STEPS + " steps at row " + end);
            }
            qrStep(start, end, basis);
        }
        return diagonal;
    }

    /// `A ← H·A·H` from index `first` on. Because A is symmetric, that equals `A − v·wᵀ − w·vᵀ` with
    /// `w = 2·(A·v − (v·A·v)·v)`.
    private static void reflectBothSides(double[][] rows, double[] v, int first) {
        int n = rows.length;
        double[] w = new double[n];
        for (int i = first; i < n; i++) {
            w[i] = 2 * Blas1.dot(rows[i], v, first, n);
        }
        Blas1.addScaled(-Blas1.dot(w, v, first, n), v, w, first, n);
        for (int i = first; i < n; i++) {
            Blas1.addScaled(-v[i], w, rows[i], first, n);
            Blas1.addScaled(-w[i], v, rows[i], first, n);
        }
    }

    /// Whether off-diagonal entry `k` is below the rounding error of its neighbours on the diagonal.
    private boolean isNegligible(int k) {
        return Math.abs(offDiagonal[k]) <= Blas1.EPSILON * (Math.abs(diagonal[k]) + Math.abs(diagonal[k + 1]));
    }

    /// One implicit QR step on the rows from `start` to `end` (bulge chasing): the first rotation creates a
    /// non-zero entry outside the three diagonals, the *bulge*; each further rotation moves it down by a row,
    /// and the last one removes it.
    private void qrStep(int start, int end, double[][] basis) {
        double leading = diagonal[start] - wilkinsonShift(end);
        double bulge = offDiagonal[start];
        for (int k = start; k < end; k++) {
            double length = StrictMath.hypot(leading, bulge);
            double cosine = length == 0 ? 1 : leading / length;
            double sine = length == 0 ? 0 : -bulge / length;
            if (k > start) {
                offDiagonal[k - 1] = length;
            }
            double upper = diagonal[k];
            double lower = diagonal[k + 1];
            double cross = 2 * cosine * sine * offDiagonal[k];
            diagonal[k] = cosine * cosine * upper - cross + sine * sine * lower;
            diagonal[k + 1] = sine * sine * upper + cross + cosine * cosine * lower;
            offDiagonal[k] = cosine * sine * (upper - lower) + (cosine - sine) * (cosine + sine) * offDiagonal[k];
            if (k + 1 < end) {
                leading = offDiagonal[k];
                bulge = -sine * offDiagonal[k + 1];
                offDiagonal[k + 1] *= cosine;
            }
            Blas1.rotate(basis[k], basis[k + 1], cosine, sine);
        }
    }

    /// Wilkinson's shift: the eigenvalue of the trailing 2 × 2 block that is nearer to its last diagonal
    /// entry.
    private double wilkinsonShift(int end) {
        double half = (diagonal[end - 1] - diagonal[end]) / 2;
        double off = offDiagonal[end - 1];
        return diagonal[end] - off / (half + Math.copySign(StrictMath.hypot(half, off), half)) * off;
    }
}
