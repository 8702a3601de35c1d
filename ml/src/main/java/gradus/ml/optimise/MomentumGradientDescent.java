package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.Objects;
import java.util.Optional;

/// Gradient descent with momentum: the step is a running sum of past gradients, so that components that
/// alternate cancel, and components that agree add up.
///
/// **Method.** The velocity v starts at 0. Each step is `v ← momentum·v − learningRate·gradient`,
/// `x ← x + v`. Polyak's *heavy ball* takes the gradient at x. *Nesterov* momentum takes it at the look-ahead
/// point `x + momentum·v`.
///
/// **Convergence.** With well-chosen hyperparameters, the number of steps grows with the square root of the
/// condition number, not with the condition number as in [GradientDescent]. The value may increase in some
/// steps.
///
/// Sources: B. Polyak, "Some Methods of Speeding up the Convergence of Iteration Methods" (1964); Y. Nesterov
/// (1983).
///
/// @param learningRate > 0
/// @param momentum ≥ 0 and < 1; with 0 this is gradient descent
/// @param nesterov whether to use Nesterov momentum
/// @param stoppingCriterion when to stop
public record MomentumGradientDescent(
        double learningRate, double momentum, boolean nesterov, StoppingCriterion stoppingCriterion)
        implements Minimiser {

    /// @throws IllegalArgumentException if a hyperparameter is out of range
    public MomentumGradientDescent {
        Objects.requireNonNull(stoppingCriterion, "stoppingCriterion");
        if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY && momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException(
                    "learningRate must be finite and greater than 0, and momentum at least 0 and" + " less than 1, got "
                            + learningRate + " and " + momentum);
        }
    }

    /// Polyak's heavy ball: classical momentum.
    public static MomentumGradientDescent heavyBall(
            double learningRate, double momentum, StoppingCriterion stoppingCriterion) {
        return new MomentumGradientDescent(learningRate, momentum, false, stoppingCriterion);
    }

    /// Nesterov's accelerated gradient.
    public static MomentumGradientDescent nesterov(
            double learningRate, double momentum, StoppingCriterion stoppingCriterion) {
        return new MomentumGradientDescent(learningRate, momentum, true, stoppingCriterion);
    }

    @Override
    public OptimisationResult minimise(Objective objective, Vector start) {
        return DescentLoop.run(objective, start, stoppingCriterion, new DescentLoop.Step() {

            private Vector velocity = start.times(0);

            @Override
            public Optional<ObjectiveEvaluation> next(ObjectiveEvaluation current) {
                Vector carried = velocity.times(momentum);
                Vector gradient = nesterov ? objective.gradient(current.x().plus(carried)) : current.gradient();
                Vector step = gradient.times(-learningRate);
                Vector sum = carried.plus(step);
                // Where both cancel, the next iteration would start from rest.
                velocity = sum.norm() == 0 ? step : sum;
                return Optional.of(objective.evaluate(current.x().plus(velocity)));
            }
        });
    }
}
