package gradus.ml.linalg;

import java.util.ArrayList;
import java.util.List;

/// A symmetric matrix turned into one that has numbers on its diagonal and beside it only, `A = Q·T·Qᵀ`,
/// and from there on into one that has them on its diagonal only.
///
/// Source: G. Golub and C. Van Loan, *Matrix Computations*, 4th edition (2013), section 8.3: Householder
/// tridiagonalisation, then QR steps with the shift of Wilkinson, which never form a whole matrix.
///
/// @param diagonal shape `(n)`
/// @param offDiagonal number i stands in row i and column i + 1, shape `(n - 1)`
/// @param reflectors reflection j leaves the places up to j alone; Q is their product, the first one first
record Tridiagonal(double[] diagonal, double[] offDiagonal, List<double[]> reflectors) {

    /// More QR steps than any eigenvalue was ever seen to need; about 2 are usual.
    private static final int MAX_STEPS = 60;

    /// Turns the symmetric matrix of these rows, which are used up. O(n³): about 2n³ operations.
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

    /// The columns of Q: what [#diagonalise] starts from. O(n³).
    double[][] basis() {
        double[][] columns = Matrix.identity(diagonal.length).toArray();
        for (int c = 0; c < columns.length; c++) {
            for (int j = Math.min(c, reflectors.size()) - 1; j >= 0; j--) {
                Householder.reflect(reflectors.get(j), columns[c], j + 1);
            }
        }
        return columns;
    }

    /// The eigenvalues of T, in no order; `basis` becomes the eigenvectors of A, row i that of value i.
    /// O(n²), and about 6n³ operations for the eigenvectors.
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
                throw new ArithmeticException("no eigenvalue was found within " + MAX_STEPS + " steps at row " + end);
            }
            qrStep(start, end, basis);
        }
        return diagonal;
    }

    /// `A ← H·A·H` from place `first` on. As A is symmetric, `A − v·wᵀ − w·vᵀ` with
    /// `w = 2·(A·v − (v·A·v)·v)` is the same.
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

    /// Whether the number beside the diagonal at `k` is lost in the rounding of its neighbours on it.
    private boolean isNegligible(int k) {
        return Math.abs(offDiagonal[k]) <= Blas1.EPSILON * (Math.abs(diagonal[k]) + Math.abs(diagonal[k + 1]));
    }

    /// One QR step on the rows from `start` to `end`. The first rotation makes a number outside the three
    /// diagonals; each further one drives it down by a row, and the last drives it out.
    private void qrStep(int start, int end, double[][] basis) {
        double ahead = diagonal[start] - wilkinsonShift(end);
        double bulge = offDiagonal[start];
        for (int k = start; k < end; k++) {
            double length = Math.hypot(ahead, bulge);
            double cosine = length == 0 ? 1 : ahead / length;
            double sine = length == 0 ? 0 : -bulge / length;
            if (k > start) {
                offDiagonal[k - 1] = length;
            }
            double upper = diagonal[k];
            double lower = diagonal[k + 1];
            double both = 2 * cosine * sine * offDiagonal[k];
            diagonal[k] = cosine * cosine * upper - both + sine * sine * lower;
            diagonal[k + 1] = sine * sine * upper + both + cosine * cosine * lower;
            offDiagonal[k] = cosine * sine * (upper - lower) + (cosine - sine) * (cosine + sine) * offDiagonal[k];
            if (k + 1 < end) {
                ahead = offDiagonal[k];
                bulge = -sine * offDiagonal[k + 1];
                offDiagonal[k + 1] *= cosine;
            }
            Blas1.rotate(basis[k], basis[k + 1], cosine, sine);
        }
    }

    /// Of the two eigenvalues of the last 2 rows and columns, the one nearer to the last number of the
    /// diagonal.
    private double wilkinsonShift(int end) {
        double half = (diagonal[end - 1] - diagonal[end]) / 2;
        double off = offDiagonal[end - 1];
        return diagonal[end] - off / (half + Math.copySign(Math.hypot(half, off), half)) * off;
    }
}
