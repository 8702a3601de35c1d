package gradus.ml.stats;

import gradus.ml.linalg.Cholesky;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.NotPositiveDefiniteException;
import gradus.ml.linalg.Triangular;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.ml.numbers.SampleStatistics;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The multivariate normal distribution of d correlated variables. Its marginal and conditional distributions
/// are normal too.
///
/// It stores the Cholesky factor L of its covariance matrix, `L·Lᵀ = Σ`: L turns independent variables into
/// correlated ones, and its inverse turns them back. Construction costs O(d³), everything else O(d²) unless
/// stated otherwise.
///
/// Source: C. Bishop, *Pattern Recognition and Machine Learning* (2006), section 2.3.
public final class MultivariateNormal {

    private final Vector mean;
    private final Matrix covariance;
    private final Cholesky factor;

    private MultivariateNormal(Vector mean, Matrix covariance) {
        this.mean = mean;
        this.covariance = covariance;
        this.factor = Cholesky.of(covariance);
    }

    /// The distribution with this mean and covariance matrix.
    ///
    /// @param mean shape `(d)`, finite
    /// @param covariance shape `(d, d)`, symmetric and positive definite
    /// @throws IllegalArgumentException if the shapes do not match, an entry is not finite or the covariance
    ///     is not symmetric
    /// @throws NotPositiveDefiniteException if some linear combination of the variables would have a variance
    ///     of 0 or less
    public static MultivariateNormal of(Vector mean, Matrix covariance) {
        if (covariance.rows() != mean.size() || covariance.columns() != mean.size()) {
            throw new IllegalArgumentException("a mean of shape (" + mean.size() + ") needs a covariance of shape ("
                    + mean.size() + ", " + mean.size() + "), got " + covariance.shape());
        }
        SampleStatistics.requireSample("the mean of a multivariate normal distribution", mean.toArray(), 0);
        return new MultivariateNormal(mean, covariance);
    }

    /// The maximum-likelihood fit to the rows of `x`, shape `(n, d)`: their mean, and their covariance with
    /// `n` in the denominator.
    ///
    /// @throws IllegalArgumentException if there are fewer than 2 rows or an entry is not finite
    /// @throws NotPositiveDefiniteException if the rows lie in an affine subspace of fewer than d dimensions,
    ///     as fewer than d + 1 rows always do
    public static MultivariateNormal fit(Matrix x) {
        Matrix covariance = Covariance.matrix(x).times((x.rows() - 1.0) / x.rows());
        return of(Vector.of(Covariance.columnMeans(x)), covariance);
    }

    /// The dimension d: the number of variables.
    public int dimension() {
        return mean.size();
    }

    /// The mean, shape `(d)`.
    public Vector mean() {
        return mean;
    }

    /// The covariance matrix, shape `(d, d)`.
    public Matrix covariance() {
        return covariance;
    }

    /// The natural logarithm of the density at `x`, shape `(d)`.
    ///
    /// @throws IllegalArgumentException if `x` has another shape or a component that is not finite
    public double logDensity(Vector x) {
        double distance = mahalanobis(x);
        return -0.5 * (dimension() * StrictMath.log(2 * Math.PI) + factor.logDeterminant() + distance * distance);
    }

    /// The Mahalanobis distance of `x` from the mean, `√((x − μ)ᵀ·Σ⁻¹·(x − μ))`: the distance in standard
    /// deviations, taking correlations into account.
    ///
    /// Source: P. Mahalanobis, On the Generalised Distance in Statistics (1936).
    ///
    /// @throws IllegalArgumentException if `x` has another shape or a component that is not finite
    public double mahalanobis(Vector x) {
        return factor.whiten(x.minus(mean)).norm();
    }

    /// A random draw, shape `(d)`: `mean + L·z`, where z holds independent standard normal variables.
    public Vector sample(Rng rng) {
        double[] z = new double[dimension()];
        Arrays.setAll(z, i -> rng.gaussian());
        return mean.plus(factor.lower().times(Vector.of(z)));
    }

