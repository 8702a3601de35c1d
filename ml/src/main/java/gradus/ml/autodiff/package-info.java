/// Reverse-mode automatic differentiation (autograd, backpropagation): exact gradients of a computation by
/// the chain rule, from the result back to the inputs.
///
/// Read in this order:
///
/// 1. [gradus.ml.autodiff.Value]: automatic differentiation of single numbers, in one short file.
/// 2. [gradus.ml.autodiff.Variable]: the same on tensors. It is the type you compute with.
/// 3. [gradus.ml.autodiff.Tape]: records the operations in order, and goes through them in reverse.
/// 4. [gradus.ml.autodiff.VariableOps]: operations of neural networks in one pass each, from the linear layer
///    to causal self-attention.
///
/// Inside the package, [gradus.ml.autodiff.Operation] lists every operation, and
/// [gradus.ml.autodiff.BackwardRules] holds the backward pass of each.
package gradus.ml.autodiff;
