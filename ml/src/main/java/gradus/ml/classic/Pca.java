package gradus.ml.classic;

import gradus.ml.kernel.DoubleView;
import gradus.ml.kernel.Gemm;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.SymmetricEigen;
import gradus.ml.linalg.Vector;
import java.util.stream.IntStream;

/// Principal component analysis: the k directions at right angles along which the rows vary most, and the
/// rows written in them.
///
/// No other k directions lose less, in squared distance, when the rows are projected on them. It is a
/// matter of units: a feature measured in millimetres varies a million times as much as in metres, so
/// standardise first unless all features are in one unit. What varies most need not be what matters for a
/// label.
///
/// The directions are the eigenvectors of the covariance of the features. Each may point either way; here
/// its largest number is above 0. A variance less than about 1e-16 of the largest is lost in rounding,
/// because the covariance squares; [gradus.ml.linalg.Svd] of the centred rows would see down to 1e-32.
///
/// Cost: O(n·d² + d³) time, O(d²) memory beside the data.
///
/// Source: K. Pearson, "On Lines and Planes of Closest Fit to Systems of Points in Space", Philosophical
/// Magazine 2 (1901), 559–572; H. Hotelling, "Analysis of a Complex of Statistical Variables into
/// Principal Components", Journal of Educational Psychology 24 (1933).
///
/// @param componentCount the number of components k, at least 1
public record Pca(int componentCount) implements DimensionalityReducer<Pca.Model> {

    public Pca {
        if (componentCount < 1) {
            throw new IllegalArgumentException("at least 1 component is needed, got " + componentCount);
        }
    }

    /// The directions that were found.
    ///
    /// @param means the mean of each feature of the rows that were fitted, shape `(d)`: the point that is
    ///     0 in the new numbers
    /// @param components a direction of length 1 in each column, the one of the largest variance first:
    ///     shape `(d, k)`
    /// @param explainedVariances the variance of the rows along each, divided by n - 1: shape `(k)`
    /// @param totalVariance the sum of the variances of all features
    public record Model(Vector means, Matrix components, Vector explainedVariances, double totalVariance)
            implements DimensionalityReducer.Fitted {

        @Override
        public int featureCount() {
            return components.rows();
        }

        /// The share of the total variance along each component, shape `(k)`; 0 where nothing varies.
        public Vector explainedVarianceRatios() {
            return explainedVariances.times(totalVariance > 0 ? 1 / totalVariance : 0);
        }

        @Override
        public Matrix transform(Matrix x) {
            ModelPreconditions.requireFeatures(featureCount(), x);
            double[] numbers = new double[x.rows() * components.columns()];
            DoubleView transformed = DoubleView.of(numbers, x.rows(), components.columns());
            DoubleView directions = DoubleView.of(components.flatten(), components.rows(), components.columns());
            RowBlocks.centred(
                    x,
                    means,
                    (first, block) -> Gemm.multiply(block, directions, rows(transformed, first, block.rows()), false));
            return Matrix.of(x.rows(), components.columns(), numbers);
        }

        @Override
        public Matrix inverseTransform(Matrix transformed) {
            ModelPreconditions.requireFeatures(components.columns(), transformed);
            Matrix centred = transformed.times(components.transpose());
            return Matrix.from(centred.rows(), centred.columns(), (i, j) -> centred.get(i, j) + means.get(j));
        }

        private static DoubleView rows(DoubleView all, int first, int count) {
            return new DoubleView(all.data(), first * all.columns(), count, all.columns(), all.columns(), 1);
        }
    }

    /// {@inheritDoc}
    ///
    /// @throws IllegalArgumentException as said there, and if there are fewer than 2 rows, or fewer rows
    ///     or columns than components
    @Override
    public Model fit(Matrix x) {
        ModelPreconditions.requireTrainingSet(x);
        if (x.rows() < 2 || componentCount > Math.min(x.rows(), x.columns())) {
            throw new IllegalArgumentException("rows of shape " + x.shape() + " have at most "
                    + (x.rows() < 2 ? 0 : Math.min(x.rows(), x.columns())) + " principal components, but "
                    + componentCount
                    + " are asked for; give more rows, or ask for fewer");
        }
        Vector means = Centred.means(x);
        Matrix covariance = covariance(x, means);
        SymmetricEigen eigen = SymmetricEigen.of(covariance);
        int[] leading = IntStream.range(0, componentCount).toArray();
        double[] explainedVariances = new double[componentCount];
        for (int k : leading) {
            // Rounding can leave a variance of 0 a little below it.
            explainedVariances[k] = Math.max(0, eigen.eigenvalues().get(k));
        }
        return new Model(
                means, eigen.eigenvectors().selectColumns(leading), Vector.of(explainedVariances), covariance.trace());
    }

    /// The covariance of the features, shape `(d, d)`: a sum of products over blocks of centred rows.
    static Matrix covariance(Matrix x, Vector means) {
        int d = x.columns();
        double[] numbers = new double[d * d];
        DoubleView sums = DoubleView.of(numbers, d, d);
        RowBlocks.centred(x, means, (first, block) -> Gemm.multiply(block.transpose(), block, sums, true));
        return Matrix.from(d, d, (i, j) -> (numbers[i * d + j] + numbers[j * d + i]) / (2 * (x.rows() - 1)));
    }
}
