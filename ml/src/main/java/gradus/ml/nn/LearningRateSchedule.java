package gradus.ml.nn;

/// Learning rate schedule: the learning rate of each training step.
@FunctionalInterface
public interface LearningRateSchedule {

    /// The learning rate of a step.
    ///
    /// @param step number of the step, counted from 0 over all epochs
    /// @throws IllegalArgumentException if it is negative
    double learningRate(long step);

    /// Constant learning rate.
    ///
    /// @throws IllegalArgumentException if `learningRate` is negative or not finite
    static LearningRateSchedule constant(double learningRate) {
        Require.nonNegative("learningRate", learningRate);
        return step -> {
            Require.atLeast("step", step, 0);
            return learningRate;
        };
    }

    /// Cosine schedule with linear warm-up: rises linearly over the first `warmUpSteps` steps, from
    /// `learningRate / warmUpSteps` to `learningRate`, then falls along half a cosine to `minLearningRate` at
    /// step `totalSteps`, and stays there.
    ///
    /// Source: I. Loshchilov and F. Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017;
    /// here without restarts.
    ///
    /// @throws IllegalArgumentException unless `0 ≤ minLearningRate ≤ learningRate`, `learningRate` is finite
    ///     and `0 ≤ warmUpSteps < totalSteps`
    static LearningRateSchedule cosine(double learningRate, double minLearningRate, long warmUpSteps, long totalSteps) {
        Require.nonNegative("learningRate", learningRate);
        if (!(minLearningRate >= 0 && minLearningRate <= learningRate)) {
            throw new IllegalArgumentException(
                    "minLearningRate must be from 0 to learningRate " + learningRate + ", got " + minLearningRate);
        }
        if (warmUpSteps < 0 || totalSteps <= warmUpSteps) {
            throw new IllegalArgumentException(
                    "warmUpSteps must be at least 0 and below totalSteps " + totalSteps + ", got " + warmUpSteps);
        }
        return step -> {
            Require.atLeast("step", step, 0);
            if (step < warmUpSteps) {
                return learningRate * (step + 1) / warmUpSteps;
            }
            double progress = Math.min(1, (double) (step - warmUpSteps) / (totalSteps - warmUpSteps));
            return minLearningRate + (learningRate - minLearningRate) * 0.5 * (1 + StrictMath.cos(Math.PI * progress));
        };
    }

    /// Step decay (`StepLR` in PyTorch): starts at `learningRate`, and is multiplied by `factor` every
    /// `interval` steps.
    ///
    /// @param factor greater than 0, at most 1
    /// @throws IllegalArgumentException if `learningRate` is negative or not finite, `factor` is out of its
    ///     range, or `interval` is below 1
    static LearningRateSchedule stepDecay(double learningRate, double factor, long interval) {
        Require.nonNegative("learningRate", learningRate);
        if (!(factor > 0 && factor <= 1)) {
            throw new IllegalArgumentException("factor must be greater than 0 and at most 1, got " + factor);
        }
        Require.atLeast("interval", interval, 1);
        return step -> {
            Require.atLeast("step", step, 0);
            return learningRate * StrictMath.pow(factor, step / interval);
        };
    }
}
