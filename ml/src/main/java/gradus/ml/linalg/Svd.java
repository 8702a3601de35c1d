package gradus.ml.linalg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Singular value decomposition, reduced (thin), of a matrix A of shape `(m, n)`:
/// `A = u·diag(singularValues)·vᵀ` with k = min(m, n). Every matrix has one. As a linear map, A is a rotation
/// or reflection, then a scaling along the axes, then another rotation or reflection.
///
/// A maps column i of `v` to singular value i times column i of `u`. Unlike NumPy, which returns `vᵀ`, `v`
/// has the right singular vectors as its columns.
///
/// **Not unique.** Singular vectors are determined only up to sign: column i of `u` and column i of `v` can
/// be negated together. Here the leading component of each column of `v` is positive: the first whose
/// absolute value is at least 1 − 1e-6 times the largest. Equal singular values determine only the subspaces
/// that their singular vectors span. For singular value 0, the columns of `u` and of `v` are arbitrary
/// vectors that make the columns orthonormal.
///
/// @param u left singular vectors: orthonormal columns, shape `(m, k)`
/// @param singularValues non-negative, in descending order, shape `(k)`
/// @param v right singular vectors: orthonormal columns, shape `(n, k)`
public record Svd(Matrix u, Vector singularValues, Matrix v) {

    /// Several times as many sweeps as any matrix needs.
    private static final int MAX_SWEEPS = 50;

    /// Singular values below this, for a matrix whose largest entry is near 1, are returned as 0: the squares
    /// of smaller numbers would lose digits to underflow, so their singular vectors would not be orthogonal.
    private static final double NEGLIGIBLE = 1e-140;

    /// The decomposition of `a` by the one-sided Jacobi method: pairs of columns are rotated in their plane
    /// until all columns are orthogonal. Their norms are then the singular values. Small singular values also
    /// have a small relative error if A is well conditioned after its columns (for m < n, its rows) are
    /// scaled to norm 1; below about 1e-140 times the largest entry of A, they are returned as 0. O(m·n·k),
    /// plus O(k³) for each of about 10 sweeps over all pairs of columns.
    ///
    /// **Method.** If m < n, the transpose is decomposed instead. The rotations are applied to the columns of
    /// `rᵀ`, where `A·P = q·r` is a QR decomposition and the permutation P sorts the columns of A by
    /// descending norm. These columns have length n instead of m and are closer to orthogonal, so fewer
    /// sweeps are needed. `u` is `q` times the product of the rotations, and `v` is P times the normalised
    /// columns.
    ///
    /// Sources: M. Hestenes, "Inversion of Matrices by Biorthogonalization and Related Results", Journal of
    /// the SIAM 6 (1958); Z. Drmač and K. Veselić, "New Fast and Accurate Jacobi SVD Algorithm", SIAM J.
    /// Matrix Anal. Appl. 29 (2008), for the QR decomposition before the rotations.
    ///
    /// @throws IllegalArgumentException if an entry of `a` is not finite
    /// @throws ArithmeticException if a singular value does not fit into a `double`
    public static Svd of(Matrix a) {
        double[][] rows = MatrixChecks.finiteRows(a);
        int exponent = PowerOfTwoScaling.normalise(rows);
        Matrix scaled = MatrixChecks.ofShape(a.rows(), a.columns(), rows);
        boolean wide = a.rows() < a.columns();
        Svd svd = ofTall(wide ? scaled.transpose() : scaled);
        double[] values = svd.singularValues.toArray();
        Arrays.setAll(values, i -> PowerOfTwoScaling.undo(values[i], exponent, "a singular value"));
        return new Svd(wide ? svd.v : svd.u, Vector.of(values), wide ? svd.u : svd.v).withSignConvention();
    }

