package gradus.ml.optimise;

/// When a descent ends: where the gradient is no longer than `gradientTolerance`, or after `maxIterations`
/// steps.
///
/// It is the gradient that says that a minimum is near, not a small value, nor a small step: a step is also
/// small where progress is slow.
///
/// @param gradientTolerance the length of a gradient that counts as 0, at least 0
/// @param maxIterations the most steps to make, at least 0
public record StoppingCriterion(double gradientTolerance, int maxIterations) {

    /// @throws IllegalArgumentException if a setting is out of its range
    public StoppingCriterion {
        if (!(gradientTolerance >= 0 && gradientTolerance < Double.POSITIVE_INFINITY) || maxIterations < 0) {
            throw new IllegalArgumentException(
                    "a descent stops at a length of the gradient and after a number of steps,"
                            + " neither negative, got " + gradientTolerance + " and " + maxIterations);
        }
    }
}