    /// `count` independent draws, shape `(count, d)`.
    ///
    /// @throws IllegalArgumentException if `count` is negative
    public Matrix sample(int count, Rng rng) {
        Require.atLeast("the number of draws", count, 0);
        double[][] draws = new double[count][];
        Arrays.setAll(draws, i -> sample(rng).toArray());
        return count == 0 ? Matrix.zeros(0, dimension()) : Matrix.of(draws);
    }

    /// The marginal distribution of the variables at these indices, in this order: the others are unknown.
    /// O(d³).
    ///
    /// @throws IllegalArgumentException if an index is repeated or not between 0 and d − 1
    public MultivariateNormal marginal(int... indices) {
        requireIndices(indices);
        double[] marginalMean = IntStream.of(indices).mapToDouble(mean::get).toArray();
        return of(Vector.of(marginalMean), block(indices, indices));
    }

    /// The conditional distribution of the other variables, in their order, given that those at `indices`
    /// have the values `given`. Conditioning never increases a variance, and the reduction does not depend on
    /// `given`. O(d³).
    ///
    /// @param indices indices of the known variables, all different, shape `(k)`
    /// @param given their values, shape `(k)`, finite
    /// @throws IllegalArgumentException if an index is repeated or out of range, or `given` has another shape
    ///     or a component that is not finite
    public MultivariateNormal conditional(int[] indices, Vector given) {
        requireIndices(indices);
        if (given.size() != indices.length) {
            throw new IllegalArgumentException("each index needs one given value, got " + indices.length
                    + " indices and " + given.size() + " values");
        }
        int[] unknown = IntStream.range(0, dimension())
                .filter(i -> IntStream.of(indices).noneMatch(known -> known == i))
                .toArray();
        if (indices.length == 0 || unknown.length == 0) {
            return marginal(unknown);
        }
        var known = marginal(indices);
        // With Σ = L·Lᵀ for the known variables, products with L⁻¹ suffice; Σ⁻¹ is never formed.
        Matrix whitened = Triangular.solveLower(known.factor.lower(), block(indices, unknown));
        Vector shift = whitened.transposeTimes(known.factor.whiten(given.minus(known.mean)));
        Matrix explained = whitened.transposeTimes(whitened);
        Matrix remaining = block(unknown, unknown);
        return of(marginal(unknown).mean.plus(shift), Matrix.from(unknown.length, unknown.length, (r, c) -> {
            int low = Math.min(r, c);
            int high = Math.max(r, c);
            return remaining.get(low, high) - explained.get(low, high);
        }));
    }

    private Matrix block(int[] rows, int[] columns) {
        return Matrix.from(rows.length, columns.length, (r, c) -> covariance.get(rows[r], columns[c]));
    }

    private void requireIndices(int[] indices) {
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] < 0 || indices[i] >= dimension()) {
                throw new IllegalArgumentException("indices must be between 0 and " + (dimension() - 1) + ", got "
                        + indices[i] + " at position " + i);
            }
            for (int j = 0; j < i; j++) {
                if (indices[i] == indices[j]) {
                    throw new IllegalArgumentException(
                            "indices must be different, got " + indices[i] + " at positions " + j + " and " + i);
                }
            }
        }
    }

    /// Whether `object` is a multivariate normal distribution with equal mean and covariance.
    @Override
    public boolean equals(Object object) {
        return object instanceof MultivariateNormal other
                && mean.equals(other.mean)
                && covariance.equals(other.covariance);
    }

    @Override
    public int hashCode() {
        return 31 * mean.hashCode() + covariance.hashCode();
    }

    /// As in `MultivariateNormal[mean=(0.0), covariance=[1.0]]`.
    @Override
    public String toString() {
        return "MultivariateNormal[mean=" + mean + ", covariance=" + covariance + "]";
    }
}
