package gradus.ml.linalg;

import gradus.ml.numbers.Rng;
import java.util.function.UnaryOperator;

/// Power iteration: finds the dominant eigenvalue (the largest in absolute value) and its eigenvector by
/// multiplying by the matrix repeatedly. Each iteration shrinks all other directions relative to the dominant
/// one, by the factor |λ₂/λ₁| or better.
///
/// **Method.** The vector is normalised in each iteration, because it would overflow or underflow otherwise.
/// Convergence is measured by the residual `A·v − λ·v`, so a negative eigenvalue, under which v changes sign
/// in each iteration, is no problem.
///
/// Sources: R. von Mises and H. Pollaczek-Geiringer (1929); G. Golub and C. Van Loan, *Matrix Computations*,
/// 4th edition (2013), section 7.3.
///
/// @param tolerance converged when the norm of the residual is at most this times |λ|; finite, more than 0
/// @param maxIterations maximum number of multiplications, at least 1
public record PowerIteration(double tolerance, int maxIterations) {

    /// @throws IllegalArgumentException if a parameter is out of range
    public PowerIteration {
        if (!(tolerance > 0 && tolerance < Double.POSITIVE_INFINITY) || maxIterations < 1) {
            throw new IllegalArgumentException(
                    "tolerance must be finite and greater than 0, and maxIterations at least 1, got tolerance "
                            + tolerance + " and maxIterations " + maxIterations);
        }
    }

    /// The result: an eigenvalue and its eigenvector.
    ///
    /// @param eigenvalue the eigenvalue, with its sign: the Rayleigh quotient `v·A·v`
    /// @param eigenvector the eigenvector, of length 1; the leading component (the first whose absolute value
    ///     is at least 1 − 1e-6 times the largest) is positive
    /// @param iterations number of multiplications
    /// @param converged whether the residual is within the tolerance. If not, the result is not an eigenpair:
    ///     either two different eigenvalues have the largest absolute value (1 and −1, or a complex pair), or
    ///     more iterations are needed
    public record Eigenpair(double eigenvalue, Vector eigenvector, int iterations, boolean converged) {

        /// With `-eigenvector` instead if that is the one with a positive leading component: both are
        /// eigenvectors.
        public Eigenpair {
            if (Blas1.shouldFlipSign(eigenvector.toArray())) {
                eigenvector = eigenvector.times(-1);
            }
        }
    }

    /// The dominant eigenpair of `a`, shape `(n, n)`, from a random start, which has a component in every
    /// direction.
    ///
    /// @throws IllegalArgumentException if `a` is empty or not square, or an entry is not finite
    public Eigenpair dominantEigenpair(Matrix a, Rng rng) {
        double[] start = new double[a.rows()];
        for (int i = 0; i < start.length; i++) {
            start[i] = rng.gaussian();
        }
        return dominantEigenpair(a, Vector.of(start));
    }

    /// The dominant eigenpair of `a`, shape `(n, n)`, from `start`, shape `(n)`. A start that is orthogonal
    /// to the dominant direction may converge to another eigenpair. O(n²) per iteration.
    ///
    /// @throws IllegalArgumentException if `a` is not square, a number is not finite, or `start` has the
    ///     wrong size or is 0
    public Eigenpair dominantEigenpair(Matrix a, Vector start) {
        MatrixChecks.requireSquare(a, "eigenvectors");
        double[][] rows = MatrixChecks.finiteRows(a);
        double[] direction = MatrixChecks.finiteComponents(start);
        int exponent = PowerOfTwoScaling.normalise(rows);
        Matrix scaled = MatrixChecks.ofShape(a.rows(), a.columns(), rows);
        PowerOfTwoScaling.normalise(direction);
        Eigenpair found = dominantEigenpair(scaled::times, Vector.of(direction));
        double eigenvalue = PowerOfTwoScaling.undo(found.eigenvalue(), exponent, "the eigenvalue");
        return new Eigenpair(eigenvalue, found.eigenvector(), found.iterations(), found.converged());
    }

    /// The dominant eigenpair of the linear map `map`, from `start`, shape `(n)`. Nothing but products with
    /// the matrix is needed, so the matrix itself need not exist (*matrix-free*): a sparse one can multiply
    /// in its own way. Each iteration calls `map` once, with a vector of length 1: first the direction of
    /// `start`, then that of each image.
    ///
    /// @param map maps a vector to one of the same size; a linear map with finite results
    /// @throws IllegalArgumentException if `start` is 0
    public Eigenpair dominantEigenpair(UnaryOperator<Vector> map, Vector start) {
        if (start.norm() == 0) {
            throw new IllegalArgumentException("the start vector must not be 0, got " + start);
        }
        Vector v = start.times(1 / start.norm());
        for (int iteration = 1; ; iteration++) {
            Vector image = map.apply(v);
            double value = v.dot(image);
            boolean converged = image.minus(v.times(value)).norm() <= tolerance * Math.abs(value);
            if (converged || iteration == maxIterations) {
                return new Eigenpair(value, v, iteration, converged);
            }
            v = image.times(1 / image.norm());
        }
    }
}
