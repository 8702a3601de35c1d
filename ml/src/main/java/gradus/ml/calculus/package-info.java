/// Derivatives of functions: by differences, by dual numbers, and curvature.
package gradus.ml.calculus;
