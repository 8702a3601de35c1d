package gradus.ml.classic;

import gradus.ml.linalg.Vector;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// Ridge regression for at least as many columns as rows, in the directions of a [CentredSvd].
final class RidgeByDirections {

    /// From this share of the largest σ² on, a penalty keeps the dual coefficients well-conditioned.
    private static final double MODERATE = 1e-6;

    private final CentredSvd svd;
    private final int targetExponent;
    private final Vector targetCoordinates;

    /// Decomposes the features: O(n²·d).
    RidgeByDirections(Centred centred, CentredColumn target) {
        svd = CentredSvd.of(centred);
        targetExponent = target.exponent();
        targetCoordinates = svd.u().transposeTimes(Vector.of(target.values()));
    }

    /// The coefficients for this penalty, which is above 0; empty if features differ so much in scale that
    /// rounding would change the predictions. O(n·d).
    ///
    /// If the penalty is not very small, they are computed as xᵀ·α, where α has one number for each row (the
    /// dual coefficients), so that the coefficients of small features keep their digits.
    Optional<Vector> coefficients(double penalty) {
        double scaledPenalty = Math.scalb(penalty, -2 * svd.exponent());
        // If it overflows, σ² is negligible beside it.
        boolean dominant = scaledPenalty == Double.POSITIVE_INFINITY;
        Vector shrunk = targetsTimes(value -> dominant ? value / penalty : 1 / (value + scaledPenalty / value));
        Vector weights = svd.v().times(shrunk);
        if (svd.rank() > 0
                && scaledPenalty
                        >= MODERATE * StrictMath.pow(svd.singularValues().get(0), 2)) {
            Vector dual = targetsTimes(value -> 1 / (dominant ? penalty : value * value + scaledPenalty));
            weights = svd.divided().transposeTimes(svd.u().times(dual));
        }
        int exponent = targetExponent + (dominant ? svd.exponent() : -svd.exponent());
        return svd.predictTheSame(shrunk, weights)
                ? Optional.of(weights.map(weight -> Math.scalb(weight, exponent)))
                : Optional.empty();
    }

    private Vector targetsTimes(DoubleUnaryOperator ofSingularValue) {
        return Vector.from(
                svd.rank(),
                i -> targetCoordinates.get(i)
                        * ofSingularValue.applyAsDouble(svd.singularValues().get(i)));
    }
}
