package gradus.ml.optimise;

/// Stopping criterion: stop when the norm of the gradient is at most `gradientTolerance`, or after
/// `maxIterations` steps.
///
/// A small gradient indicates a minimum. A small change of the value, or a small step, does not: both also
/// occur where progress is merely slow.
///
/// @param gradientTolerance norm of the gradient that counts as 0, finite, ≥ 0
/// @param maxIterations maximum number of steps, ≥ 0
public record StoppingCriterion(double gradientTolerance, int maxIterations) {

    /// @throws IllegalArgumentException if a parameter is out of range
    public StoppingCriterion {
        if (!(gradientTolerance >= 0 && gradientTolerance < Double.POSITIVE_INFINITY) || maxIterations < 0) {
            throw new IllegalArgumentException("gradientTolerance must be finite and at least 0, and maxIterations"
                    + " at least 0, got " + gradientTolerance + " and " + maxIterations);
        }
    }
}
