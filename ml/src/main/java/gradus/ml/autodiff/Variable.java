package gradus.ml.autodiff;

import gradus.ml.kernel.BinaryFunction;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import gradus.ml.tensor.TensorOps;
import java.util.List;

/// Tensor with reverse-mode automatic differentiation: it remembers the operation and the inputs it was
/// computed from. It corresponds to a PyTorch tensor with autograd.
///
/// There are three kinds:
///
/// - A *parameter* is trainable, such as the weights of a layer. It lives as long as its model and is the
///   only kind that has a gradient after [Tape#backward].
/// - A *constant* is given, such as a batch of inputs: [Tape#constant] puts it on a tape.
/// - A *result* is computed from other variables. It is on the tape of its operands.
///
/// Constants and results last until [Tape#reset] ends the step.
///
/// **Shapes** follow the rules of [Tensor]. Operations throw an [IllegalArgumentException] with both shapes
/// if they don't fit, or if the operands are on no tape or on two.
///
/// **Cost.** That of the kernel, plus less than a microsecond.
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

    /// A trainable parameter (`nn.Parameter` in PyTorch) that starts at `value`. The tensor is not copied:
    /// optimisers write to it.
    ///
    /// @throws IllegalArgumentException if `value` is not contiguous
    public static Variable parameter(Tensor value) {
        if (!value.isContiguous()) {
            throw new IllegalArgumentException("a parameter needs a contiguous tensor, got a view of shape "
                    + value.shape() + "; copy the tensor first");
        }
        return new Variable(null, new Operation.Leaf(), value, List.of(), true);
    }

    /// The tensor. That of a constant or result is valid until its tape is reset; copy what you want to keep.
    ///
    /// @throws IllegalStateException if the tape has been reset
    public Tensor value() {
        if (isExpired()) {
            throw new IllegalStateException("this variable of shape " + shape()
                    + " belongs to a step that has ended; copy its value before the tape is reset");
        }
        return value;
    }

    /// The shape.
    public Shape shape() {
        return value.shape();
    }

    /// Gradient of the loss with respect to this parameter: `∂loss/∂w` for each element w, in the parameter's
    /// shape. As in PyTorch, gradients accumulate over calls of [Tape#backward] until [#clearGradient].
    ///
    /// @throws IllegalStateException if there is none: this is not a parameter, or `backward` was not called
    ///     since the last `clearGradient`, or the loss did not depend on it
    public Tensor gradient() {
        if (!hasGradient) {
            throw new IllegalStateException(
                    "there is no gradient; only parameters that a loss depends on have one, after backward");
        }
        return gradient;
    }

    /// Whether there is a gradient.
    public boolean hasGradient() {
        return hasGradient;
    }

    /// Discards the gradient (`zero_grad` in PyTorch), so that the next `backward` starts from 0.
    public void clearGradient() {
        hasGradient = false;
    }

    /// A constant on the tape of this variable: see [Tape#constant]. The tensor is not copied.
    public Variable constant(Tensor tensor) {
        return requireTape().constant(tensor);
    }

    /// Elementwise sum, with broadcasting.
    public Variable plus(Variable other) {
        return zip(BinaryFunction.PLUS, other);
    }

    /// Elementwise difference, this minus `other`, with broadcasting.
    public Variable minus(Variable other) {
        return zip(BinaryFunction.MINUS, other);
    }

    /// Elementwise (Hadamard) product, with broadcasting; [#matmul] is the matrix product.
    public Variable times(Variable other) {
        return zip(BinaryFunction.TIMES, other);
    }

    /// Elementwise quotient, this divided by `other`, with broadcasting.
    public Variable dividedBy(Variable other) {
        return zip(BinaryFunction.DIVIDE, other);
    }

    /// Each element plus `term`.
    public Variable plus(float term) {
        return affine(1, term);
    }

    /// Each element times `factor`.
    public Variable times(float factor) {
        return affine(factor, 0);
    }

    /// `f` of each element: exp, log, tanh, ReLU …
    public Variable map(UnaryFunction f) {
        Variable x = contiguous();
        Tensor y = x.requireTape().allocate(shape());
        TensorOps.map(f, x.value(), y);
        return x.requireTape().result(new Operation.Map(f), y, List.of(x));
    }

    /// Batched matrix product, `(…, m, k)` times `(…, k, n)` to `(…, m, n)`: see [Tensor#matmul].
    public Variable matmul(Variable other) {
        Tape commonTape = Tape.commonTape(this, other);
        Tensor product = commonTape.allocate(TensorOps.matmulShape(shape(), other.shape()));
        TensorOps.matmul(value(), other.value(), product, false);
        return commonTape.result(new Operation.MatMul(), product, List.of(this, other));
    }

    /// The sum of all elements, shape `()`.
    public Variable sum() {
        return sum(Shape.of());
    }

    /// The sums along an axis, which is kept with size 1 (`keepdim=True` in PyTorch).
    public Variable sum(int axis) {
        return sum(shape().withSize(axis, 1));
    }

    /// The mean of all elements, shape `()`.
    public Variable mean() {
        return sum().times(1f / shape().elementCount());
    }

    /// The means along an axis, which is kept with size 1.
    public Variable mean(int axis) {
        return sum(axis).times(1f / shape().size(axis));
    }

    /// The maximum along the last axis, which is kept with size 1. Among equal maxima, the first gets the
    /// gradient.
    public Variable max() {
        Variable x = contiguous();
        Tensor maxima = x.requireTape().allocate(shape().withSize(-1, 1));
        int[] indices = TensorOps.max(x.value(), maxima);
        return x.requireTape().result(new Operation.Max(indices), maxima, List.of(x));
    }

    /// The same elements under another shape: see [Tensor#reshape]. One size may be −1.
    public Variable reshape(int... sizes) {
        Variable x = contiguous();
        return x.requireTape().result(new Operation.Reshape(), x.value().reshape(sizes), List.of(x));
    }

    /// The axes permuted; without arguments, the last two are swapped: see [Tensor#transpose].
    public Variable transpose(int... axes) {
        int[] permutation = shape().permutation(axes);
        return requireTape()
                .result(new Operation.Transpose(permutation), value().transpose(permutation), List.of(this));
    }

    /// The elements whose index along `axis` is from `from` to `to − 1`: see [Tensor#slice].
    public Variable slice(int axis, int from, int to) {
        int along = shape().normaliseAxis(axis);
        return requireTape()
                .result(new Operation.Slice(along, from, to), value().slice(along, from, to), List.of(this));
    }

    /// Softmax along the last axis: `exp(xᵢ) / Σ exp(xⱼ)`, probabilities that sum to 1.
    public Variable softmax() {
        Variable x = contiguous();
        return VariableOps.softmax(x);
    }

    /// `factor·x + term` for each element x.
    public Variable affine(float factor, float term) {
        Variable x = contiguous();
        Tensor y = x.requireTape().allocate(shape());
        TensorOps.affine(x.value(), factor, term, y, false);
        return x.requireTape().result(new Operation.Affine(factor, term), y, List.of(x));
    }

    /// Whether this belongs to a step that has ended.
    boolean isExpired() {
        return tape != null && tape.step() != step;
    }

    /// The tape of this variable; null for a parameter.
    Tape tape() {
        return tape;
    }

    /// The tape for a result of this variable alone.
    ///
    /// @throws IllegalArgumentException if this is a parameter
    Tape requireTape() {
        return Tape.commonTape(this);
    }

    /// This variable if its value is contiguous, else a contiguous copy.
    Variable contiguous() {
        if (value.isContiguous()) {
            return this;
        }
        Tensor copy = requireTape().allocate(shape());
        TensorOps.copy(value(), copy, false);
        return requireTape().result(new Operation.Reshape(), copy, List.of(this));
    }

    /// The tensor for the gradient; from now on [#hasGradient] is true.
    Tensor gradientBuffer(Tape on) {
        if (!hasGradient && (tape != null || gradient == null)) {
            gradient = tape == null ? Tensor.zeros(shape().sizes()) : on.acquire(shape());
        }
        hasGradient = true;
        return gradient;
    }

    /// Uses the array of `given` as the gradient, if this is a result or constant without one. Returns
    /// whether it did.
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
