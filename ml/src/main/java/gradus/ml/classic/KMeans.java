package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;

/// k-means: k centres, such that the squared distances of the rows from the nearest of them add up to
/// little.
///
/// It goes back and forth between two steps, neither of which makes that sum (the inertia) larger: give
/// each row to the nearest centre; put each centre into the middle of its rows. It ends where it began to
/// stand still, which need not be the least sum; so it begins `restarts` times from other centres, and
/// the best end is kept.
///
/// It suits round groups of like size. It finds k groups whether they are there or not, and counts each
/// feature by its unit: standardise first.
///
/// The first centres are rows, each drawn with a probability in proportion to its squared distance from
/// those drawn before (k-means++). A centre that has lost all its rows is put on the row that is farthest
/// from its own centre.
///
/// Cost: O(n·d·k) for each iteration, O(n) memory beside the data.
///
/// Source: S. Lloyd, "Least Squares Quantization in PCM", IEEE Transactions on Information Theory 28
/// (1982), 129–137; D. Arthur and S. Vassilvitskii, "k-means++: The Advantages of Careful Seeding", SODA
/// 2007.
///
/// @param clusterCount the number of clusters k, at least 1
/// @param restarts how often to begin, at least 1
/// @param maxIterations the most iterations of each, at least 1
/// @param tolerance to stop when the squares of the ways that the centres went add up to no more than
///     this share of the mean variance of the features; 0 stops where no centre moves
/// @param seed of the chance in the first centres; each restart has a stream of its own
public record KMeans(int clusterCount, int restarts, int maxIterations, double tolerance, long seed)
        implements Clusterer<KMeans.Model> {

    public KMeans {
        if (clusterCount < 1 || restarts < 1 || maxIterations < 1) {
            throw new IllegalArgumentException("k-means needs at least 1 cluster, 1 restart and 1 iteration, got "
                    + clusterCount + ", " + restarts + " and " + maxIterations);
        }
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("the tolerance is 0 or more, got " + tolerance);
        }
    }

    /// With 10 restarts of at most 300 iterations, and a tolerance of 1e-4.
    public KMeans(int clusterCount, long seed) {
        this(clusterCount, 10, 300, 1e-4, seed);
    }

    /// The centres that were found.
    ///
    /// @param centres one in each row, shape `(k, d)`
    /// @param inertias the sum of the squared distances of the rows from the nearest centre, before each
    ///     move of the centres and at the end: it never grows
    /// @param converged whether the centres came to rest before the last iteration that was allowed
    public record Model(Matrix centres, Vector inertias, boolean converged) implements Clusterer.Fitted {

        @Override
        public int featureCount() {
            return centres.columns();
        }

        @Override
        public int clusterCount() {
            return centres.rows();
        }

        /// The sum of the squared distances of the rows from the nearest centre at the end.
        public double inertia() {
            return inertias.get(inertias.size() - 1);
        }

        /// The nearest centre of each row; of equally near ones, the first.
        @Override
        public int[] predict(Matrix x) {
            ModelPreconditions.requireFeatures(featureCount(), x);
            return LloydsAlgorithm.assign(x, centres);
        }
    }

    @Override
    public Model fit(Matrix x) {
        ModelPreconditions.requireTrainingSet(x);
        if (x.rows() < clusterCount) {
            throw new IllegalArgumentException("there are " + clusterCount + " clusters, but only " + x.rows()
                    + " rows; ask for fewer clusters, or give more rows");
        }
        var lloydsAlgorithm = new LloydsAlgorithm(x);
        Rng rng = Rng.of(seed);
        Model best = lloydsAlgorithm.run(
                KMeansPlusPlus.initialCentres(x, clusterCount, rng.split()), maxIterations, tolerance);
        for (int i = 1; i < restarts; i++) {
            Model next = lloydsAlgorithm.run(
                    KMeansPlusPlus.initialCentres(x, clusterCount, rng.split()), maxIterations, tolerance);
            if (next.inertia() < best.inertia()) {
                best = next;
            }
        }
        return best;
    }
}