    /// The decomposition of a matrix with at least as many rows as columns, whose largest entry is near 1.
    private static Svd ofTall(Matrix a) {
        int n = a.columns();
        int[] longestFirst = argsortDescending(n, c -> a.column(c).norm());
        Qr qr = Qr.of(a.selectColumns(longestFirst));
        double[][] columns = qr.r().toArray();
        double[][] rotations = Matrix.identity(n).toArray();
        // Rounding might keep a pair rotating endlessly; long before, only rounding errors are left.
        for (int sweep = 0; sweep < MAX_SWEEPS && sweep(columns, rotations); sweep++) {}

        int[] order = argsortDescending(n, c -> Blas1.norm(columns[c], 0));
        double[] values = new double[n];
        double[][] right = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] column = columns[order[i]];
            double length = Blas1.norm(column, 0);
            boolean isZero = length < NEGLIGIBLE;
            values[i] = isZero ? 0 : length;
            right[i] = isZero
                    ? Orthonormal.extend(right, i, n)
                    : Arrays.stream(column).map(x -> x / length).toArray();
        }
        Matrix left = Matrix.from(n, n, (r, c) -> rotations[order[c]][r]);
        double[][] rows = new double[n][n];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                rows[longestFirst[r]][c] = right[c][r];
            }
        }
        return new Svd(qr.q().times(left), Vector.of(values), Matrix.from(n, n, (r, c) -> rows[r][c]));
    }

    /// Truncated SVD: the best approximation of A by a matrix of rank at most `rank`, shape `(m, n)`. No such
    /// matrix has a smaller error in the Frobenius norm; the square of this error is the sum of the squares
    /// of the omitted singular values (Eckart and Young 1936). O(m·n·rank).
    ///
    /// @throws IllegalArgumentException if `rank` is not between 0 and k
    public Matrix truncate(int rank) {
        if (rank < 0 || rank > singularValues.size()) {
            throw new IllegalArgumentException("rank must be from 0 to " + singularValues.size() + ", got " + rank);
        }
        Matrix scaled = Matrix.from(u.rows(), rank, (r, c) -> u.get(r, c) * singularValues.get(c));
        return scaled.times(Matrix.from(rank, v.rows(), (r, c) -> v.get(c, r)));
    }

    /// The numerical rank: the number of singular values greater than max(m, n)·2⁻⁵² times the largest, the
    /// default tolerance of NumPy's `matrix_rank`. Singular values below it may be rounding errors.
    public int rank() {
        return rank(Math.max(u.rows(), v.rows()) * Blas1.EPSILON);
    }

    /// The numerical rank: the number of singular values greater than `relativeTolerance` times the largest.
    ///
    /// @param relativeTolerance at least 0 and less than 1
    /// @throws IllegalArgumentException if `relativeTolerance` is out of range
    public int rank(double relativeTolerance) {
        if (!(relativeTolerance >= 0 && relativeTolerance < 1)) {
            throw new IllegalArgumentException(
                    "relativeTolerance must be at least 0 and less than 1, got " + relativeTolerance);
        }
        int rank = 0;
        while (rank < singularValues.size() && singularValues.get(rank) > relativeTolerance * singularValues.get(0)) {
            rank++;
        }
        return rank;
    }

    /// The condition number, the largest singular value divided by the smallest: the largest factor by which
    /// solving `A·x = b` can amplify a relative error. About log₁₀(condition number) decimal digits are lost.
    /// Infinite if the smallest singular value is 0; 1 for the empty matrix.
    public double conditionNumber() {
        int k = singularValues.size();
        if (k == 0) {
            return 1;
        }
        double smallest = singularValues.get(k - 1);
        return smallest == 0 ? Double.POSITIVE_INFINITY : singularValues.get(0) / smallest;
    }

    /// The Moore–Penrose pseudo-inverse of A, shape `(n, m)`: the matrix X with `A·X·A = A` and `X·A·X = X`
    /// for which `A·X` and `X·A` are symmetric (Penrose 1955). `X·b` is the minimum-norm least-squares
    /// solution of `A·x = b`. Only the first [#rank()] singular values are inverted; the others are treated
    /// as 0. O(m·n·k).
    public Matrix pseudoInverse() {
        return pseudoInverse(Math.max(u.rows(), v.rows()) * Blas1.EPSILON);
    }

    /// The pseudo-inverse of A, shape `(n, m)`, with singular values of at most `relativeTolerance` times the
    /// largest treated as 0.
    ///
    /// @param relativeTolerance at least 0 and less than 1
    /// @throws IllegalArgumentException if `relativeTolerance` is out of range
    /// @throws ArithmeticException if the inverse of a singular value does not fit into a `double`
    public Matrix pseudoInverse(double relativeTolerance) {
        int rank = rank(relativeTolerance);
        double[] inverses = new double[rank];
        Arrays.setAll(
                inverses, c -> PowerOfTwoScaling.undo(1 / singularValues.get(c), 0, "the inverse of a singular value"));
        Matrix scaled = Matrix.from(v.rows(), rank, (r, c) -> v.get(r, c) * inverses[c]);
        return scaled.times(Matrix.from(rank, u.rows(), (r, c) -> u.get(c, r)));
    }

    /// The indices from 0 to n - 1 in descending order of `key`.
    private static int[] argsortDescending(int n, IntToDoubleFunction key) {
        double[] keys = new double[n];
        Arrays.setAll(keys, key);
        return IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -keys[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    /// One sweep over all pairs of columns. Returns whether any pair had to be rotated.
    private static boolean sweep(double[][] columns, double[][] rotations) {
        int n = columns.length;
        double orthogonalityTolerance = Math.max(10, Math.sqrt(n)) * Blas1.EPSILON;
        double[] squares = new double[n];
        Arrays.setAll(squares, c -> square(columns[c]));
        boolean rotated = false;
        for (int p = 0; p < n; p++) {
            for (int q = p + 1; q < n; q++) {
                double dot = Blas1.dot(columns[p], columns[q], 0, n);
                if (Math.abs(dot) > orthogonalityTolerance * Math.sqrt(squares[p]) * Math.sqrt(squares[q])
                        && Math.min(squares[p], squares[q]) >= NEGLIGIBLE * NEGLIGIBLE) {
                    double cotangent = (squares[q] - squares[p]) / (2 * dot);
                    double tangent =
                            Math.copySign(1, cotangent) / (Math.abs(cotangent) + StrictMath.hypot(cotangent, 1));
                    double cosine = 1 / StrictMath.hypot(tangent, 1);
                    Blas1.rotate(columns[p], columns[q], cosine, tangent * cosine);
                    Blas1.rotate(rotations[p], rotations[q], cosine, tangent * cosine);
                    squares[p] = square(columns[p]);
                    squares[q] = square(columns[q]);
                    rotated = true;
                }
            }
        }
        return rotated;
    }

    private static double square(double[] column) {
        return Blas1.dot(column, column, 0, column.length);
    }

    private Svd withSignConvention() {
        double[] signs = new double[singularValues.size()];
        Arrays.setAll(signs, i -> Blas1.shouldFlipSign(v.column(i).toArray()) ? -1 : 1);
        return new Svd(
                Matrix.from(u.rows(), u.columns(), (r, c) -> signs[c] * u.get(r, c)),
                singularValues,
                Matrix.from(v.rows(), v.columns(), (r, c) -> signs[c] * v.get(r, c)));
    }
}
