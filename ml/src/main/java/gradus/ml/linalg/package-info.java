/// Vectors, matrices and their decompositions, in double.
///
/// Read [gradus.ml.linalg.Vector] and [gradus.ml.linalg.Matrix] first: everything else is made of them.
/// Neither ever changes. A decomposition is a record whose components are the factors, made by a static
/// method `of`, and what the factors are good for are its methods:
///
/// - [gradus.ml.linalg.Lu] solves as many equations as there are unknowns, by elimination;
///   [gradus.ml.linalg.Cholesky] does so where the matrix is symmetric and positive definite, in half the
///   time. Both end in [gradus.ml.linalg.Triangular], and a matrix that has no answer is refused with a
///   [gradus.ml.linalg.SingularMatrixException] or a [gradus.ml.linalg.NotPositiveDefiniteException].
/// - [gradus.ml.linalg.Qr] is for more equations than unknowns: least squares.
/// - [gradus.ml.linalg.PowerIteration] finds one eigenvector, and [gradus.ml.linalg.PageRank] is its best
///   known use; [gradus.ml.linalg.SymmetricEigen] finds all of a symmetric matrix.
/// - [gradus.ml.linalg.Svd] exists for every matrix, and says the most: rank, condition, the nearest matrix
///   of lower rank, the pseudo-inverse.
///
/// What is not determined by mathematics is settled here once: diagonals of R are not negative, eigenvalues
/// and singular values come in descending order, and directions have a positive leading component. Numbers
/// that are not finite are refused. "Singular as far as `double` can tell" always means: what is left after
/// subtracting is no more than the rounding errors of the subtraction, about n·2⁻⁵² of what was subtracted.
///
/// Inner loops run over plain arrays of double; whole products go through
/// `gradus.ml.kernel.Gemm`.
package gradus.ml.linalg;
