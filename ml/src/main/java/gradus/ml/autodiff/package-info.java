/// Derivatives of whatever is computed, by the chain rule, from the result back to the inputs.
///
/// Read [gradus.ml.autodiff.Value] first: the whole idea, on single numbers, in one short file. The rest is
/// the same on tensors. [gradus.ml.autodiff.Variable] is what one computes with. A [gradus.ml.autodiff.Tape]
/// keeps what was computed, in order, and goes through it backwards. [gradus.ml.autodiff.Operation] lists all
/// there is to compute, and [gradus.ml.autodiff.BackwardRules] holds the derivative of each.
package gradus.ml.autodiff;
