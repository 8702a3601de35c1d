package gradus.ml.nn;

/// Learning rate schedule: the learning rate of each training step.
@FunctionalInterface
public interface LearningRateSchedule {

    /// The learning rate of a step.
    ///
    /// @param step number of the step, counted from 0 over all epochs
    double learningRate(long step);

    /// Constant learning rate.
    static LearningRateSchedule constant(double learningRate) {
        return _ -> learningRate;
    }

    /// Cosine schedule with linear warm-up: rises linearly over the first `warmUpSteps` steps, from
    /// `learningRate / warmUpSteps` to `learningRate`, then falls along half a cosine to `minLearningRate` at
    /// step `totalSteps`, and stays there.
    ///
    /// Source: I. Loshchilov and F. Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017;
    /// here without restarts.
    ///
    /// @throws IllegalArgumentException unless `0 ≤ minLearningRate ≤ learningRate` and
    ///     `0 ≤ warmUpSteps < totalSteps`
    static LearningRateSchedule cosine(double learningRate, double minLearningRate, long warmUpSteps, long totalSteps) {
        if (!(minLearningRate >= 0 && minLearningRate <= learningRate)) {
            throw new IllegalArgumentException(
                    "minLearningRate must be from 0 to learningRate " + learningRate + ", got " + minLearningRate);
        }
        if (warmUpSteps < 0 || totalSteps <= warmUpSteps) {
            throw new IllegalArgumentException(
                    "warmUpSteps must be at least 0 and below totalSteps " + totalSteps + ", got " + warmUpSteps);
        }
        return step -> {
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
    /// @throws IllegalArgumentException if `interval` is below 1
    static LearningRateSchedule stepDecay(double learningRate, double factor, long interval) {
        if (interval < 1) {
            throw new IllegalArgumentException("interval must be at least 1, got " + interval);
        }
        return step -> learningRate * StrictMath.pow(factor, step / interval);
    }
}
