package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Svd;
import gradus.ml.linalg.Vector;
import java.util.stream.IntStream;

/// The singular value decomposition of the centred features, `x = U·Σ·Vᵀ`, without the directions in which
/// the rows vary by no more than the rounding errors of the features.
///
/// The coefficients of a linear model with an L2 penalty are a combination of the columns of V, since any
/// other part of them would be penalised without changing a prediction. So a model with d features becomes
/// one with r ≤ min(n, d) coordinates, and its cost O(n·d·min(n, d)).
///
/// @param divided the centred features, divided by `2^exponent`, shape `(n, d)`
/// @param u left singular vectors, shape `(n, r)`
/// @param singularValues divided by `2^exponent`, descending, all above 0, shape `(r)`
/// @param v right singular vectors, shape `(d, r)`
/// @param exponent the exponent of the power of 2 near the largest deviation
record CentredSvd(Matrix divided, Matrix u, Vector singularValues, Matrix v, int exponent) {

    /// Decomposes `centred`. O(n·d·min(n, d)).
    static CentredSvd of(Centred centred) {
        int exponent = centred.exponent();
        Matrix divided = centred.dividedByPowerOfTwo(exponent);
        Svd svd = Svd.of(divided);
        double[] sizes = centred.columns().stream()
                .mapToDouble(column -> Math.scalb(column.size(), column.exponent() - exponent))
                .toArray();
        double rounding = 4 * Math.sqrt(svd.singularValues().size()) * CentredColumn.EPSILON;
        int[] significant = IntStream.range(0, svd.singularValues().size())
                .filter(i -> svd.singularValues().get(i) > rounding * combinedSize(svd.v(), i, sizes))
                .toArray();
        return new CentredSvd(
                divided,
                svd.u().selectColumns(significant),
                Vector.from(significant.length, i -> svd.singularValues().get(significant[i])),
                svd.v().selectColumns(significant),
                exponent);
    }

    /// The number of directions, r: the numerical rank of the centred features.
    int rank() {
        return singularValues.size();
    }

    /// The coordinates of the rows, `U·Σ`, divided by `2^divisor`, shape `(n, r)`.
    Matrix coordinates(int divisor) {
        return Matrix.from(
                u.rows(), rank(), (i, k) -> Math.scalb(u.get(i, k) * singularValues.get(k), exponent - divisor));
    }

    /// The coefficients of the features for those of [#coordinates] with this divisor, shape `(d)`.
    ///
    /// @throws IllegalArgumentException if features differ so much in scale that rounding would change the
    ///     predictions
    Vector coefficients(Vector ofCoordinates, int divisor) {
        Vector weights = v.times(ofCoordinates);
        if (!predictTheSame(ofCoordinates, weights)) {
            throw new IllegalArgumentException("the features must have similar scales, but rounding errors of the"
                    + " largest hide the smallest; standardise them first");
        }
        return weights.map(weight -> Math.scalb(weight, -divisor));
    }

    /// Whether the weights of the divided features predict what the weights of the coordinates do. If
    /// features differ very much in scale, rounding errors of V times the largest feature hide the others.
    boolean predictTheSame(Vector ofCoordinates, Vector weights) {
        Vector expected = Vector.from(rank(), i -> singularValues.get(i) * ofCoordinates.get(i));
        Vector found = u.transposeTimes(divided.times(weights));
        return found.minus(expected).norm() <= 1e-10 * expected.norm();
    }

    /// The size of a combination of columns before they were centred: at most the sum of their sizes, each
    /// times its weight.
    private static double combinedSize(Matrix v, int direction, double[] sizes) {
        double sum = 0;
        for (int j = 0; j < sizes.length; j++) {
            sum += Math.abs(v.get(j, direction)) * sizes[j];
        }
        return sum;
    }
}
