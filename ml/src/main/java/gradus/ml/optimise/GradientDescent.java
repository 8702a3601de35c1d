package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.Objects;

/// Gradient descent (steepest descent): each step goes in the direction of the negative gradient.
///
/// Convergence is linear. Near a minimum, each step multiplies the error by about `(κ − 1)/(κ + 1)` at best,
/// where the condition number κ is the ratio of the largest to the smallest curvature. The number of steps
/// therefore grows in proportion to κ; giving all inputs a similar scale
/// often lowers it.
///
/// Source: A. Cauchy (1847); S. Boyd and L. Vandenberghe, *Convex Optimization* (2004), section 9.3.
///
/// @param stepSizeRule the length of each step
/// @param stoppingCriterion when to stop
public record GradientDescent(StepSizeRule stepSizeRule, StoppingCriterion stoppingCriterion) implements Minimiser {

    /// @throws NullPointerException if a hyperparameter is null
    public GradientDescent {
        Objects.requireNonNull(stepSizeRule, "stepSizeRule");
        Objects.requireNonNull(stoppingCriterion, "stoppingCriterion");
    }

    @Override
    public OptimisationResult minimise(Objective objective, Vector start) {
        return DescentLoop.run(objective, start, stoppingCriterion, current -> stepSizeRule.step(objective, current));
    }
}
