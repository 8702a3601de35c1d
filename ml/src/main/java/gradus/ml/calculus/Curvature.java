package gradus.ml.calculus;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.SymmetricEigen;
import gradus.ml.linalg.Vector;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/// Second derivatives, and what they say of a point where the gradient is 0.
///
/// A Hessian of n inputs has n² numbers, which is what limits its use.
///
/// Source: J. Nocedal and S. Wright, *Numerical Optimization*, 2nd edition (2006), chapters 2 and 8.
public final class Curvature {

    private Curvature() {}

    /// The Jacobian of `f` at `x`, shape `(m, n)`: row i is the gradient of output i. By central
    /// differences: 2n calls of `f`, and about 10 digits.
    ///
    /// @throws IllegalArgumentException if a component of `x` is not finite, or `f` gives vectors of
    ///     different sizes
    public static Matrix jacobian(UnaryOperator<Vector> f, Vector x) {
        Gradient.requireFinite(x);
        int n = x.size();
        double[][] columns = new double[n][];
        for (int j = 0; j < n; j++) {
            double h = Derivative.step(x.get(j));
            Vector above = shifted(x, j, h);
            Vector below = shifted(x, j, -h);
            columns[j] = f.apply(above)
                    .minus(f.apply(below))
                    .times(1 / (above.get(j) - below.get(j)))
                    .toArray();
        }
        int m = n == 0 ? f.apply(x).size() : columns[0].length;
        return Matrix.from(m, n, (r, c) -> columns[c][r]);
    }

    /// The Hessian of `f` at `x`, shape `(n, n)`, symmetric: number (i, j) is the second derivative by
    /// inputs i and j. From values alone: 2n² + 1 calls of `f`, and about 7 digits.
    ///
    /// @throws IllegalArgumentException if a component of `x` is not finite
    public static Matrix hessian(ToDoubleFunction<Vector> f, Vector x) {
        Gradient.requireFinite(x);
        int n = x.size();
        double here = f.applyAsDouble(x);
        double[][] second = new double[n][n];
        for (int i = 0; i < n; i++) {
            // The fourth root of rounding balances the errors of a second difference.
            double hi = secondDifferenceStep(x.get(i));
            second[i][i] =
                    (f.applyAsDouble(shifted(x, i, hi)) - 2 * here + f.applyAsDouble(shifted(x, i, -hi))) / (hi * hi);
            for (int j = 0; j < i; j++) {
                double hj = secondDifferenceStep(x.get(j));
                double sameSigns = f.applyAsDouble(shifted(shifted(x, i, hi), j, hj))
                        + f.applyAsDouble(shifted(shifted(x, i, -hi), j, -hj));
                double oppositeSigns = f.applyAsDouble(shifted(shifted(x, i, hi), j, -hj))
                        + f.applyAsDouble(shifted(shifted(x, i, -hi), j, hj));
                second[i][j] = second[j][i] = (sameSigns - oppositeSigns) / (4 * hi * hj);
            }
        }
        return Matrix.from(n, n, (r, c) -> second[r][c]);
    }

    /// The Hessian of the function with this gradient at `x`, shape `(n, n)`, symmetric: the Jacobian of
    /// the gradient. 2n calls of `gradient`, and about 10 digits.
    ///
    /// @throws IllegalArgumentException if a component of `x` is not finite
    public static Matrix hessianFromGradient(UnaryOperator<Vector> gradient, Vector x) {
        Matrix jacobian = jacobian(gradient, x);
        return jacobian.plus(jacobian.transpose()).times(0.5);
    }

    /// What a point is where the gradient is 0.
    public enum CriticalPoint {
        /// The function grows in every direction.
        MINIMUM,
        /// The function falls in every direction.
        MAXIMUM,
        /// The function grows in some directions and falls in others.
        SADDLE,
        /// There is a direction of no curvature, and none of the opposite one: second derivatives do not
        /// decide.
        DEGENERATE
    }

    /// What a point is at which the gradient is 0 and the Hessian is `hessian`, where curvatures up to 1e-6
    /// of the largest count as 0: more than that is not sure of differences.
    ///
    /// @throws IllegalArgumentException if `hessian` is not symmetric, or a number in it is not finite
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

    private static Vector shifted(Vector x, int index, double by) {
        double[] components = x.toArray();
        components[index] += by;
        return Vector.of(components);
    }
}
