package gradus.ml.optimise;

import gradus.ml.linalg.Vector;

/// Steepest descent: each step goes against the gradient. Near a minimum, the error shrinks in each step by
/// about `(κ − 1)/(κ + 1)`, where κ is the ratio of the largest to the smallest curvature, so that the
/// number of steps grows with κ.
///
/// Source: A. Cauchy (1847); S. Boyd and L. Vandenberghe, *Convex Optimization* (2004), section 9.3.
///
/// @param rule how long the steps are
/// @param stop when it ends
public record GradientDescent(StepRule rule, Stop stop) implements Minimiser {

    @Override
    public Descent minimise(Objective objective, Vector start) {
        return Path.follow(objective, start, stop, here -> rule.step(objective, here));
    }
}
