package gradus.ml.optimise;

import gradus.ml.calculus.Gradient;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;

/// The residuals of a model (prediction minus target, or the reverse) as a function of its parameters, shape
/// `(n)`: m numbers, whose sum of squares [LevenbergMarquardt] minimises.
@FunctionalInterface
public interface ResidualFunction {

    /// The residuals at `x`, shape `(m)`.
    Vector values(Vector x);

    /// The Jacobian at `x`, shape `(m, n)`. This default takes finite differences, in 2n calls of [#values];
    /// override it if you have the Jacobian in closed form.
    default Matrix jacobian(Vector x) {
        return Gradient.jacobian(this::values, x);
    }
}
