/// Linear algebra in `double`: vectors, matrices and matrix decompositions.
///
/// Read [gradus.ml.linalg.Vector] and [gradus.ml.linalg.Matrix] first: everything else is built from them.
/// Both are immutable. A decomposition (factorisation) is a record: its components are the factors, a static
/// method `of` computes them, and its other methods are what the factors are used for.
///
/// - Linear systems, n equations with n unknowns: [gradus.ml.linalg.Lu] solves them by Gaussian elimination,
///   [gradus.ml.linalg.Cholesky] in half the time if the matrix is symmetric and positive definite. Both end
///   in forward and back substitution, [gradus.ml.linalg.Triangular]. If there is no unique solution, they
///   throw a [gradus.ml.linalg.SingularMatrixException] or a [gradus.ml.linalg.NotPositiveDefiniteException].
/// - Least squares, more equations than unknowns: [gradus.ml.linalg.Qr].
/// - Eigenvalues and eigenvectors: [gradus.ml.linalg.PowerIteration] finds the dominant one, and
///   [gradus.ml.linalg.PageRank] is its best-known application. [gradus.ml.linalg.SymmetricEigen] finds all
///   of a symmetric matrix.
/// - Singular values: [gradus.ml.linalg.Svd] exists for every matrix and tells the most about it: rank,
///   condition number, best low-rank approximation, pseudo-inverse.
///
/// Where a factorisation is not unique, this package fixes one: the diagonal of R is non-negative,
/// eigenvalues and singular values are in descending order, and of each eigenvector and right singular vector
/// the leading component is positive (the first whose absolute value is within a millionth of the largest).
/// Decompositions reject entries that are not finite. *Numerically singular* always means: what is left after
/// a subtraction is no larger than its rounding error, about n·2⁻⁵² times what was subtracted.
///
/// `java.util` has a `Vector` too. A single-type import decides which one is meant, because it wins over a
/// module import:
///
/// ```java
/// import module gradus.ml;
/// import gradus.ml.linalg.Vector;
/// ```
///
/// Inner loops run over plain arrays of `double`; matrix products are computed by `gradus.ml.kernel.Gemm`.
package gradus.ml.linalg;
