package gradus.ml.optimise;

import gradus.ml.calculus.Curvature;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;

/// What a model leaves unexplained, for parameters of shape `(n)`: m numbers whose squares are to add up to
/// little.
@FunctionalInterface
public interface ResidualFunction {

    /// The residuals at `x`, shape `(m)`.
    Vector values(Vector x);

    /// Their derivatives at `x`, shape `(m, n)`: by differences, in 2n calls, where nobody knows them
    /// better.
    default Matrix jacobian(Vector x) {
        return Curvature.jacobian(this::values, x);
    }
}
