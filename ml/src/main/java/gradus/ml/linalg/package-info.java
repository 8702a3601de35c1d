/// Linear algebra in `double`: vectors, matrices and matrix decompositions.
///
/// Read [gradus.ml.linalg.Vector] and [gradus.ml.linalg.Matrix] first: everything else is built from them.
/// Both are immutable. A decomposition (factorisation) is a record: its components are the factors, a static
/// method `of` computes them, and its other methods use the factors, for instance to solve a linear system.
///
/// - Linear systems, n equations with n unknowns: [gradus.ml.linalg.Lu] solves them by Gaussian elimination,
///   [gradus.ml.linalg.Cholesky] in half the time if the matrix is symmetric and positive definite. Both then
///   use forward and back substitution, [gradus.ml.linalg.Triangular]. If there is no unique solution, they
///   throw a [gradus.ml.linalg.SingularMatrixException] or a [gradus.ml.linalg.NotPositiveDefiniteException].
/// - Least squares, more equations than unknowns: [gradus.ml.linalg.Qr].
/// - Eigenvalues and eigenvectors: [gradus.ml.linalg.PowerIteration] finds the dominant eigenpair, and
///   [gradus.ml.linalg.PageRank] is its best-known application. [gradus.ml.linalg.SymmetricEigen] finds all
///   eigenpairs of a symmetric matrix.
/// - Singular values: [gradus.ml.linalg.Svd] exists for every matrix and gives its rank, its condition
///   number, its best low-rank approximations and its pseudo-inverse.
///
/// Where a factorisation is not unique, this package follows a convention: the diagonal of R is non-negative,
/// eigenvalues and singular values are in descending order, and the leading component of each eigenvector and
/// right singular vector is positive (the first whose absolute value is at least 1 − 1e-6 times the largest).
/// Decompositions reject entries that are not finite. Near the largest and the smallest `double` they are as
/// accurate as elsewhere, because they scale a matrix first ([gradus.ml.linalg.PowerOfTwoScaling]). They
/// refuse with an `ArithmeticException` if a number of the result exceeds the largest `double`. *Numerically
/// singular* means that a pivot (in QR, a diagonal entry of R) is zero up to rounding: at most about n·2⁻⁵²
/// times the terms that are subtracted to compute it.
///
/// `java.util` has a `Vector` too. A single-type import resolves the ambiguity, because it takes precedence
/// over a module import:
///
/// ```java
/// import module gradus.ml;
/// import gradus.ml.linalg.Vector;
/// ```
///
/// Inner loops run over plain arrays of `double`; matrix products are computed by `gradus.ml.kernel.Gemm`.
package gradus.ml.linalg;
