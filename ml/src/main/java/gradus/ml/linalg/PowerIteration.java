package gradus.ml.linalg;

import gradus.ml.numbers.Rng;

/// Finds the eigenvalue of largest size and its eigenvector by multiplying with the matrix again and again:
/// in each step every other direction shrinks against the dominant one, by |λ₂/λ₁|.
///
/// Sources: R. von Mises and H. Pollaczek-Geiringer (1929); G. Golub and C. Van Loan, *Matrix
/// Computations*, 4th edition (2013), section 7.3. The vector is brought to length 1 in each step, or it
/// would leave the range of `double`; and convergence is seen in the residual `A·v − λ·v`, so that a
/// negative eigenvalue, under which v turns round in each step, does no harm.
///
/// @param tolerance how long the residual may be as a share of |λ|, more than 0
/// @param maxIterations after how many multiplications to give up, at least 1
public record PowerIteration(double tolerance, int maxIterations) {

    /// @throws IllegalArgumentException if a setting is out of its range
    public PowerIteration {
        if (!(tolerance > 0 && tolerance < Double.POSITIVE_INFINITY) || maxIterations < 1) {
            throw new IllegalArgumentException(
                    "power iteration needs a tolerance above 0 and at least 1 step, got tolerance " + tolerance
                            + " and " + maxIterations + " steps");
        }
    }

    /// What came of it.
    ///
    /// @param eigenvalue the eigenvalue, with its sign: the Rayleigh quotient `v·A·v`
    /// @param eigenvector the eigenvector of length 1; the first of its components whose size is within a
    ///     millionth of the largest is positive
    /// @param iterations how many multiplications it took
    /// @param converged whether the residual came within the tolerance. It does not where two eigenvalues
    ///     of one size differ, as 1 and -1, or are complex; then value and vector mean nothing
    public record Eigenpair(double eigenvalue, Vector eigenvector, int iterations, boolean converged) {}

    /// The dominant eigenvalue of `a`, shape `(n, n)`, from a start drawn at random, which has a share of
    /// every direction.
    ///
    /// @throws IllegalArgumentException if `a` is empty or not square, or a number in it is not finite
    public Eigenpair dominantEigenpair(Matrix a, Rng rng) {
        double[] start = new double[a.rows()];
        for (int i = 0; i < start.length; i++) {
            start[i] = rng.gaussian();
        }
        return dominantEigenpair(a, Vector.of(start));
    }

    /// The dominant eigenvalue of `a`, shape `(n, n)`, from `start`, shape `(n)`. A start that has no share
    /// of the dominant direction finds another one. O(n²) a step.
    ///
    /// @throws IllegalArgumentException if `a` is not square, a number is not finite, or `start` does not
    ///     fit or is 0
    public Eigenpair dominantEigenpair(Matrix a, Vector start) {
        MatrixChecks.requireSquare(a, "eigenvectors");
        MatrixChecks.finiteRows(a);
        MatrixChecks.finiteComponents(start);
        double length = start.norm();
        if (length == 0) {
            throw new IllegalArgumentException("power iteration starts from a vector that is not 0, got " + start);
        }
        Vector v = start.times(1 / length);
        for (int iteration = 1; ; iteration++) {
            Vector image = a.times(v);
            double value = v.dot(image);
            boolean converged = image.minus(v.times(value)).norm() <= tolerance * Math.abs(value);
            if (converged || iteration == maxIterations) {
                boolean flip = Blas1.shouldFlipSign(v.toArray());
                return new Eigenpair(value, flip ? v.times(-1) : v, iteration, converged);
            }
            v = image.times(1 / image.norm());
        }
    }
}
