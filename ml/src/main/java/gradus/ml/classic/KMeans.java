package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;

/// k-means clustering: finds k centres and assigns each row to the nearest.
///
/// **Objective.** The *inertia*, the sum of the squared Euclidean distances of the rows from their nearest
/// centres, minimised over the centres. With a weight for each row, it is the weighted sum.
///
/// **Method.** Lloyd's algorithm alternates two steps, neither of which increases the inertia: assign each
/// row to the nearest centre, then move each centre to the mean of its rows. It converges to a local minimum,
/// which need not be the global one, so it is run `restarts` times from different centres and the run with
/// the lowest inertia is returned.
///
/// **Initialisation.** k-means++: the first centre is a random row; each further one is a row drawn with a
/// probability proportional to its squared distance from the nearest centre drawn before, times its weight.
/// scikit-learn draws
/// several candidates for each centre and keeps the best (*greedy k-means++*). A centre that loses all its
/// rows is moved to the row that is farthest from its own centre.
///
/// **Cost.** O(n·d·k) per iteration, O(n) memory besides the data.
///
/// **Caveats.** k-means suits round clusters of similar size. It returns k clusters even if the data has no
/// clusters. The result depends on the units of the features: standardise first.
///
/// Sources: S. Lloyd, "Least Squares Quantization in PCM", IEEE Transactions on Information Theory 28 (1982),
/// 129–137; D. Arthur and S. Vassilvitskii, "k-means++: The Advantages of Careful Seeding", SODA 2007.
///
/// @param clusterCount number of clusters k, ≥ 1
/// @param restarts number of runs from different initial centres, ≥ 1 (scikit-learn's `n_init`)
/// @param maxIterations maximum number of iterations of each run, ≥ 1
/// @param tolerance converged when the squared shifts of all centres sum to at most this fraction of the mean
///     variance of the features, finite, ≥ 0; with 0, when no centre moves
/// @param seed random seed for the initial centres; each restart has a random stream of its own
public record KMeans(int clusterCount, int restarts, int maxIterations, double tolerance, long seed)
        implements Clusterer.Weighted<KMeans.Model> {

    public KMeans {
        if (clusterCount < 1 || restarts < 1 || maxIterations < 1) {
            throw new IllegalArgumentException("clusterCount, restarts and maxIterations must be at least 1, got "
                    + clusterCount + ", " + restarts + " and " + maxIterations);
        }
        if (!(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tolerance must be finite and at least 0, got " + tolerance);
        }
    }

    /// With 10 restarts of at most 300 iterations, and a tolerance of 1e-4.
    public KMeans(int clusterCount, long seed) {
        this(clusterCount, 10, 300, 1e-4, seed);
    }

    /// A fitted k-means clustering.
    ///
    /// @param centres the cluster centres, one per row, shape `(k, d)`
    /// @param inertias the inertia before each update of the centres and at the end; it never increases
    /// @param converged whether the centres converged within `maxIterations`
    public record Model(Matrix centres, Vector inertias, boolean converged) implements Clusterer.Fitted {

        @Override
        public int featureCount() {
            return centres.columns();
        }

        @Override
        public int clusterCount() {
            return centres.rows();
        }

        /// The final inertia: the sum of the squared distances of the rows of the training set from their
        /// nearest centres.
        public double inertia() {
            return inertias.get(inertias.size() - 1);
        }

        /// The index of the nearest centre of each row; the first of equally near ones.
        @Override
        public int[] predict(Matrix x) {
            ModelPreconditions.requireFeatures(featureCount(), x);
            return LloydsAlgorithm.assign(x, centres);
        }
    }

    /// {@inheritDoc}
    ///
    /// @throws IllegalArgumentException as in [Clusterer.Weighted#fit], if there are fewer distinct rows than
    ///     clusters, and if squared distances between rows are beyond the range of `double`
    @Override
    public Model fit(Matrix x, Vector weights) {
        ModelPreconditions.requireTrainingSet(x);
        WeightedRows rows = WeightedRows.of(x, weights);
        if (rows.x().rows() < clusterCount) {
            throw new IllegalArgumentException("cannot form " + clusterCount + " clusters from "
                    + rows.x().rows() + " rows; use fewer clusters or more rows");
        }
        var lloydsAlgorithm = new LloydsAlgorithm(rows);
        Rng rng = Rng.of(seed);
        Model best = lloydsAlgorithm.run(
                KMeansPlusPlus.initialCentres(rows, clusterCount, rng.split()), maxIterations, tolerance);
        for (int i = 1; i < restarts; i++) {
            Model candidate = lloydsAlgorithm.run(
                    KMeansPlusPlus.initialCentres(rows, clusterCount, rng.split()), maxIterations, tolerance);
            if (candidate.inertia() < best.inertia()) {
                best = candidate;
            }
        }
        return best;
    }
}
