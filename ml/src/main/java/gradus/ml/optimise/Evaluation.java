package gradus.ml.optimise;

import gradus.ml.linalg.Vector;

/// A place, and what an objective is there.
///
/// @param x the place, shape `(n)`
/// @param value the objective there
/// @param gradient its gradient there, shape `(n)`
public record Evaluation(Vector x, double value, Vector gradient) {

    /// How fast the objective changes along `direction`, at its speed: below 0 if it falls.
    public double directionalDerivative(Vector direction) {
        return gradient.dot(direction);
    }

    /// The value may be infinite where an objective ends; a NaN means that something went wrong.
    boolean hasNaN() {
        return Double.isNaN(value) || Double.isNaN(gradient.norm());
    }
}
