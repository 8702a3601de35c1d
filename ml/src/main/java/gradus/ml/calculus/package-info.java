/// Derivatives of functions: finite differences, dual numbers (forward-mode automatic differentiation),
/// Hessians.
///
/// Read in this order:
///
/// 1. [gradus.ml.calculus.Derivative]: finite differences, and why too small a step size is as bad as too
///    large a one.
/// 2. [gradus.ml.calculus.Dual]: dual numbers need no step size, because they apply the chain rule while the
///    program runs.
/// 3. [gradus.ml.calculus.Gradient]: the same for functions of many variables, with
///    [gradus.ml.calculus.GradientCheck], which checks every gradient in this library that was derived by
///    hand.
/// 4. [gradus.ml.calculus.NumericalHessian]: second derivatives, the Hessian, and the classification of
///    critical points.
///
/// Reverse-mode automatic differentiation (backpropagation), for whole neural networks, is in
/// `gradus.ml.autodiff`.
package gradus.ml.calculus;
