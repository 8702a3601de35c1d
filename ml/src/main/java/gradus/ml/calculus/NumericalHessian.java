package gradus.ml.calculus;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.SymmetricEigen;
import gradus.ml.linalg.Vector;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/// Hessians by finite differences, and the second-derivative test for critical points, where
/// the gradient is 0.
///
/// The Hessian is the matrix of second derivatives: it describes the curvature of a function. For n inputs it
/// has n² entries, so it is too large for many inputs.
///
/// Source: J. Nocedal and S. Wright, *Numerical Optimization*, 2nd edition (2006), chapters 2 and 8.
public final class NumericalHessian {

    private NumericalHessian() {}

    /// The Hessian of `f` at `x`, shape `(n, n)`, symmetric: entry (i, j) is the second partial derivative
    /// with respect to inputs i and j. By second differences of function values: 2n² + 1 calls of `f`,
    /// accurate to about 7 digits. If you have the gradient, [#hessianFromGradient] is more accurate.
    ///
    /// @throws IllegalArgumentException if a component of `x` is not finite
    public static Matrix hessian(ToDoubleFunction<Vector> f, Vector x) {
        Gradient.requireFinite(x);
        int n = x.size();
        double here = f.applyAsDouble(x);
        double[][] second = new double[n][n];
        for (int i = 0; i < n; i++) {
            // A step near the fourth root of machine epsilon balances truncation and rounding error.
            double hi = secondDifferenceStep(x.get(i));
            second[i][i] = (f.applyAsDouble(Gradient.shifted(x, i, hi))
                            - 2 * here
                            + f.applyAsDouble(Gradient.shifted(x, i, -hi)))
                    / (hi * hi);
            for (int j = 0; j < i; j++) {
                double hj = secondDifferenceStep(x.get(j));
                double sameSigns = f.applyAsDouble(Gradient.shifted(Gradient.shifted(x, i, hi), j, hj))
                        + f.applyAsDouble(Gradient.shifted(Gradient.shifted(x, i, -hi), j, -hj));
                double oppositeSigns = f.applyAsDouble(Gradient.shifted(Gradient.shifted(x, i, hi), j, -hj))
                        + f.applyAsDouble(Gradient.shifted(Gradient.shifted(x, i, -hi), j, hj));
                second[i][j] = second[j][i] = (sameSigns - oppositeSigns) / (4 * hi * hj);
            }
        }
        return Matrix.from(n, n, (r, c) -> second[r][c]);
    }

    /// The Hessian at `x` of the function with this gradient, shape `(n, n)`: the Jacobian of the gradient,
    /// made symmetric. 2n calls of `gradient`, accurate to about 10 digits.
    ///
    /// @throws IllegalArgumentException if a component of `x` is not finite, or `gradient` does not return n
    ///     components
    public static Matrix hessianFromGradient(UnaryOperator<Vector> gradient, Vector x) {
        Matrix jacobian = Gradient.jacobian(gradient, x);
        return jacobian.plus(jacobian.transpose()).times(0.5);
    }

    /// The kinds of critical (stationary) points, where the gradient is 0.
    public enum CriticalPoint {
        /// Local minimum: positive curvature in every direction.
        MINIMUM,
        /// Local maximum: negative curvature in every direction.
        MAXIMUM,
        /// Saddle point: positive curvature in some directions, negative in others.
        SADDLE,
        /// Zero curvature in some direction, and no saddle point: the test is inconclusive.
        DEGENERATE
    }

    /// The second-derivative test: classifies a critical point by the signs of the eigenvalues of its
    /// Hessian, the curvatures. Eigenvalues up to 1e-6 times the largest absolute value count as 0, because
    /// finite differences are not more accurate than that.
    ///
    /// @throws IllegalArgumentException if `hessian` is not symmetric, or an entry is not finite
    public static CriticalPoint classify(Matrix hessian) {
        double[] curvatures = SymmetricEigen.of(hessian).eigenvalues().toArray();
        int n = curvatures.length;
        double negligible = n == 0 ? 0 : 1e-6 * Math.max(Math.abs(curvatures[0]), Math.abs(curvatures[n - 1]));
        boolean grows = n > 0 && curvatures[0] > negligible;
        boolean falls = n > 0 && curvatures[n - 1] < -negligible;
        if (grows && falls) {
            return CriticalPoint.SADDLE;
        }
        if (grows && curvatures[n - 1] > negligible) {
            return CriticalPoint.MINIMUM;
        }
        return falls && curvatures[0] < -negligible ? CriticalPoint.MAXIMUM : CriticalPoint.DEGENERATE;
    }

    private static double secondDifferenceStep(double x) {
        double h = Math.sqrt(Math.sqrt(Math.ulp(1.0))) * Math.max(1, Math.abs(x));
        return (x + h) - x;
    }
}
