package gradus.ml.calculus;

import gradus.ml.linalg.Vector;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A number together with how fast it changes: a value, and its derivative by one input of the program that
/// computes it. Arithmetic on such numbers is the chain rule, executed, so that a program written with them
/// has the exact derivative of what it computes, but for rounding, and no step to choose.
///
/// A derivative by n inputs needs n runs, for each run carries one derivative along. Every operation costs
/// O(1). Outside the domain of a function, value and derivative are what [Math] and the formula give: NaN
/// or infinite. What does not change keeps the derivative 0 even where the slope is infinite.
///
/// Source: W. Clifford, "Preliminary Sketch of Biquaternions" (1873); A. Griewank and A. Walther,
/// *Evaluating Derivatives*, 2nd edition (2008), chapter 3.
///
/// @param value the number
/// @param derivative how fast it changes
public record Dual(double value, double derivative) {

    /// A number that does not change: its derivative is 0.
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

    /// The gradient of `f` at `x`, shape `(n)`: its derivative by each input. n runs of `f`.
    public static Vector gradient(Function<Dual[], Dual> f, Vector x) {
        return Vector.from(x.size(), i -> directionalDerivative(f, x, Vector.from(x.size(), j -> i == j ? 1 : 0)));
    }

    /// How fast `f` changes where one goes from `x` along `direction`, both of shape `(n)`, at its speed.
    /// One run of `f`.
    ///
    /// @throws IllegalArgumentException if the sizes differ
    public static double directionalDerivative(Function<Dual[], Dual> f, Vector x, Vector direction) {
        if (x.size() != direction.size()) {
            throw new IllegalArgumentException(
                    "a point and a direction have one size, got sizes " + x.size() + " and " + direction.size());
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

    /// This less `other`.
    public Dual minus(Dual other) {
        return new Dual(value - other.value, derivative - other.derivative);
    }

    /// This less a constant.
    public Dual minus(double constant) {
        return new Dual(value - constant, derivative);
    }

    /// The product: `(f·g)′ = f′·g + f·g′`.
    public Dual times(Dual other) {
        return new Dual(value * other.value, derivative * other.value + value * other.derivative);
    }

    /// The product with a constant.
    public Dual times(double constant) {
        return new Dual(value * constant, derivative * constant);
    }

    /// The quotient: `(f/g)′ = (f′ − (f/g)·g′) / g`.
    public Dual dividedBy(Dual other) {
        double quotient = value / other.value;
        return new Dual(quotient, (derivative - quotient * other.derivative) / other.value);
    }

    /// The quotient by a constant.
    public Dual dividedBy(double constant) {
        return new Dual(value / constant, derivative / constant);
    }

    /// The number with its sign turned.
    public Dual negate() {
        return new Dual(-value, -derivative);
    }

    /// This to the power of a constant. The power 0 is 1 everywhere, and does not change.
    public Dual pow(double exponent) {
        return exponent == 0 ? constant(1) : chain(Math.pow(value, exponent), exponent * Math.pow(value, exponent - 1));
    }

    /// This, above 0, to the power of `exponent`.
    public Dual pow(Dual exponent) {
        return log().times(exponent).exp();
    }

    /// The square root. At 0 the slope is infinite.
    public Dual sqrt() {
        double root = Math.sqrt(value);
        return chain(root, 0.5 / root);
    }

    /// The exponential.
    public Dual exp() {
        double power = Math.exp(value);
        return chain(power, power);
    }

    /// The natural logarithm.
    public Dual log() {
        return chain(Math.log(value), 1 / value);
    }

    /// The sine of an angle in radians.
    public Dual sin() {
        return chain(Math.sin(value), Math.cos(value));
    }

    /// The cosine of an angle in radians.
    public Dual cos() {
        return chain(Math.cos(value), -Math.sin(value));
    }

    /// The angle in radians, between -π/2 and π/2, whose tangent this is.
    public Dual atan() {
        return chain(Math.atan(value), 1 / (1 + value * value));
    }

    /// The hyperbolic tangent.
    public Dual tanh() {
        double tanh = Math.tanh(value);
        return chain(tanh, 1 - tanh * tanh);
    }

    /// The size. At 0, where there is no derivative, the slope 0 is taken.
    public Dual abs() {
        return chain(Math.abs(value), Math.signum(value));
    }

    /// The larger of both; the other one where they are equal.
    public Dual max(Dual other) {
        return value > other.value ? this : other;
    }

    /// The chain rule: the slope of the outer function, times how fast its input changes.
    private Dual chain(double outerValue, double outerDerivative) {
        return new Dual(outerValue, derivative == 0 ? 0 : outerDerivative * derivative);
    }
}
