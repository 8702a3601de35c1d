package gradus.ml.nn;

/// The learning rate at each step, counted from 0.
@FunctionalInterface
public interface LearningRateSchedule {

    double learningRate(long step);

    /// The same at every step.
    static LearningRateSchedule constant(double learningRate) {
        return _ -> learningRate;
    }

    /// Rises evenly over the first `warmUpSteps` steps, from `learningRate / warmUpSteps` to `learningRate`,
    /// then falls along half a cosine until it is `minLearningRate` at step `totalSteps`, and stays there: I.
    /// Loshchilov and F. Hutter, "SGDR", 2017.
    static LearningRateSchedule cosine(double learningRate, double minLearningRate, long warmUpSteps, long totalSteps) {
        if (!(minLearningRate >= 0 && minLearningRate <= learningRate)) {
            throw new IllegalArgumentException("a rate falls to one between 0 and itself, got a fall from "
                    + learningRate + " to " + minLearningRate);
        }
        if (warmUpSteps < 0 || totalSteps <= warmUpSteps) {
            throw new IllegalArgumentException(
                    "a schedule warms up before it ends, got " + warmUpSteps + " steps of " + totalSteps);
        }
        return step -> {
            if (step < warmUpSteps) {
                return learningRate * (step + 1) / warmUpSteps;
            }
            double progress = Math.min(1, (double) (step - warmUpSteps) / (totalSteps - warmUpSteps));
            return minLearningRate + (learningRate - minLearningRate) * 0.5 * (1 + Math.cos(Math.PI * progress));
        };
    }

    /// `learningRate`, multiplied by `factor` every `interval` steps.
    static LearningRateSchedule stepDecay(double learningRate, double factor, long interval) {
        if (interval < 1) {
            throw new IllegalArgumentException("a rate stays for 1 step at least, got " + interval);
        }
        return step -> learningRate * Math.pow(factor, step / interval);
    }
}
