/// Derivatives of functions: by differences, by dual numbers, and curvature.
///
/// Read [gradus.ml.calculus.Derivative] first: what a derivative is, and why no step is small enough. Then
/// [gradus.ml.calculus.Dual], which needs no step, because it runs the chain rule along with the program.
/// [gradus.ml.calculus.Gradient] is the same for functions of many numbers, with
/// [gradus.ml.calculus.GradientCheck], by which every gradient in this library that was derived by hand is
/// checked. [gradus.ml.calculus.Curvature] goes one derivative further.
///
/// Derivatives of whole networks, by going through the program backwards, are in `gradus.ml.autodiff`.
package gradus.ml.calculus;
