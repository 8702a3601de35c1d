package gradus.ml.optimise;

import gradus.ml.linalg.Vector;

/// An objective evaluated at a point: value and gradient.
///
/// @param x the point, shape `(n)`
/// @param value the value of the objective at `x`
/// @param gradient the gradient at `x`, shape `(n)`
public record ObjectiveEvaluation(Vector x, double value, Vector gradient) {

    /// The directional derivative along `direction`, `gradient·direction`: negative if the objective falls.
    /// The direction is not normalised.
    public double directionalDerivative(Vector direction) {
        return gradient.dot(direction);
    }

    /// Whether the value or the gradient is NaN. An infinite value is allowed: the point may be outside the
    /// domain.
    boolean hasNaN() {
        return Double.isNaN(value) || Double.isNaN(gradient.norm());
    }

    /// This point with a value of NaN, which ends a minimisation.
    ObjectiveEvaluation withoutValue() {
        return new ObjectiveEvaluation(x, Double.NaN, gradient);
    }
}
