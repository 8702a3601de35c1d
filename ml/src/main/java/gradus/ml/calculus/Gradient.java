package gradus.ml.calculus;

import gradus.ml.linalg.Vector;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/// Gradients of functions of many numbers, from their values alone, and the check of those that were
/// derived by hand.
///
/// The gradient has shape `(n)`, and is the direction in which the function grows fastest. Finding it so
/// takes 2n calls of the function, and gives about 10 digits: enough to check one that is found otherwise,
/// too slow to learn with.
public final class Gradient {

    private Gradient() {}

    /// The gradient of `f` at `x`, shape `(n)`, by central differences in each component.
    ///
    /// @throws IllegalArgumentException if a component of `x` is not finite
    public static Vector numerical(ToDoubleFunction<Vector> f, Vector x) {
        requireFinite(x);
        return Vector.from(x.size(), i -> Derivative.central(moved -> f.applyAsDouble(with(x, i, moved)), x.get(i)));
    }

    /// How fast `f` changes where one goes from `x` along `direction`, at its speed: the dot product of the
    /// gradient with `direction`. Two calls of `f`.
    ///
    /// @throws IllegalArgumentException if the sizes differ, or a component is not finite
    public static double directionalDerivative(ToDoubleFunction<Vector> f, Vector x, Vector direction) {
        requireFinite(x);
        requireFinite(direction);
        double speed = direction.norm();
        if (speed == 0) {
            return 0;
        }
        Vector unit = direction.times(1 / speed);
        double h = Derivative.step(x.norm());
        Vector above = x.plus(unit.times(h));
        Vector below = x.minus(unit.times(h));
        return speed * (f.applyAsDouble(above) - f.applyAsDouble(below)) / (2 * h);
    }

    /// Holds the gradient that `gradient` claims for `f` at `x` against differences of `f`:
    /// [GradientCheck#DOUBLES].
    ///
    /// @throws IllegalArgumentException if the gradient has not the size of `x`, or `f` is not finite
    ///     around `x`
    public static GradientCheck.Report check(ToDoubleFunction<Vector> f, UnaryOperator<Vector> gradient, Vector x) {
        requireFinite(x);
        double[] moving = x.toArray();
        return GradientCheck.DOUBLES.check(
                GradientCheck.Parameters.of(moving),
                () -> f.applyAsDouble(Vector.of(moving)),
                gradient.apply(x).toArray());
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
                        "derivatives are taken at finite points, got " + x.get(i) + " at index " + i);
            }
        }
    }
}
