package gradus.ml.classic;

import gradus.ml.linalg.Vector;
import java.util.Optional;

/// Ridge regression for at least as many columns as rows, in the directions of a [CentredSvd].
final class RidgeByDirections {

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
    Optional<Vector> coefficients(double penalty) {
        double scaledPenalty = Math.scalb(penalty, -2 * svd.exponent());
        // If it overflows, σ² is negligible beside it.
        boolean dominant = scaledPenalty == Double.POSITIVE_INFINITY;
        Vector shrunk = Vector.from(svd.rank(), i -> {
            double singularValue = svd.singularValues().get(i);
            double shrinkage = dominant ? singularValue / penalty : 1 / (singularValue + scaledPenalty / singularValue);
            return targetCoordinates.get(i) * shrinkage;
        });
        Vector weights = svd.v().times(shrunk);
        int exponent = targetExponent + (dominant ? svd.exponent() : -svd.exponent());
        return svd.predictTheSame(shrunk, weights)
                ? Optional.of(weights.map(weight -> Math.scalb(weight, exponent)))
                : Optional.empty();
    }
}
