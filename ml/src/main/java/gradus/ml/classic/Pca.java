package gradus.ml.classic;

import gradus.ml.kernel.DoubleView;
import gradus.ml.kernel.Gemm;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;

/// Principal component analysis (PCA): projects rows onto the k orthogonal directions in which they vary
/// most.
///
/// **Model.** A row x is represented by k numbers, `(x − mean)·V`, where the columns of V are orthonormal,
/// the principal components. No other k directions give a smaller squared reconstruction error on the
/// training set, nor a larger explained variance.
///
/// **Method.** The components are the eigenvectors of the covariance matrix with the k largest eigenvalues;
/// each eigenvalue is the variance along its component. The sign of a component is arbitrary: here its entry
/// of largest absolute value is positive, as in scikit-learn. scikit-learn's `components_` is the transpose
/// of [Model#components].
///
/// **Cost.** O(n·d·min(n, d) + min(n, d)³) time, O(d²) memory besides the data. If there are more features
/// than rows, the eigenvectors come from the smaller matrix of the products of the centred rows, in O(n·d)
/// memory.
///
/// **Caveats.**
///
/// - PCA depends on units: a feature in millimetres has a million times the variance of the same feature in
///   metres. Standardise first, unless all features have the same unit.
/// - The directions of largest variance need not be those that matter for a label.
/// - Variances below about 1e-16 of the largest are lost to rounding, because the covariance squares the
///   data. [gradus.ml.linalg.Svd] of the centred rows would resolve down to 1e-32.
///
/// Sources: K. Pearson, "On Lines and Planes of Closest Fit to Systems of Points in Space", Philosophical
/// Magazine 2 (1901), 559–572; H. Hotelling, "Analysis of a Complex of Statistical Variables into Principal
/// Components", Journal of Educational Psychology 24 (1933).
///
/// @param componentCount number of components k, ≥ 1
public record Pca(int componentCount) implements DimensionalityReducer<Pca.Model> {

    public Pca {
        if (componentCount < 1) {
            throw new IllegalArgumentException("componentCount must be at least 1, got " + componentCount);
        }
    }

    /// A fitted PCA.
    ///
    /// @param means the mean of each feature over the training set, shape `(d)`: the row that [#transform]
    ///     maps to 0
    /// @param components the principal components as unit-length columns, by descending variance, shape
    ///     `(d, k)`
    /// @param explainedVariances the variance of the training set along each component (divided by n − 1),
    ///     shape `(k)`
    /// @param totalVariance the sum of the variances of all features
    public record Model(Vector means, Matrix components, Vector explainedVariances, double totalVariance)
            implements DimensionalityReducer.Fitted {

        @Override
        public int featureCount() {
            return components.rows();
        }

        /// The explained variance ratio: the fraction of the total variance along each component, shape
        /// `(k)`; 0 if nothing varies, and never above 1.
        public Vector explainedVarianceRatios() {
            return explainedVariances.map(variance -> totalVariance > 0 ? Math.min(1, variance / totalVariance) : 0);
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
            Matrix projected = Matrix.of(x.rows(), components.columns(), numbers);
            ModelPreconditions.requireFiniteScores(projected);
            return projected;
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
    /// @throws IllegalArgumentException as in [DimensionalityReducer#fit], and if there are fewer than 2
    ///     rows, fewer rows or columns than components, or the total variance does not fit into a `double`
    @Override
    public Model fit(Matrix x) {
        ModelPreconditions.requireTrainingSet(x);
        if (x.rows() < 2 || componentCount > Math.min(x.rows(), x.columns())) {
            throw new IllegalArgumentException("componentCount must be at most "
                    + (x.rows() < 2 ? 0 : Math.min(x.rows(), x.columns())) + " for data of shape " + x.shape()
                    + ", got " + componentCount + "; use fewer components or more rows");
        }
        CovarianceSpectrum spectrum = CovarianceSpectrum.of(x, componentCount);
        double totalVariance = Math.scalb(spectrum.total(), 2 * spectrum.exponent());
        if (Double.isInfinite(totalVariance) || (spectrum.total() > 0 && totalVariance < Double.MIN_NORMAL)) {
            throw new IllegalArgumentException("the total variance must fit into a double, but the largest deviation"
                    + " from a mean is near 2^" + spectrum.exponent() + "; rescale the features");
        }
        return new Model(
                spectrum.means(),
                spectrum.directions(),
                spectrum.variances().map(variance -> Math.scalb(variance, 2 * spectrum.exponent())),
                totalVariance);
    }
}
