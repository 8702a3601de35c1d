/// Finding where a function is least.
///
/// An [gradus.ml.optimise.Objective] is a value and a gradient; a [gradus.ml.optimise.Minimiser] walks
/// downhill on it, and the way it went is a [gradus.ml.optimise.OptimisationResult], with the reason why it
/// ended. Read [gradus.ml.optimise.GradientDescent] first, with its [gradus.ml.optimise.StepSizeRule] and its
/// [gradus.ml.optimise.StoppingCriterion]. The others each mend one of its weaknesses:
///
/// - [gradus.ml.optimise.Momentum] does not swing to and fro across a narrow valley.
/// - [gradus.ml.optimise.Newton] knows the curvature, at the price of n² second derivatives;
///   [gradus.ml.optimise.Lbfgs] guesses it from the gradients, and is the one to take for many
///   inputs; [gradus.ml.optimise.LevenbergMarquardt] gets it for nothing where squares are added up.
/// - [gradus.ml.optimise.ProjectedGradientDescent] stays within a set, and
///   [gradus.ml.optimise.ConstrainedProblem] says what holds it there.
///
/// All of them see the whole objective in each step. Those that learn from a part of the data at a time are
/// in `gradus.ml.nn`.
package gradus.ml.optimise;
