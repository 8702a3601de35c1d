package gradus.ml.optimise;

import gradus.ml.linalg.Vector;

/// Steepest descent: each step goes against the gradient. Near a minimum, the error shrinks in each step by
/// about `(κ − 1)/(κ + 1)`, where κ is the ratio of the largest to the smallest curvature, so that the
/// number of steps grows with κ.
///
/// Source: A. Cauchy (1847); S. Boyd and L. Vandenberghe, *Convex Optimization* (2004), section 9.3.
///
/// @param stepSizeRule how long the steps are
/// @param stoppingCriterion when it ends
public record GradientDescent(StepSizeRule stepSizeRule, StoppingCriterion stoppingCriterion) implements Minimiser {

    @Override
    public OptimisationResult minimise(Objective objective, Vector start) {
        return DescentLoop.run(objective, start, stoppingCriterion, current -> stepSizeRule.step(objective, current));
    }
}
