package gradus.ml.calculus;

import gradus.ml.linalg.Vector;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Dual number, for forward-mode automatic differentiation: a value together with its derivative with respect
/// to one input of the program that computes it. Arithmetic on dual numbers applies the chain rule, so a
/// program written with them returns the exact derivative of what it computes (up to rounding), with no step
/// size to choose.
///
/// **Cost.** O(1) per operation. Each run carries one derivative along, so the gradient with respect to n
/// inputs takes n runs; `gradus.ml.autodiff` needs only one.
///
/// **Caveats.** Outside the domain of a function, value and derivative are what [Math] and the formula give:
/// NaN or infinite. A constant keeps the derivative 0, even where the derivative of the function is infinite.
///
/// Sources: W. Clifford, "Preliminary Sketch of Biquaternions" (1873); A. Griewank and A. Walther,
/// *Evaluating Derivatives*, 2nd edition (2008), chapter 3.
///
/// @param value the value
/// @param derivative its derivative with respect to the input
public record Dual(double value, double derivative) {

    /// A constant: its derivative is 0.
    public static Dual constant(double value) {
        return new Dual(value, 0);
    }

    /// The input itself: its derivative is 1.
    public static Dual variable(double value) {
        return new Dual(value, 1);
    }

    /// The derivative of `f` at `x`.
    public static double derivative(UnaryOperator<Dual> f, double x) {
        return f.apply(variable(x)).derivative;
    }

    /// The gradient of `f` at `x`, shape `(n)`: its partial derivatives. n runs of `f`.
    public static Vector gradient(Function<Dual[], Dual> f, Vector x) {
        double[] partials = new double[x.size()];
        for (int i = 0; i < partials.length; i++) {
            double[] direction = new double[x.size()];
            direction[i] = 1;
            partials[i] = directionalDerivative(f, x, Vector.of(direction));
        }
        return Vector.of(partials);
    }

    /// The directional derivative of `f` at `x` along `direction`, both of shape `(n)`: the dot product of
    /// the gradient with `direction`, which is not normalised. One run of `f`.
    ///
    /// @throws IllegalArgumentException if the sizes differ
    public static double directionalDerivative(Function<Dual[], Dual> f, Vector x, Vector direction) {
        if (x.size() != direction.size()) {
            throw new IllegalArgumentException(
                    "x and direction must have the same size, got sizes " + x.size() + " and " + direction.size());
        }
        Dual[] inputs = new Dual[x.size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = new Dual(x.get(i), direction.get(i));
        }
        return f.apply(inputs).derivative;
    }

    /// The sum.
    public Dual plus(Dual other) {
        return new Dual(value + other.value, derivative + other.derivative);
    }

    /// The sum with a constant.
    public Dual plus(double constant) {
        return new Dual(value + constant, derivative);
    }

    /// The difference, this minus `other`.
    public Dual minus(Dual other) {
        return new Dual(value - other.value, derivative - other.derivative);
    }

    /// The difference, this minus a constant.
    public Dual minus(double constant) {
        return new Dual(value - constant, derivative);
    }

    /// The product, with the product rule: `(f·g)′ = f′·g + f·g′`.
    public Dual times(Dual other) {
        return new Dual(value * other.value, derivative * other.value + value * other.derivative);
    }

    /// The product with a constant.
    public Dual times(double constant) {
        return new Dual(value * constant, derivative * constant);
    }

    /// The quotient, with the quotient rule: `(f/g)′ = (f′ − (f/g)·g′) / g`.
    public Dual dividedBy(Dual other) {
        double quotient = value / other.value;
        return new Dual(quotient, (derivative - quotient * other.derivative) / other.value);
    }

    /// The quotient by a constant.
    public Dual dividedBy(double constant) {
        return new Dual(value / constant, derivative / constant);
    }

    /// The negative.
    public Dual negate() {
        return new Dual(-value, -derivative);
    }

    /// The chain rule, for any outer function: give its value and its derivative at the value of this number.
    /// The result has the derivative of the outer function times that of this number; a constant keeps the
    /// derivative 0. So you can add functions that this class lacks.
    public Dual chain(double outerValue, double outerDerivative) {
        return new Dual(outerValue, derivative == 0 ? 0 : outerDerivative * derivative);
    }

    /// Power with a constant exponent. With exponent 0 the result is the constant 1.
    public Dual pow(double exponent) {
        return exponent == 0
                ? constant(1)
                : chain(StrictMath.pow(value, exponent), exponent * StrictMath.pow(value, exponent - 1));
    }

    /// Power with a variable exponent; the base, this number, must be positive.
    public Dual pow(Dual exponent) {
        return log().times(exponent).exp();
    }

    /// The square root. At 0 its derivative is infinite.
    public Dual sqrt() {
        double root = Math.sqrt(value);
        return chain(root, 0.5 / root);
    }

    /// The exponential function.
    public Dual exp() {
        double power = StrictMath.exp(value);
        return chain(power, power);
    }

    /// The natural logarithm.
    public Dual log() {
        return chain(StrictMath.log(value), 1 / value);
    }

    /// The sine of an angle in radians.
    public Dual sin() {
        return chain(StrictMath.sin(value), StrictMath.cos(value));
    }

    /// The cosine of an angle in radians.
    public Dual cos() {
        return chain(StrictMath.cos(value), -StrictMath.sin(value));
    }

    /// The arctangent, in radians between -π/2 and π/2.
    public Dual atan() {
        return chain(StrictMath.atan(value), 1 / (1 + value * value));
    }

    /// The hyperbolic tangent.
    public Dual tanh() {
        // 1 - tanh² would lose its digits where tanh is near 1.
        double cosh = StrictMath.cosh(value);
        return chain(StrictMath.tanh(value), 1 / cosh / cosh);
    }

    /// The absolute value. At 0, where it is not differentiable, the derivative is taken as 0.
    public Dual abs() {
        return chain(Math.abs(value), Math.signum(value));
    }

    /// The maximum; `other` if both values are equal, and NaN if one of them is.
    public Dual max(Dual other) {
        return value > other.value || Double.isNaN(value) ? this : other;
    }
}
