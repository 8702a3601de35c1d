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
/// @param beside number i stands in row i and column i + 1, shape `(n - 1)`
/// @param mirrors reflection j leaves the places up to j alone; Q is their product, the first one first
record Tridiagonal(double[] diagonal, double[] beside, List<double[]> mirrors) {

    /// More QR steps than any eigenvalue was ever seen to need; about 2 are usual.
    private static final int STEPS = 60;

    /// Turns the symmetric matrix of these rows, which are used up. O(n³): about 2n³ operations.
    static Tridiagonal of(double[][] rows) {
        int n = rows.length;
        double[] beside = new double[Math.max(0, n - 1)];
        List<double[]> mirrors = new ArrayList<>();
        for (int k = 0; k < n - 2; k++) {
            double[] normal = Householder.normal(rows[k], k + 1);
            Householder.reflect(normal, rows[k], k + 1);
            reflectBothSides(rows, normal, k + 1);
            beside[k] = rows[k][k + 1];
            mirrors.add(normal);
        }
        if (n > 1) {
            beside[n - 2] = rows[n - 2][n - 1];
        }
        double[] diagonal = new double[n];
        for (int i = 0; i < n; i++) {
            diagonal[i] = rows[i][i];
        }
        return new Tridiagonal(diagonal, beside, mirrors);
    }

    /// The columns of Q: what [#diagonalise] starts from. O(n³).
    double[][] basis() {
        double[][] columns = Matrix.identity(diagonal.length).toArray();
        for (int c = 0; c < columns.length; c++) {
            for (int j = Math.min(c, mirrors.size()) - 1; j >= 0; j--) {
                Householder.reflect(mirrors.get(j), columns[c], j + 1);
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
            if (isNothing(end - 1)) {
                end--;
                steps = 0;
                continue;
            }
            int start = end - 1;
            while (start > 0 && !isNothing(start - 1)) {
                start--;
            }
            if (steps++ == STEPS) {
                throw new ArithmeticException("no eigenvalue was found within " + STEPS + " steps at row " + end);
            }
            step(start, end, basis);
        }
        return diagonal;
    }

    /// `A ← H·A·H` from place `first` on. As A is symmetric, `A − v·wᵀ − w·vᵀ` with
    /// `w = 2·(A·v − (v·A·v)·v)` is the same.
    private static void reflectBothSides(double[][] rows, double[] normal, int first) {
        int n = rows.length;
        double[] w = new double[n];
        for (int i = first; i < n; i++) {
            w[i] = 2 * Loops.dot(rows[i], normal, first, n);
        }
        Loops.addScaled(-Loops.dot(w, normal, first, n), normal, w, first, n);
        for (int i = first; i < n; i++) {
            Loops.addScaled(-normal[i], w, rows[i], first, n);
            Loops.addScaled(-w[i], normal, rows[i], first, n);
        }
    }

    /// Whether the number beside the diagonal at `k` is lost in the rounding of its neighbours on it.
    private boolean isNothing(int k) {
        return Math.abs(beside[k]) <= Loops.EPSILON * (Math.abs(diagonal[k]) + Math.abs(diagonal[k + 1]));
    }

    /// One QR step on the rows from `start` to `end`. The first rotation makes a number outside the three
    /// diagonals; each further one drives it down by a row, and the last drives it out.
    private void step(int start, int end, double[][] basis) {
        double ahead = diagonal[start] - shift(end);
        double bulge = beside[start];
        for (int k = start; k < end; k++) {
            double length = Math.hypot(ahead, bulge);
            double cosine = length == 0 ? 1 : ahead / length;
            double sine = length == 0 ? 0 : -bulge / length;
            if (k > start) {
                beside[k - 1] = length;
            }
            double upper = diagonal[k];
            double lower = diagonal[k + 1];
            double both = 2 * cosine * sine * beside[k];
            diagonal[k] = cosine * cosine * upper - both + sine * sine * lower;
            diagonal[k + 1] = sine * sine * upper + both + cosine * cosine * lower;
            beside[k] = cosine * sine * (upper - lower) + (cosine - sine) * (cosine + sine) * beside[k];
            if (k + 1 < end) {
                ahead = beside[k];
                bulge = -sine * beside[k + 1];
                beside[k + 1] *= cosine;
            }
            Loops.rotate(basis[k], basis[k + 1], cosine, sine);
        }
    }

    /// Of the two eigenvalues of the last 2 rows and columns, the one nearer to the last number of the
    /// diagonal.
    private double shift(int end) {
        double half = (diagonal[end - 1] - diagonal[end]) / 2;
        double off = beside[end - 1];
        return diagonal[end] - off / (half + Math.copySign(Math.hypot(half, off), half)) * off;
    }
}
