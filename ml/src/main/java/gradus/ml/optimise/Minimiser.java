package gradus.ml.optimise;

import gradus.ml.linalg.Vector;

/// A way to walk downhill. Its settings are a record, the walk is another, and the same walk comes of the
/// same settings and the same start.
///
/// What they find is a point where the gradient is 0 as far as one can tell: the global minimum of a convex
/// objective, and of any other a point where it depends on the start.
public sealed interface Minimiser permits GradientDescent, Momentum, Lbfgs, Newton, ProjectedGradientDescent {

    /// Walks from `start`, shape `(n)`, to where `objective` is small.
    ///
    /// @throws IllegalArgumentException if `start`, or the objective or its gradient there, is not finite,
    ///     or the gradient has not the size of `start`
    OptimisationResult minimise(Objective objective, Vector start);
}
