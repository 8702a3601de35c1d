package gradus.ml.autodiff;

import gradus.ml.kernel.BinaryFunction;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import gradus.ml.tensor.TensorOps;
import java.util.List;

/// A tensor that remembers what it was computed from.
///
/// There are three kinds. A *parameter* is what is to be learned: it lives as long as its model, and gets a
/// gradient. A *constant* is what is given: [Tape#constant] puts it on a tape. A *result* is what is
/// computed of them: it is on the tape of its operands, and lasts until that is reset for the next step.
///
/// Shapes follow the rules of [Tensor]; a wrong one is refused with both shapes. An operation costs what
/// its kernel costs, and less than a microsecond on top.
public final class Variable {

    final Operation operation;
    final List<Variable> inputs;
    final boolean requiresGradient;
    final Tensor value;
    private final Tape tape;
    private final long step;
    private Tensor gradient;
    private boolean hasGradient;

    Variable(Tape tape, Operation operation, Tensor value, List<Variable> inputs, boolean requiresGradient) {
        this.tape = tape;
        this.step = tape == null ? 0 : tape.step();
        this.operation = operation;
        this.value = value;
        this.inputs = inputs;
        this.requiresGradient = requiresGradient;
    }

    /// What is to be learned, starting from `value`, which is not copied and which an optimiser writes to.
    ///
    /// @throws IllegalArgumentException if its numbers do not lie row after row
    public static Variable parameter(Tensor value) {
        if (!value.isContiguous()) {
            throw new IllegalArgumentException("the numbers of a parameter lie row after row, got a view of shape "
                    + value.shape() + "; copy it first");
        }
        return new Variable(null, new Operation.Leaf(), value, List.of(), true);
    }

    /// The numbers. Those of a result last until its tape is reset; copy what you keep.
    ///
    /// @throws IllegalStateException if the tape has been reset
    public Tensor value() {
        if (isExpired()) {
            throw new IllegalStateException("this result of shape " + shape()
                    + " is of a step that is over; copy the value before the tape is reset");
        }
        return value;
    }

    /// The shape.
    public Shape shape() {
        return value.shape();
    }

    /// By how much the loss moves per unit that each number of this parameter moves. It adds up over calls
    /// of [Tape#backward] until [#clearGradient].
    ///
    /// @throws IllegalStateException if there is none: it is no parameter, or nothing has gone backwards
    public Tensor gradient() {
        if (!hasGradient) {
            throw new IllegalStateException("there is no gradient; only parameters have one, after backward");
        }
        return gradient;
    }

    /// Whether there is a gradient.
    public boolean hasGradient() {
        return hasGradient;
    }

    /// Lets the next gradient start from 0.
    public void clearGradient() {
        hasGradient = false;
    }

    /// What is given, on the tape of this variable. It is not copied.
    public Variable constant(Tensor tensor) {
        return requireTape().constant(tensor);
    }

    /// The sum of both, number by number.
    public Variable plus(Variable other) {
        return zip(BinaryFunction.PLUS, other);
    }

    /// This less `other`, number by number.
    public Variable minus(Variable other) {
        return zip(BinaryFunction.MINUS, other);
    }

    /// The product of both, number by number; [#matmul] is the product of matrices.
    public Variable times(Variable other) {
        return zip(BinaryFunction.TIMES, other);
    }

    /// This divided by `other`, number by number.
    public Variable dividedBy(Variable other) {
        return zip(BinaryFunction.DIVIDE, other);
    }

    /// This plus one number throughout.
    public Variable plus(float term) {
        return affine(1, term);
    }

    /// This times one number throughout.
    public Variable times(float factor) {
        return affine(factor, 0);
    }

    /// `f` of each number: exp, log, tanh, ReLU …
    public Variable map(UnaryFunction f) {
        Variable x = contiguous();
        Tensor y = x.requireTape().allocate(shape());
        TensorOps.map(f, x.value(), y);
        return x.requireTape().result(new Operation.Map(f), y, List.of(x));
    }

    /// The product of matrices, `(…, m, k)` and `(…, k, n)` to `(…, m, n)`.
    public Variable matmul(Variable other) {
        Tape commonTape = Tape.commonTape(this, other);
        Tensor product = commonTape.allocate(TensorOps.matmulShape(shape(), other.shape()));
        TensorOps.matmul(value(), other.value(), product, false);
        return commonTape.result(new Operation.MatMul(), product, List.of(this, other));
    }

