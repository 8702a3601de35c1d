package gradus.ml.optimise;

import gradus.ml.calculus.Dual;
import gradus.ml.calculus.Gradient;
import gradus.ml.calculus.NumericalHessian;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/// An objective (loss) to minimise: a function of vectors of shape `(n)`, with its gradient.
///
/// Outside its domain, the value may be positive infinity or NaN; line searches then shorten the step. The
/// gradient must be correct: check it once with [Gradient#check].
public interface Objective {

    /// The value at `x`.
    double value(Vector x);

    /// The gradient at `x`, shape `(n)`.
    Vector gradient(Vector x);

    /// The Hessian (second derivatives) at `x`, shape `(n, n)`. Only [Newton] uses it. This default takes
    /// finite differences of the gradient, at the cost of 2n gradients; override it if you have the Hessian
    /// in closed form.
    default Matrix hessian(Vector x) {
        return NumericalHessian.hessianFromGradient(this::gradient, x);
    }

    /// Value and gradient at `x` together. Override it if one computation gives both.
    default ObjectiveEvaluation evaluate(Vector x) {
        return new ObjectiveEvaluation(x, value(x), gradient(x));
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

    /// The objective with this function of dual numbers. Forward-mode automatic differentiation gives its
    /// gradient, exact up to rounding, in n evaluations.
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

    /// The objective with this value and a numerical gradient, by finite differences: 2n calls, about 10
    /// digits. Minimisers therefore can't bring the norm of the gradient below about 1e-10 times the size of
    /// the values.
    static Objective withNumericalGradient(ToDoubleFunction<Vector> value) {
        return of(value, x -> Gradient.numerical(value, x));
    }
}
