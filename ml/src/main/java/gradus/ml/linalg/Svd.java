package gradus.ml.linalg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// A matrix A of shape `(m, n)` as a turn, a stretch along the axes and another turn:
/// `A = u·diag(singularValues)·vᵀ`, with k = min(m, n). Every matrix has one.
///
/// The singular values are how long A makes unit vectors at right angles; they are never negative. The
/// signs of column i of `u` and `v` belong together: here the first component of that of `v` whose size is
/// within a millionth of the largest is positive. Where a singular value is 0, both columns are any that
/// complete the others.
///
/// @param u columns of length 1 at right angles, shape `(m, k)`
/// @param singularValues none negative, largest first, shape `(k)`
/// @param v columns of length 1 at right angles, shape `(n, k)`
public record Svd(Matrix u, Vector singularValues, Matrix v) {

    /// Several times as many rounds as any matrix needs.
    private static final int MAX_SWEEPS = 50;

    /// The decomposition of `a`, by one-sided Jacobi: pairs of columns are turned in their plane until all
    /// are at right angles. Their lengths are then the singular values, to high relative accuracy. O(m·n·k)
    /// for a tall or wide matrix, and O(k³) for each of about 10 rounds.
    ///
    /// Source: M. Hestenes, "Inversion of Matrices by Biorthogonalization and Related Results", Journal of
    /// the SIAM 6 (1958); Z. Drmač and K. Veselić, "New Fast and Accurate Jacobi SVD Algorithm", SIAM J.
    /// Matrix Anal. Appl. 29 (2008). As there, the columns that are turned are not those of A but of `rᵀ`,
    /// where `A = q·r` with the longest columns of A first: they are few where A has many rows, and nearly
    /// at right angles to begin with. The turns together are then what `q` is multiplied with for `u`, and
    /// the columns, brought to length 1, are those of `v`.
    ///
    /// @throws IllegalArgumentException if a number in `a` is not finite
    public static Svd of(Matrix a) {
        MatrixChecks.finiteRows(a);
        if (a.rows() < a.columns()) {
            Svd tall = of(a.transpose());
            return new Svd(tall.v, tall.singularValues, tall.u).withSignConvention();
        }
        int n = a.columns();
        int[] longestFirst = argsortDescending(n, c -> a.column(c).norm());
        Qr qr = Qr.of(a.selectColumns(longestFirst));
        double[][] columns = qr.r().toArray();
        double scale = PowerOfTwoScaling.normalise(columns);
        double[][] rotations = Matrix.identity(n).toArray();
        // Rounding might keep a pair turning for ever; long before, nothing but rounding is left.
        for (int sweep = 0; sweep < MAX_SWEEPS && sweep(columns, rotations); sweep++) {}

        int[] order = argsortDescending(n, c -> Blas1.norm(columns[c], 0));
        double[] values = new double[n];
        double[][] right = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] column = columns[order[i]];
            double length = Blas1.norm(column, 0);
            // Squares of what is shorter than this vanish, and no right angle can be seen to.
            boolean isZero = length < 1e-150;
            values[i] = isZero ? 0 : length * scale;
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
        return new Svd(qr.q().times(left), Vector.of(values), Matrix.from(n, n, (r, c) -> rows[r][c]))
                .withSignConvention();
    }

    /// The matrix of rank `rank` nearest to A, of shape `(m, n)`: the sum of the first `rank` terms. The
    /// square of its distance in the Frobenius norm is the sum of the squares of the singular values left
    /// out (Eckart and Young 1936). O(m·n·rank).
    ///
    /// @throws IllegalArgumentException if `rank` is not between 0 and k
    public Matrix truncate(int rank) {
        if (rank < 0 || rank > singularValues.size()) {
            throw new IllegalArgumentException("a matrix with " + singularValues.size()
                    + " singular values can be cut to a rank from 0 to " + singularValues.size() + ", got " + rank);
        }
        Matrix scaled = Matrix.from(u.rows(), rank, (r, c) -> u.get(r, c) * singularValues.get(c));
        return scaled.times(Matrix.from(rank, v.rows(), (r, c) -> v.get(c, r)));
    }

    /// How many singular values are more than rounding leaves of 0: more than max(m, n)·2⁻⁵² times the
    /// largest.
    public int rank() {
        return rank(Math.max(u.rows(), v.rows()) * Blas1.EPSILON);
    }

    /// How many singular values are more than `relativeTolerance` times the largest.
    ///
    /// @param relativeTolerance at least 0 and less than 1
    public int rank(double relativeTolerance) {
        if (!(relativeTolerance >= 0 && relativeTolerance < 1)) {
            throw new IllegalArgumentException(
                    "singular values count from a share of the largest on that is at least 0 and less than 1, got "
                            + relativeTolerance);
        }
        int rank = 0;
        while (rank < singularValues.size() && singularValues.get(rank) > relativeTolerance * singularValues.get(0)) {
            rank++;
        }
        return rank;
    }

    /// The largest singular value over the smallest: by what factor A can make a relative error grow. About
    /// log10 of it digits are lost in solving with A. Infinite if A is not of full rank, 1 for the empty
    /// matrix.
    public double conditionNumber() {
        int k = singularValues.size();
        if (k == 0) {
            return 1;
        }
        double smallest = singularValues.get(k - 1);
        return smallest == 0 ? Double.POSITIVE_INFINITY : singularValues.get(0) / smallest;
    }

    /// The pseudo-inverse of A, shape `(n, m)`, with the singular values up to [#rank()] inverted: the
    /// matrix X with `A·X·A = A` and `X·A·X = X` for which `A·X` and `X·A` are symmetric (Penrose 1955).
    /// O(m·n·k).
    public Matrix pseudoInverse() {
        return pseudoInverse(Math.max(u.rows(), v.rows()) * Blas1.EPSILON);
    }

    /// The pseudo-inverse of A, shape `(n, m)`, in which singular values up to `relativeTolerance` times the
    /// largest count as 0.
    ///
    /// @param relativeTolerance at least 0 and less than 1
    public Matrix pseudoInverse(double relativeTolerance) {
        int rank = rank(relativeTolerance);
        Matrix scaled = Matrix.from(v.rows(), rank, (r, c) -> v.get(r, c) / singularValues.get(c));
        return scaled.times(Matrix.from(rank, u.rows(), (r, c) -> u.get(c, r)));
    }

    /// The places from 0 to n - 1, that of the largest size first.
    private static int[] argsortDescending(int n, IntToDoubleFunction size) {
        double[] sizes = new double[n];
        Arrays.setAll(sizes, size);
        return IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -sizes[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    /// One round over all pairs of columns; whether any had to be turned.
    private static boolean sweep(double[][] columns, double[][] rotations) {
        int n = columns.length;
        double orthogonalityTolerance = Math.max(10, Math.sqrt(n)) * Blas1.EPSILON;
        boolean rotated = false;
        for (int p = 0; p < n; p++) {
            for (int q = p + 1; q < n; q++) {
                double own = Blas1.dot(columns[p], columns[p], 0, n);
                double other = Blas1.dot(columns[q], columns[q], 0, n);
                double both = Blas1.dot(columns[p], columns[q], 0, n);
                if (Math.abs(both) > orthogonalityTolerance * Math.sqrt(own) * Math.sqrt(other)
                        && Math.abs(both) > 1e-300) {
                    double cotangent = (other - own) / (2 * both);
                    double tangent = Math.copySign(1, cotangent) / (Math.abs(cotangent) + Math.hypot(cotangent, 1));
                    double cosine = 1 / Math.hypot(tangent, 1);
                    Blas1.rotate(columns[p], columns[q], cosine, tangent * cosine);
                    Blas1.rotate(rotations[p], rotations[q], cosine, tangent * cosine);
                    rotated = true;
                }
            }
        }
        return rotated;
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
