package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.Optional;

/// Descent with a memory: what moved goes on moving, so that steps to and fro cancel and steps the same way
/// add up. With the right settings the number of steps grows with the root of the ratio of curvatures, and
/// not with the ratio.
///
/// The velocity v starts at 0, and each step is `v ← momentum·v − learningRate·gradient`, `x ← x + v`. Values
/// may rise on the way.
///
/// Sources: B. Polyak, "Some Methods of Speeding up the Convergence of Iteration Methods" (1964), the heavy
/// ball; Y. Nesterov (1983), who takes the gradient where the velocity leads, at `x + momentum·v`.
///
/// @param learningRate above 0
/// @param momentum at least 0 and below 1; with 0 this is gradient descent
/// @param nesterov whether the gradient is taken where the velocity leads
/// @param stoppingCriterion when it ends
public record Momentum(double learningRate, double momentum, boolean nesterov, StoppingCriterion stoppingCriterion)
        implements Minimiser {

    /// @throws IllegalArgumentException if a setting is out of its range
    public Momentum {
        if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY && momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("a rate is above 0, and a momentum at least 0 and below 1, got rate "
                    + learningRate + " and momentum " + momentum);
        }
    }

    /// The heavy ball of Polyak.
    public static Momentum heavyBall(double learningRate, double momentum, StoppingCriterion stoppingCriterion) {
        return new Momentum(learningRate, momentum, false, stoppingCriterion);
    }

    /// The accelerated gradient of Nesterov.
    public static Momentum nesterov(double learningRate, double momentum, StoppingCriterion stoppingCriterion) {
        return new Momentum(learningRate, momentum, true, stoppingCriterion);
    }

    @Override
    public OptimisationResult minimise(Objective objective, Vector start) {
        return DescentLoop.run(objective, start, stoppingCriterion, new DescentLoop.Step() {

            private Vector velocity = start.times(0);

            @Override
            public Optional<Evaluation> next(Evaluation current) {
                Vector carried = velocity.times(momentum);
                Vector gradient = nesterov ? objective.gradient(current.x().plus(carried)) : current.gradient();
                velocity = carried.minus(gradient.times(learningRate));
                return Optional.of(objective.evaluate(current.x().plus(velocity)));
            }
        });
    }
}
