package gradus.ml.optimise;

import gradus.ml.calculus.Curvature;
import gradus.ml.calculus.Dual;
import gradus.ml.calculus.Gradient;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/// What is to become small: a function of vectors of shape `(n)`, with its gradient.
///
/// Outside its domain a value may be positive infinity or NaN, and searches step back from there. The
/// gradient must be right: check it once with [Gradient#check].
public interface Objective {

    /// The value at `x`.
    double value(Vector x);

    /// The gradient at `x`, shape `(n)`.
    Vector gradient(Vector x);

    /// The second derivatives at `x`, shape `(n, n)`, which only [Newton] asks for: by differences of the
    /// gradient, at the cost of 2n gradients, where nobody knows them better.
    default Matrix hessian(Vector x) {
        return Curvature.hessianFromGradient(this::gradient, x);
    }

    /// Value and gradient at `x` together: worth a method of its own where both come of one computation.
    default Evaluation evaluate(Vector x) {
        return new Evaluation(x, value(x), gradient(x));
    }

    /// The objective with this value and this gradient.
    static Objective of(ToDoubleFunction<Vector> value, UnaryOperator<Vector> gradient) {
        return new Objective() {
            @Override
            public double value(Vector x) {
                return value.applyAsDouble(x);
            }

            @Override
            public Vector gradient(Vector x) {
                return gradient.apply(x);
            }
        };
    }

    /// The objective that is written with dual numbers, which give its gradient exactly, in n runs.
    static Objective ofDualNumbers(Function<Dual[], Dual> function) {
        return of(
                x -> {
                    Dual[] inputs = new Dual[x.size()];
                    for (int i = 0; i < inputs.length; i++) {
                        inputs[i] = Dual.constant(x.get(i));
                    }
                    return function.apply(inputs).value();
                },
                x -> Dual.gradient(function, x));
    }

    /// The objective with this value, its gradient taken by differences in 2n calls: about 10 digits, so
    /// that minimisers reach no gradient below 1e-10 times the size of its values.
    static Objective withNumericalGradient(ToDoubleFunction<Vector> value) {
        return of(value, x -> Gradient.numerical(value, x));
    }
}
