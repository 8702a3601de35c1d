/// Derivatives of programs: a scalar engine to read first, then the same idea on tensors.
package gradus.ml.autodiff;
