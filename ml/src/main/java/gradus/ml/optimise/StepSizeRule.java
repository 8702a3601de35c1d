package gradus.ml.optimise;

import java.util.Optional;

/// How long the steps of gradient descent are.
public sealed interface StepSizeRule {

    /// The point after one step from `from` against its gradient; nothing if there is no lower one to be
    /// found.
    Optional<Evaluation> step(Objective objective, Evaluation from);

    /// Always `learningRate` times the gradient. Where the gradient changes by at most L times the distance,
    /// steps below 2/L descend, and longer ones diverge.
    ///
    /// @param learningRate above 0
    record Constant(double learningRate) implements StepSizeRule {

        /// @throws IllegalArgumentException if the rate is not above 0
        public Constant {
            requirePositive(learningRate);
        }

        @Override
        public Optional<Evaluation> step(Objective objective, Evaluation from) {
            return Optional.of(objective.evaluate(from.x().minus(from.gradient().times(learningRate))));
        }
    }

    /// `initialStepSize` times the gradient, shortened until the value falls enough, as by
    /// [LineSearch.Armijo]. It descends whatever L is.
    ///
    /// @param initialStepSize above 0
    /// @param lineSearch how the step is shortened
    record Backtracking(double initialStepSize, LineSearch.Armijo lineSearch) implements StepSizeRule {

        /// @throws IllegalArgumentException if `initialStepSize` is not above 0
        public Backtracking {
            requirePositive(initialStepSize);
        }

        @Override
        public Optional<Evaluation> step(Objective objective, Evaluation from) {
            return lineSearch.search(objective, from, from.gradient().times(-1), initialStepSize);
        }
    }

    /// Steps that are always `learningRate` times the gradient.
    static StepSizeRule constant(double learningRate) {
        return new Constant(learningRate);
    }

    /// Steps that start at `initialStepSize` times the gradient, and are halved until the value falls by a
    /// tenth of a thousandth of what the slope promises.
    static StepSizeRule backtracking(double initialStepSize) {
        return new Backtracking(initialStepSize, new LineSearch.Armijo(1e-4, 0.5));
    }

    private static void requirePositive(double stepSize) {
        if (!(stepSize > 0 && stepSize < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a step is above 0 and finite, got " + stepSize);
        }
    }
}
