package gradus.ml.autodiff;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;

/// Scalar with reverse-mode automatic differentiation: a number that remembers what it was computed from, so
/// it can compute its derivative with respect to each of those numbers.
///
/// `c = a.times(b)` computes the product, and keeps `a` and `b` with the two *local derivatives* `∂c/∂a = b`
/// and `∂c/∂b = a`: how fast `c` changes with `a`, and with `b`. [#backward] finds the derivatives of a
/// result with respect to everything it was computed from, by the *chain rule*: along a path of operations
/// the local derivatives multiply, and if several paths lead from a number to the result, their products add
/// up.
///
/// **Edges.** At the edge of a domain, the derivative is the one-sided limit, such as infinity for `√x` at 0.
/// Outside of it, as for the logarithm of a negative number, it is NaN, as the result is. Where ReLU has a
/// kink, it is 0. The same holds for [Variable].
///
/// Sources: S. Linnainmaa, "Taylor Expansion of the Accumulated Rounding Error", BIT 16 (1976), 146–160; the
/// design follows A. Karpathy's micrograd (2020).
public final class Value {

    private final double data;
    private final List<Value> inputs;
    private final double[] localDerivatives;
    private double gradient;

    private Value(double data, List<Value> inputs, double... localDerivatives) {
        this.data = data;
        this.inputs = inputs;
        this.localDerivatives = localDerivatives;
    }

    /// A leaf of the computation graph: a number that is given, not computed.
    public static Value of(double data) {
        return new Value(data, List.of());
    }

    /// The number itself, without its history.
    public double data() {
        return data;
    }

    /// Gradient: the derivative of a result with respect to this number, as set by the last [#backward] of a
    /// result that was computed from it. 0 before.
    public double gradient() {
        return gradient;
    }

    /// The sum. Both local derivatives are 1.
    public Value plus(Value other) {
        return new Value(data + other.data, List.of(this, other), 1, 1);
    }

    /// The product. The local derivative with respect to one factor is the other factor.
    public Value times(Value other) {
        return new Value(data * other.data, List.of(this, other), other.data, data);
    }

    /// `xᵖ` for this number x and a constant exponent p, with derivative `p·xᵖ⁻¹`. `x⁰` is 1 for every x, 0
    /// included, and its derivative is 0.
    public Value pow(double exponent) {
        // The formula would give 0 times infinity for x = 0.
        double derivative = exponent == 0 ? 0 : exponent * StrictMath.pow(data, exponent - 1);
        return new Value(StrictMath.pow(data, exponent), List.of(this), derivative);
    }

    /// `eˣ`, which is its own derivative.
    public Value exp() {
        return new Value(StrictMath.exp(data), List.of(this), StrictMath.exp(data));
    }

    /// The natural logarithm, with derivative `1/x`.
    public Value log() {
        return new Value(StrictMath.log(data), List.of(this), data < 0 ? Double.NaN : 1 / Math.abs(data));
    }

    /// Hyperbolic tangent t, an S-shaped curve between −1 and 1, with derivative `1 − t²`, which equals
    /// `1/cosh²(x)`.
    public Value tanh() {
        double cosh = StrictMath.cosh(data);
        return new Value(StrictMath.tanh(data), List.of(this), 1 / cosh / cosh);
    }

    /// ReLU (rectified linear unit), `max(x, 0)`, with derivative 1 for x > 0, else 0. At 0 it has no
    /// derivative; 0 is used.
    public Value relu() {
        return new Value(Math.max(0, data), List.of(this), data > 0 ? 1 : 0);
    }

    /// The difference. The local derivatives are 1 and −1.
    public Value minus(Value other) {
        return new Value(data - other.data, List.of(this, other), 1, -1);
    }

    /// The quotient a/b. The local derivatives are `1/b` and `−a/b²`.
    public Value dividedBy(Value other) {
        double result = data / other.data;
        return new Value(result, List.of(this, other), 1 / other.data, -result / other.data);
    }

    /// Backpropagation: sets the gradient of every number that this one was computed from, and its own to 1.
    ///
    /// The numbers are visited in reverse topological order: each comes after all that were computed from it.
    /// By then its gradient is complete, and is passed on to its inputs, times the local derivatives. One
    /// pass gives the derivatives with respect to all inputs, however many, at a cost proportional to the
    /// number of operations.
    ///
    /// Gradients are replaced, not accumulated over calls as in PyTorch and [Variable].
    public void backward() {
        var order = topologicalOrder();
        order.forEach(value -> value.gradient = 0);
        gradient = 1;
        for (Value value : order.reversed()) {
            for (int i = 0; i < value.localDerivatives.length; i++) {
                value.inputs.get(i).gradient += value.localDerivatives[i] * value.gradient;
            }
        }
    }

    /// Topological order: every number that this one was computed from, once and after its inputs; this one
    /// is last.
    private LinkedHashSet<Value> topologicalOrder() {
        var order = new LinkedHashSet<Value>();
        // Recursion would be shorter, but a long chain would overflow the call stack.
        var stack = new ArrayDeque<>(List.of(this));
        while (!stack.isEmpty()) {
            Value top = stack.peek();
            if (order.containsAll(top.inputs)) {
                order.add(stack.pop());
            } else {
                top.inputs.forEach(stack::push);
            }
        }
        return order;
    }
}