    /// The sum of all numbers, of shape `()`.
    public Variable sum() {
        return sum(Shape.of());
    }

    /// The sums along an axis, which stays with size 1.
    public Variable sum(int axis) {
        return sum(shape().withSize(axis, 1));
    }

    /// The mean of all numbers, of shape `()`.
    public Variable mean() {
        return sum().times(1f / shape().elementCount());
    }

    /// The means along an axis, which stays with size 1.
    public Variable mean(int axis) {
        return sum(axis).times(1f / shape().size(axis));
    }

    /// The largest numbers along the last axis, which stays with size 1; of equal ones, the first counts.
    public Variable max() {
        Variable x = contiguous();
        Tensor maxima = x.requireTape().allocate(shape().withSize(-1, 1));
        int[] indices = TensorOps.max(x.value(), maxima);
        return x.requireTape().result(new Operation.Max(indices), maxima, List.of(x));
    }

    /// The same numbers under another shape; one size may be −1.
    public Variable reshape(int... sizes) {
        Variable x = contiguous();
        return x.requireTape().result(new Operation.Reshape(), x.value().reshape(sizes), List.of(x));
    }

    /// The same numbers with the axes in another order; without arguments, the last two change places.
    public Variable transpose(int... axes) {
        int[] permutation = shape().permutation(axes);
        return requireTape()
                .result(new Operation.Transpose(permutation), value().transpose(permutation), List.of(this));
    }

    /// The numbers whose coordinate along `axis` is from `from` to `to − 1`.
    public Variable slice(int axis, int from, int to) {
        int along = shape().normaliseAxis(axis);
        return requireTape()
                .result(new Operation.Slice(along, from, to), value().slice(along, from, to), List.of(this));
    }

    /// Softmax along the last axis.
    public Variable softmax() {
        Variable x = contiguous();
        return FusedOps.softmax(x);
    }

    /// `factor·x + term` for each number x.
    public Variable affine(float factor, float term) {
        Variable x = contiguous();
        Tensor y = x.requireTape().allocate(shape());
        TensorOps.affine(x.value(), factor, term, y, false);
        return x.requireTape().result(new Operation.Affine(factor, term), y, List.of(x));
    }

    /// Whether this is of a step that is over.
    boolean isExpired() {
        return tape != null && tape.step() != step;
    }

    /// The tape that this is on; null for a parameter.
    Tape tape() {
        return tape;
    }

    /// The tape that a result of this variable alone goes on.
    Tape requireTape() {
        return Tape.commonTape(this);
    }

    /// This, with its numbers row after row.
    Variable contiguous() {
        if (value.isContiguous()) {
            return this;
        }
        Tensor copy = requireTape().allocate(shape());
        TensorOps.copy(value(), copy, false);
        return requireTape().result(new Operation.Reshape(), copy, List.of(this));
    }

    /// The tensor that the gradient is written to; from now on there is one.
    Tensor gradientBuffer(Tape on) {
        if (!hasGradient && (tape != null || gradient == null)) {
            gradient = tape == null ? Tensor.zeros(shape().sizes()) : on.acquire(shape());
        }
        hasGradient = true;
        return gradient;
    }

    /// Takes an array as its gradient, if it is a result that has none yet.
    boolean adoptGradient(Tensor given) {
        if (tape == null || hasGradient) {
            return false;
        }
        gradient = given.reshape(shape().sizes());
        hasGradient = true;
        return true;
    }

    private Variable zip(BinaryFunction f, Variable other) {
        Tape commonTape = Tape.commonTape(this, other);
        Tensor result = commonTape.allocate(shape().broadcast(other.shape()));
        TensorOps.zip(f, value(), other.value(), result, false);
        return commonTape.result(new Operation.Zip(f), result, List.of(this, other));
    }

    private Variable sum(Shape to) {
        Variable x = contiguous();
        Tensor sums = x.requireTape().allocate(to);
        TensorOps.sumTo(x.value(), sums, false);
        return x.requireTape().result(new Operation.Sum(), sums, List.of(x));
    }
}
