package gradus.ml.classic;

import gradus.ml.kernel.DoubleView;
import gradus.ml.kernel.Gemm;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.ArrayList;
import java.util.List;

/// Finds the k nearest of n rows for each of m queries, by looking at all of them.
///
/// For the Euclidean metric there is a quick form with the same answer, ties included. A squared distance
/// is `‖q‖² − 2·q·x + ‖x‖²`, and the products are one product of matrices. Rounding can change their
/// order, so they only sort out: the distance, as it is defined, is taken for each row that comes within
/// the rounding of the k-th least.
record NeighbourSearch(Matrix rows, Metric metric) {

    /// The queries from which on the quick form pays.
    private static final int FEW = 8;

    /// The products that are kept at a time: 8 MiB of them.
    private static final int PRODUCTS = 1 << 20;

    /// The k nearest rows for each row of `queries`. O(m·n·d).
    List<NearestHeap.Neighbours> find(Matrix queries, int k) {
        if (metric == Metric.EUCLIDEAN && queries.rows() >= FEW) {
            return quickly(queries, k);
        }
        return plainly(queries, k);
    }

    /// The definition: the distance of every row.
    List<NearestHeap.Neighbours> plainly(Matrix queries, int k) {
        var found = new ArrayList<NearestHeap.Neighbours>();
        double[] row = new double[rows.columns()];
        for (int q = 0; q < queries.rows(); q++) {
            double[] query = queries.row(q).toArray();
            var heap = new NearestHeap(k);
            for (int i = 0; i < rows.rows(); i++) {
                rows.copyRow(i, row);
                heap.offer(i, metric.distance(row, query));
            }
            found.add(heap.sorted());
        }
        return found;
    }

    /// The same for the Euclidean metric, by products of matrices.
    List<NearestHeap.Neighbours> quickly(Matrix queries, int k) {
        Vector middle = Centred.means(rows);
        DoubleView all = centred(rows, middle);
        DoubleView asked = centred(queries, middle);
        double[] squares = NearestCentres.squaredLengths(all);
        double largest = NearestCentres.max(squares) + NearestCentres.max(NearestCentres.squaredLengths(asked));
        if (!(largest < Double.MAX_VALUE / 8)) {
            return plainly(queries, k);
        }
        double slack = 16 * (rows.columns() + 4) * Math.ulp(1.0) * largest;
        var found = new ArrayList<NearestHeap.Neighbours>();
        int most = Math.max(1, PRODUCTS / rows.rows());
        for (int first = 0; first < queries.rows(); first += most) {
            int count = Math.min(most, queries.rows() - first);
            double[] products = new double[count * rows.rows()];
            var block = new DoubleView(asked.data(), first * rows.columns(), count, rows.columns(), rows.columns(), 1);
            Gemm.multiply(block, all.transposed(), DoubleView.of(products, count, rows.rows()), false);
            for (int q = 0; q < count; q++) {
                found.add(sortOut(products, q * rows.rows(), squares, slack, queries.row(first + q), k));
            }
        }
        return found;
    }

    /// @param products of the query with each row, from index `from` on
    private NearestHeap.Neighbours sortOut(
            double[] products, int from, double[] squares, double slack, Vector query, int k) {
        var rough = new NearestHeap(k);
        for (int i = 0; i < squares.length; i++) {
            rough.offer(i, squares[i] - 2 * products[from + i]);
        }
        double reach = rough.reach() + slack;
        double[] point = query.toArray();
        double[] row = new double[point.length];
        var exact = new NearestHeap(k);
        for (int i = 0; i < squares.length; i++) {
            if (squares[i] - 2 * products[from + i] <= reach) {
                rows.copyRow(i, row);
                exact.offer(i, metric.distance(row, point));
            }
        }
        return exact.sorted();
    }

    private static DoubleView centred(Matrix x, Vector middle) {
        Matrix centred = Matrix.from(x.rows(), x.columns(), (i, j) -> x.get(i, j) - middle.get(j));
        return DoubleView.of(centred.values(), x.rows(), x.columns());
    }
}
