/// Numerical optimisation: finding a minimum of a function with gradient descent, Newton's method and their
/// relatives.
///
/// An [gradus.ml.optimise.Objective] is a function with its gradient. A [gradus.ml.optimise.Minimiser] starts
/// at a point and steps downhill. It returns an [gradus.ml.optimise.OptimisationResult]: every point it
/// visited, and the reason why it stopped.
///
/// Read [gradus.ml.optimise.GradientDescent] first, with its [gradus.ml.optimise.StepSizeRule] and its
/// [gradus.ml.optimise.StoppingCriterion]. Each of the others fixes one of its weaknesses:
///
/// - [gradus.ml.optimise.MomentumGradientDescent] zigzags less in a narrow valley.
/// - [gradus.ml.optimise.Newton] uses the curvature, at the cost of n² second derivatives.
/// - [gradus.ml.optimise.Lbfgs] approximates the curvature from gradients. It is the usual first choice for
///   many variables.
/// - [gradus.ml.optimise.LevenbergMarquardt] minimises sums of squares, where first derivatives already give
///   an approximate Hessian.
/// - [gradus.ml.optimise.ProjectedGradientDescent] stays within a convex set, its
///   [gradus.ml.optimise.Projection]. [gradus.ml.optimise.ConstrainedProblem] checks the optimality
///   conditions of a problem with constraints.
///
/// [gradus.ml.optimise.LineSearch] chooses step lengths along a direction;
/// [gradus.ml.optimise.ConvexityCheck] looks for a counterexample to convexity.
///
/// All of them use the whole objective in each step. Optimisers for mini-batches are in `gradus.ml.nn`.
package gradus.ml.optimise;
