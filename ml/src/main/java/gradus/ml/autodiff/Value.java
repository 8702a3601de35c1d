package gradus.ml.autodiff;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;

/// A number that remembers what it was computed from, and so can say how much each of those numbers
/// matters.
///
/// `c = a.times(b)` is the product, and keeps `a` and `b` with the two *slopes*: how far `c` moves per unit
/// that `a` moves (that is `b`), and per unit that `b` moves (that is `a`). [#backward] finds the same for
/// a result and everything that went into it, by the chain rule: along a chain of computations, slopes
/// multiply; where several chains lead from a number to the result, what they give adds up.
///
/// Source: S. Linnainmaa, BIT 16 (1976), 146–160; the manner is that of A. Karpathy's micrograd (2020).
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

    /// A number to start from.
    public static Value of(double data) {
        return new Value(data, List.of());
    }

    /// The number itself.
    public double data() {
        return data;
    }

    /// How far the number whose [#backward] ran last moves per unit that this one moves; 0 before.
    public double gradient() {
        return gradient;
    }

    /// The sum. It moves as far as either part does.
    public Value plus(Value other) {
        return new Value(data + other.data, List.of(this, other), 1, 1);
    }

    /// The product. The slope in one factor is the other factor.
    public Value times(Value other) {
        return new Value(data * other.data, List.of(this, other), other.data, data);
    }

    /// `xᵖ` for this number x and a fixed exponent p, with slope `p·xᵖ⁻¹`.
    public Value pow(double exponent) {
        return new Value(Math.pow(data, exponent), List.of(this), exponent * Math.pow(data, exponent - 1));
    }

    /// `eˣ`, which is its own slope.
    public Value exp() {
        return new Value(Math.exp(data), List.of(this), Math.exp(data));
    }

    /// The natural logarithm, with slope `1/x`.
    public Value log() {
        return new Value(Math.log(data), List.of(this), 1 / data);
    }

    /// The hyperbolic tangent t, an S-shaped curve between −1 and 1, with slope `1 − t²`.
    public Value tanh() {
        double result = Math.tanh(data);
        return new Value(result, List.of(this), 1 - result * result);
    }

    /// This number where it is positive, else 0. At 0, where there is a corner, 0 is taken for the slope.
    public Value relu() {
        return new Value(Math.max(0, data), List.of(this), data > 0 ? 1 : 0);
    }

    /// The difference. Its slopes are 1 and −1.
    public Value minus(Value other) {
        return new Value(data - other.data, List.of(this, other), 1, -1);
    }

    /// The quotient: this times `other⁻¹`.
    public Value dividedBy(Value other) {
        return times(other.pow(-1));
    }

    /// Sets the gradient of everything that this number was computed from, and its own to 1.
    ///
    /// On the way back, a number has its turn after all that was computed from it: by then its gradient is
    /// complete, and goes on to its inputs, times the slopes. It costs as the way there, for any number of
    /// them.
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

    /// All that this number was computed from, each once and after its inputs, and itself at the end.
    private LinkedHashSet<Value> topologicalOrder() {
        var order = new LinkedHashSet<Value>();
        // A method that calls itself would be shorter, but overflow the stack of the machine on a long chain.
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
