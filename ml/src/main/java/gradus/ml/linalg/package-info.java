/// Vectors, matrices and their decompositions, in double.
package gradus.ml.linalg;
