package gradus.ml.calculus;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/// Gradients of functions of many variables by finite differences, and the check of gradients derived by
/// hand.
///
/// The gradient, shape `(n)`, is the vector of partial derivatives; it points in the direction of steepest
/// ascent. Finite differences take 2n calls of the function and are accurate to about 10 digits: enough to
/// check a gradient, too slow to train with.
public final class Gradient {

    private Gradient() {}

    /// The gradient of `f` at `x`, shape `(n)`, by central differences: 2n calls of `f`.
    ///
    /// @throws IllegalArgumentException if a component of `x` is not finite
    public static Vector numerical(ToDoubleFunction<Vector> f, Vector x) {
        requireFinite(x);
        double[] gradient = new double[x.size()];
        for (int i = 0; i < gradient.length; i++) {
            int index = i;
            gradient[i] = Derivative.central(moved -> f.applyAsDouble(with(x, index, moved)), x.get(i));
        }
        return Vector.of(gradient);
    }

    /// The directional derivative of `f` at `x` along `direction`, by a central difference: the dot product
    /// of the gradient with `direction`, which is not normalised. Two calls of `f`.
    ///
    /// @throws IllegalArgumentException if the sizes differ, or a component is not finite
    public static double directionalDerivative(ToDoubleFunction<Vector> f, Vector x, Vector direction) {
        requireFinite(x);
        requireFinite(direction);
        if (direction.size() != x.size()) {
            throw new IllegalArgumentException("a direction must have the size of the point, got " + direction.size()
                    + " components for " + x.size());
        }
        double speed = direction.norm();
        if (speed == 0) {
            return 0;
        }
        Vector unit = direction.map(component -> component / speed);
        double h = Derivative.step(x.norm());
        Vector above = x.plus(unit.times(h));
        Vector below = x.minus(unit.times(h));
        return speed * (f.applyAsDouble(above) - f.applyAsDouble(below)) / (2 * h);
    }

    /// Gradient check: compares `gradient` with finite differences of `f` at `x`, with
    /// [GradientCheck#DOUBLES].
    ///
    /// @throws IllegalArgumentException if the gradient does not have the size of `x`, or `f` is not finite
    ///     near `x`
    public static GradientCheck.Report check(ToDoubleFunction<Vector> f, UnaryOperator<Vector> gradient, Vector x) {
        requireFinite(x);
        double[] moving = x.toArray();
        return GradientCheck.DOUBLES.check(
                GradientCheck.Parameters.of(moving),
                () -> f.applyAsDouble(Vector.of(moving)),
                gradient.apply(x).toArray());
    }

    /// The Jacobian matrix of `f` at `x`, shape `(m, n)`: row i is the gradient of output i. By central
    /// differences: 2n calls of `f`, accurate to about 10 digits.
    ///
    /// @throws IllegalArgumentException if a component of `x` is not finite, or `f` returns vectors of
    ///     different sizes
    public static Matrix jacobian(UnaryOperator<Vector> f, Vector x) {
        requireFinite(x);
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

    private static Vector with(Vector x, int index, double value) {
        double[] components = x.toArray();
        components[index] = value;
        return Vector.of(components);
    }

    static void requireFinite(Vector x) {
        for (int i = 0; i < x.size(); i++) {
            if (!Double.isFinite(x.get(i))) {
                throw new IllegalArgumentException(
                        "every component must be finite, got " + x.get(i) + " at index " + i);
            }
        }
    }

    static Vector shifted(Vector x, int index, double by) {
        double[] components = x.toArray();
        components[index] += by;
        return Vector.of(components);
    }
}
