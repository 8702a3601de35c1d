package gradus.ml.autodiff;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;

/// A number that remembers what it was computed from, and so can say how much each of those numbers matters
/// to it.
///
/// `c = a.times(b)` is the product, and keeps `a` and `b` with the two local slopes: by how much `c` moves
/// when `a` moves by a little (that is `b`), and when `b` does (that is `a`). [#backward] asks the same of
/// the end result and all that went into it. The chain rule gives the answer: along a path of computations,
/// slopes multiply; where several paths lead from a number to the result, their products add up.
///
/// A graph of n operations costs O(n) forward and as much again backward, however many inputs it has: so
/// networks with millions of weights can learn.
///
/// Source: S. Linnainmaa, "Taylor expansion of the accumulated rounding error", BIT 16 (1976), 146–160; the
/// manner is that of A. Karpathy's micrograd.
public final class Value {

    private final double data;
    private final List<Value> inputs;
    private final double[] slopes;
    private double gradient;

    private Value(double data, List<Value> inputs, double... slopes) {
        this.data = data;
        this.inputs = inputs;
        this.slopes = slopes;
    }

    /// A number to start from.
    public static Value of(double data) {
        return new Value(data, List.of());
    }

    /// The number itself.
    public double data() {
        return data;
    }

    /// By how much the result moves per unit that this number moves; 0 before [#backward].
    public double gradient() {
        return gradient;
    }

    public Value plus(Value other) {
        return new Value(data + other.data, List.of(this, other), 1, 1);
    }

    public Value times(Value other) {
        return new Value(data * other.data, List.of(this, other), other.data, data);
    }

    public Value power(double exponent) {
        return new Value(Math.pow(data, exponent), List.of(this), exponent * Math.pow(data, exponent - 1));
    }

    public Value exp() {
        double result = Math.exp(data);
        return new Value(result, List.of(this), result);
    }

    public Value log() {
        return new Value(Math.log(data), List.of(this), 1 / data);
    }

    public Value tanh() {
        double result = Math.tanh(data);
        return new Value(result, List.of(this), 1 - result * result);
    }

    public Value relu() {
        return new Value(Math.max(0, data), List.of(this), data > 0 ? 1 : 0);
    }

    public Value minus(Value other) {
        return plus(other.times(of(-1)));
    }

    public Value divide(Value other) {
        return times(other.power(-1));
    }

    /// Sets the gradient of this number to 1, and that of every number it was computed from to how much
    /// that number matters to this one.
    ///
    /// Going from the result back, a number's turn comes when all that uses it has had its own: by then its
    /// gradient is complete, and can be handed on to its inputs.
    public void backward() {
        List<Value> order = inputsFirst();
        order.forEach(value -> value.gradient = 0);
        gradient = 1;
        for (Value value : order.reversed()) {
            for (int i = 0; i < value.slopes.length; i++) {
                value.inputs.get(i).gradient += value.slopes[i] * value.gradient;
            }
        }
    }

    /// All that this number was computed from, and itself at the end, each once and after its inputs.
    ///
    /// A number is put down when it is seen again, after its inputs. The stack is our own: a long chain
    /// would overflow that of the machine.
    private List<Value> inputsFirst() {
        var order = new LinkedHashSet<Value>();
        var opened = new HashSet<Value>();
        var stack = new ArrayDeque<>(List.of(this));
        while (!stack.isEmpty()) {
            Value top = stack.peek();
            if (opened.add(top)) {
                top.inputs.forEach(stack::push);
            } else {
                order.add(stack.pop());
            }
        }
        return List.copyOf(order);
    }
}
