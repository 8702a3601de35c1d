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
/// Constants and results last until [Tape#reset] ends the step. A result of parameters alone, such as the
/// penalty `w.times(w).sum()`, is on no tape: it lasts as long as you keep it, and can be used on any tape.
///
/// **Shapes** follow the rules of [Tensor]. Operations throw an [IllegalArgumentException] with both shapes
/// if they don't fit, or if the operands are on two tapes.
///
/// **Cost.** That of the kernel, plus less than a microsecond.
public final class Variable {

    final Operation operation;
    final List<Variable> inputs;
    final boolean requiresGradient;
    final Tensor value;
    final int[] versions;
    private final Tape tape;
    private final long step;
    private Tensor gradient;
    private boolean hasGradient;

    Variable(Tape tape, Operation operation, Tensor value, List<Variable> inputs, boolean requiresGradient) {
        this.tape = tape;
        this.step = tape.step();
        this.operation = operation;
        this.value = value;
        this.inputs = inputs;
        this.requiresGradient = requiresGradient;
        this.versions = SavedTensors.versions(inputs, value);
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
        return new Variable(Tape.NONE, new Operation.Leaf(), value, List.of(), true);
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

    /// Backpropagation from this loss: see [Tape#backward]. A result of parameters alone needs no tape.
    public void backward() {
        (tape == Tape.NONE ? Tape.recording() : tape).backward(this);
    }

    /// A constant on the tape of this variable: see [Tape#constant]. The tensor is not copied.
    public Variable constant(Tensor tensor) {
        return tape.constant(tensor);
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
        Tensor y = tape.allocate(shape());
        TensorOps.map(f, x.value(), y);
        return tape.result(new Operation.Map(f), y, List.of(x));
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
        return ReductionOps.sum(this, Shape.of());
    }

    /// The sums along an axis, which is kept with size 1 (`keepdim=True` in PyTorch).
    public Variable sum(int axis) {
        return ReductionOps.sum(this, shape().withSize(axis, 1));
    }

    /// The mean of all elements, shape `()`.
    ///
    /// @throws IllegalArgumentException if there are none
    public Variable mean() {
        return ReductionOps.mean(this, Shape.of(), shape().elementCount());
    }

    /// The means along an axis, which is kept with size 1.
    ///
    /// @throws IllegalArgumentException if the axis has size 0
    public Variable mean(int axis) {
        return ReductionOps.mean(this, shape().withSize(axis, 1), shape().size(axis));
    }

    /// The maximum along the last axis, which is kept with size 1. Among equal maxima, the first gets the
    /// gradient.
    ///
    /// @throws IllegalArgumentException if the last axis has size 0
    public Variable max() {
        return ReductionOps.max(this);
    }

    /// The same elements under another shape: see [Tensor#reshape]. One size may be −1.
    public Variable reshape(int... sizes) {
        Variable x = contiguous();
        return tape.result(new Operation.Reshape(), x.value().reshape(sizes), List.of(x));
    }

    /// The axes permuted; without arguments, the last two are swapped: see [Tensor#transpose].
    public Variable transpose(int... axes) {
        int[] permutation = shape().permutation(axes);
        return tape.result(new Operation.Transpose(permutation), value().transpose(permutation), List.of(this));
    }

    /// The elements whose index along `axis` is from `from` to `to − 1`: see [Tensor#slice].
    public Variable slice(int axis, int from, int to) {
        int along = shape().normaliseAxis(axis);
        return tape.result(new Operation.Slice(along, from, to), value().slice(along, from, to), List.of(this));
    }

    /// The parts at `indices` along `axis`, such as rows: see [gradus.ml.tensor.Selection#gather].
    public Variable gather(int axis, int... indices) {
        return VariableOps.gather(tape, this, axis, indices);
    }

    /// Softmax along the last axis: `exp(xᵢ) / Σ exp(xⱼ)`, probabilities that sum to 1.
    ///
    /// @throws IllegalArgumentException if it is not defined for a row: see [gradus.ml.numbers.Softmax]
    public Variable softmax() {
        return SoftmaxOps.softmax(this);
    }

    /// Log-softmax along the last axis: the logarithm of [#softmax], also where that underflows to 0. Throws
    /// as `softmax` does.
    public Variable logSoftmax() {
        return SoftmaxOps.logSoftmax(this);
    }

    /// Log-sum-exp along the last axis, `ln Σ exp(xⱼ)`, which is kept with size 1: see
    /// [gradus.ml.numbers.Numerics#logSumExp].
    public Variable logSumExp() {
        return SoftmaxOps.logSumExp(this);
    }

    /// `factor·x + term` for each element x.
    public Variable affine(float factor, float term) {
        Variable x = contiguous();
        Tensor y = tape.allocate(shape());
        TensorOps.affine(x.value(), factor, term, y, false);
        return tape.result(new Operation.Affine(factor, term), y, List.of(x));
    }

    /// Whether this belongs to a step that has ended.
    boolean isExpired() {
        return tape.step() != step;
    }

    /// The tape of this variable: [Tape#NONE] for a parameter or a result of parameters alone.
    Tape tape() {
        return tape;
    }

    /// This variable if its value is contiguous, else a contiguous copy.
    Variable contiguous() {
        if (value.isContiguous()) {
            return this;
        }
        Tensor copy = tape.allocate(shape());
        TensorOps.copy(value(), copy, false);
        return tape.result(new Operation.Reshape(), copy, List.of(this));
    }

    /// The tensor for the gradient; from now on [#hasGradient] is true.
    Tensor gradientBuffer(Tape on) {
        if (!hasGradient && !isParameter()) {
            gradient = on.acquire(shape());
        } else if (gradient == null) {
            gradient = Tensor.zeros(shape().sizes());
        }
        hasGradient = true;
        return gradient;
    }

    /// The gradient of this number with respect to itself, which is 1.
    void addGradientOfItself(Tape on) {
        boolean accumulate = hasGradient;
        TensorOps.copy(Tensor.full(1, shape().sizes()), gradientBuffer(on), accumulate);
    }

    /// Uses the array of `given` as the gradient, if this is a result or constant without one. Returns
    /// whether it did.
    boolean adoptGradient(Tensor given) {
        if (isParameter() || hasGradient) {
            return false;
        }
        gradient = given.reshape(shape().sizes());
        hasGradient = true;
        return true;
    }

    private boolean isParameter() {
        return requiresGradient && inputs.isEmpty();
    }

    private Variable zip(BinaryFunction f, Variable other) {
        Tape commonTape = Tape.commonTape(this, other);
        Tensor result = commonTape.allocate(shape().broadcast(other.shape()));
        TensorOps.zip(f, value(), other.value(), result, false);
        return commonTape.result(new Operation.Zip(f), result, List.of(this, other));
    }
}
