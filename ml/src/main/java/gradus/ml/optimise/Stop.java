package gradus.ml.optimise;

/// When a descent ends: where the gradient is no longer than `gradient`, or after `steps` steps.
///
/// It is the gradient that says that a minimum is near, not a small value, nor a small step: a step is also
/// small where progress is slow.
///
/// @param gradient the length of a gradient that counts as 0, at least 0
/// @param steps the most steps to make, at least 0
public record Stop(double gradient, int steps) {

    /// @throws IllegalArgumentException if a setting is out of its range
    public Stop {
        if (!(gradient >= 0 && gradient < Double.POSITIVE_INFINITY) || steps < 0) {
            throw new IllegalArgumentException(
                    "a descent stops at a length of the gradient and after a number of steps,"
                            + " neither negative, got " + gradient + " and " + steps);
        }
    }
}
