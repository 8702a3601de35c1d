package gradus.ml.optimise;

import gradus.ml.linalg.Vector;

/// An iterative method that minimises an [Objective]. Its hyperparameters are the components of a record;
/// running it returns an [OptimisationResult]. It is deterministic: the same start gives the same result.
///
/// A minimiser looks for a stationary point, where the gradient is 0. For a convex objective, that is a
/// global minimum. For any other, it may be a local minimum only, and which one depends on the start.
public sealed interface Minimiser
        permits GradientDescent, MomentumGradientDescent, Lbfgs, Newton, ProjectedGradientDescent {

    /// Minimises `objective`, from `start`, shape `(n)`.
    ///
    /// @throws IllegalArgumentException if `start`, or the objective or its gradient there, is not finite, or
    ///     if the gradient does not have the size of `start`
    OptimisationResult minimise(Objective objective, Vector start);
}
