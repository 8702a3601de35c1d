package gradus.ml.optimise;

import java.util.Objects;
import java.util.Optional;

/// How [GradientDescent] chooses the length of a step.
public sealed interface StepSizeRule {

    /// The point after one step from `from` along the negative gradient; empty if no point with a lower value
    /// is found.
    Optional<ObjectiveEvaluation> step(Objective objective, ObjectiveEvaluation from);

    /// A constant learning rate: each step is `−learningRate·gradient`. If the gradient is Lipschitz
    /// continuous with constant L (no curvature above L), learning rates below 2/L decrease the objective;
    /// larger ones can diverge.
    ///
    /// @param learningRate > 0
    record Constant(double learningRate) implements StepSizeRule {

        /// @throws IllegalArgumentException if `learningRate` is not finite and > 0
        public Constant {
            StepSizes.requirePositive(learningRate);
        }

        @Override
        public Optional<ObjectiveEvaluation> step(Objective objective, ObjectiveEvaluation from) {
            return Optional.of(objective.evaluate(from.x().minus(from.gradient().times(learningRate))));
        }
    }

    /// Backtracking: starts with `−initialStepSize·gradient` and shortens the step with [LineSearch.Armijo]
    /// until the objective decreases sufficiently. L need not be known.
    ///
    /// @param initialStepSize > 0
    /// @param lineSearch the backtracking line search
    record Backtracking(double initialStepSize, LineSearch.Armijo lineSearch) implements StepSizeRule {

        /// @throws IllegalArgumentException if `initialStepSize` is not finite and > 0
        public Backtracking {
            StepSizes.requirePositive(initialStepSize);
            Objects.requireNonNull(lineSearch, "lineSearch");
        }

        @Override
        public Optional<ObjectiveEvaluation> step(Objective objective, ObjectiveEvaluation from) {
            return lineSearch.search(objective, from, from.gradient().times(-1), initialStepSize);
        }
    }

    /// A constant learning rate.
    static StepSizeRule constant(double learningRate) {
        return new Constant(learningRate);
    }

    /// Backtracking with the usual parameters: the step is halved until the objective decreases by at least
    /// 1e-4 times the decrease predicted by the slope.
    static StepSizeRule backtracking(double initialStepSize) {
        return new Backtracking(initialStepSize, new LineSearch.Armijo(1e-4, 0.5));
    }
}
