package gradus.ml.classic;

import gradus.ml.kernel.DoubleView;
import gradus.ml.kernel.Gemm;
import gradus.ml.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A QR decomposition that grows by one column at a time and leaves out the columns that are linearly
/// dependent on those before them.
///
/// **Method.** Gram–Schmidt orthogonalisation, applied twice to each column: the second pass removes the
/// rounding errors of the first, so the basis is orthonormal up to rounding.
///
/// **Dependent columns.** What is left of a column after the columns before it have been subtracted is 0 in
/// exact arithmetic if the column depends on them. With rounded entries, it is as large as the rounding
/// errors of all columns in that combination. A column counts as dependent if no more than that is left. So
/// the scale of what varies decides, and neither the unit of a column nor its distance from 0.
///
/// **Cost.** O(n·k) for a column that meets k basis vectors.
///
/// Sources: L. Giraud, J. Langou, M. Rozložník and J. van den Eshof, "Rounding Error Analysis of the
/// Classical Gram–Schmidt Orthogonalization Process", Numerische Mathematik 101 (2005), 87–100.
final class ColumnBasis {

    private final int n;
    /// Basis vector i from index i·n on.
    private final double[] basis;
    /// Row i of R, the coordinates of the columns in the basis: entry j is for independent column j.
    private final double[][] r;
    /// The size of each independent column before it was centred.
    private final double[] sizes;
    private final List<Integer> independent = new ArrayList<>();
    private final List<double[]> coordinates = new ArrayList<>();
    private int count;

    /// The empty basis, for centred columns of length `n`: because their sums are 0, at most n − 1 of them
    /// are independent.
    ///
    /// @param columns the number of columns that will be offered
    ColumnBasis(int n, int columns) {
        this.n = n;
        int most = Math.min(n - 1, columns);
        basis = new double[most * n];
        r = new double[most][most];
        sizes = new double[most];
    }

    /// The basis of all centred columns.
    static ColumnBasis of(Centred centred, int rows) {
        var basis = new ColumnBasis(rows, centred.columns().size());
        centred.columns().forEach(basis::add);
        return basis;
    }

    /// The indices of the independent columns among those that were offered, ascending; k of them.
    List<Integer> independent() {
        return List.copyOf(independent);
    }

    /// The indices of the columns that depend on those before them, ascending.
    List<Integer> dependent() {
        return IntStream.range(0, coordinates.size())
                .filter(index -> !independent.contains(index))
                .boxed()
                .toList();
    }

    /// The coordinates in the basis of the column that was offered as number `index`, without what rounding
    /// left of it if it is dependent, shape `(k)`.
    double[] coordinates(int index) {
        return Arrays.copyOf(coordinates.get(index), count);
    }

    /// The basis vectors as columns, shape `(n, k)`.
    Matrix vectors() {
        return Matrix.from(n, count, (i, k) -> basis[k * n + i]);
    }

    /// Adds `column` unless it is numerically dependent on the columns added before. Returns whether it was
    /// added.
    boolean add(CentredColumn column) {
        double[] left = column.values().clone();
        double[] projection = project(left);
        double norm = CentredColumn.norm(left);
        boolean dependent = count == r.length || norm <= CentredColumn.EPSILON * roundingErrors(column, projection);
        if (!dependent) {
            for (int i = 0; i < count; i++) {
                r[i][count] = projection[i];
            }
            r[count][count] = norm;
            for (int i = 0; i < n; i++) {
                basis[count * n + i] = left[i] / norm;
            }
            independent.add(coordinates.size());
            sizes[count++] = column.size();
            projection = Arrays.copyOf(projection, count);
            projection[count - 1] = norm;
        }
        coordinates.add(projection);
        return !dependent;
    }

    /// Subtracts from `column` its projection onto the basis, in place. Returns the coordinates of the
    /// projection.
    double[] project(double[] column) {
        double[] projection = new double[count];
        for (int pass = 0; pass < 2 && count > 0; pass++) {
            DoubleView vectors = new DoubleView(basis, 0, count, n, n, 1);
            double[] more = new double[count];
            Gemm.multiply(vectors, DoubleView.of(column, n, 1), DoubleView.of(more, count, 1), false);
            for (int i = 0; i < count; i++) {
                projection[i] += more[i];
                more[i] = -more[i];
            }
            Gemm.multiply(DoubleView.of(more, 1, count), vectors, DoubleView.of(column, 1, n), true);
        }
        return projection;
    }

    /// The coefficients of the independent columns for these coordinates: back substitution with R.
    double[] coefficients(double[] ofProjection) {
        double[] solution = Arrays.copyOf(ofProjection, count);
        for (int i = count - 1; i >= 0; i--) {
            for (int j = i + 1; j < count; j++) {
                solution[i] -= r[i][j] * solution[j];
            }
            solution[i] /= r[i][i];
        }
        return solution;
    }

    /// The inverse of R, shape `(k, k)`.
    Matrix inverse() {
        double[][] columns = new double[count][count];
        for (int c = 0; c < count; c++) {
            columns[c][c] = 1;
            columns[c] = coefficients(columns[c]);
        }
        return Matrix.from(count, count, (i, c) -> columns[c][i]);
    }

    /// An upper bound, in units of 2⁻⁵², for what rounding alone can leave of a dependent column: the sizes
    /// of the columns times their weights in the combination, and the error of [#project].
    private double roundingErrors(CentredColumn column, double[] projection) {
        double[] weights = coefficients(projection);
        double errors = column.size() + 4 * Math.sqrt(count + 1) * CentredColumn.norm(column.values());
        for (int i = 0; i < count; i++) {
            errors += Math.abs(weights[i]) * sizes[i];
        }
        return errors;
    }
}
