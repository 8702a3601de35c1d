package gradus.ml.classic;

import gradus.ml.kernel.DoubleView;
import gradus.ml.kernel.Gemm;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.ArrayList;
import java.util.List;

/// Exact brute-force search for the k nearest of n rows to each of m queries.
///
/// For the Euclidean metric there is a faster kernel with the same result, ties included. A squared distance
/// is `‖q‖² − 2·q·x + ‖x‖²`, so all of them need only one matrix product. Rounding can change their order, so
/// they are used as a filter only: the exact distance is computed for every row within the rounding error of
/// the k-th smallest.
record NeighbourSearch(Matrix rows, DistanceMetric metric) {

    /// From this many queries on, the matrix product is faster.
    private static final int MIN_QUERIES_FOR_PRODUCTS = 8;

    /// The number of products held at a time: 8 MiB.
    private static final int MAX_PRODUCTS = 1 << 20;

    /// The k nearest rows for each row of `queries`, shape `(m, d)`. O(m·n·d).
    List<NeighbourHeap.Neighbours> find(Matrix queries, int k) {
        if (metric == DistanceMetric.EUCLIDEAN && queries.rows() >= MIN_QUERIES_FOR_PRODUCTS) {
            return byMatrixProduct(queries, k);
        }
        return pairByPair(queries, k);
    }

    /// Scalar reference: computes the distance of every pair of query and row.
    List<NeighbourHeap.Neighbours> pairByPair(Matrix queries, int k) {
        var found = new ArrayList<NeighbourHeap.Neighbours>();
        double[] row = new double[rows.columns()];
        for (int q = 0; q < queries.rows(); q++) {
            double[] query = queries.row(q).toArray();
            var heap = new NeighbourHeap(k);
            for (int i = 0; i < rows.rows(); i++) {
                rows.copyRow(i, row, 0);
                heap.offer(i, metric.distance(row, query));
            }
            found.add(heap.sorted());
        }
        return found;
    }

    /// Fast kernel for the Euclidean metric, with matrix products. Same result as [#pairByPair].
    List<NeighbourHeap.Neighbours> byMatrixProduct(Matrix queries, int k) {
        Vector mean = Centred.means(rows);
        DoubleView centredRows = centred(rows, mean);
        DoubleView centredQueries = centred(queries, mean);
        double[] squaredNorms = NearestCentres.squaredNorms(centredRows);
        double largest =
                NearestCentres.max(squaredNorms) + NearestCentres.max(NearestCentres.squaredNorms(centredQueries));
        if (!(largest < Double.MAX_VALUE / 8)) {
            return pairByPair(queries, k);
        }
        // The smallest normal number covers what products lose below it.
        double errorBound = 16 * (rows.columns() + 4) * Math.ulp(1.0) * largest + Double.MIN_NORMAL;
        var found = new ArrayList<NeighbourHeap.Neighbours>();
        int maxQueries = Math.max(1, MAX_PRODUCTS / rows.rows());
        for (int first = 0; first < queries.rows(); first += maxQueries) {
            int count = Math.min(maxQueries, queries.rows() - first);
            double[] products = new double[count * rows.rows()];
            var block = new DoubleView(
                    centredQueries.data(), first * rows.columns(), count, rows.columns(), rows.columns(), 1);
            Gemm.multiply(block, centredRows.transpose(), DoubleView.of(products, count, rows.rows()), false);
            for (int q = 0; q < count; q++) {
                found.add(refine(products, q * rows.rows(), squaredNorms, errorBound, queries.row(first + q), k));
            }
        }
        return found;
    }

    /// The exact k nearest rows of one query, found among those whose approximate distance is small enough.
    ///
    /// @param products the dot product of the query with each row, from index `from` on
    private NeighbourHeap.Neighbours refine(
            double[] products, int from, double[] squaredNorms, double errorBound, Vector query, int k) {
        var approximate = new NeighbourHeap(k);
        for (int i = 0; i < squaredNorms.length; i++) {
            approximate.offer(i, squaredNorms[i] - 2 * products[from + i]);
        }
        double maxDistance = approximate.maxDistance() + errorBound;
        double[] point = query.toArray();
        double[] row = new double[point.length];
        var exact = new NeighbourHeap(k);
        for (int i = 0; i < squaredNorms.length; i++) {
            if (squaredNorms[i] - 2 * products[from + i] <= maxDistance) {
                rows.copyRow(i, row, 0);
                exact.offer(i, metric.distance(row, point));
            }
        }
        return exact.sorted();
    }

    private static DoubleView centred(Matrix x, Vector mean) {
        Matrix centred = Matrix.from(x.rows(), x.columns(), (i, j) -> x.get(i, j) - mean.get(j));
        return DoubleView.of(centred.flatten(), x.rows(), x.columns());
    }
}
