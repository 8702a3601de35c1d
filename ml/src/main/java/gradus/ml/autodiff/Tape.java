package gradus.ml.autodiff;

import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gradient tape: records operations in the order in which they run, so that [#backward] can go through them
/// in reverse.
///
/// The same tape is used for all steps of training: [#reset] ends a step, and the next step reuses the memory
/// of its results. Copy the values you want to keep. A tape is not thread-safe.
///
/// Results of parameters alone, such as a penalty on weights, are on no tape. They keep their inputs, and a
/// tape records them when they become part of something computed on it.
public final class Tape {

    /// Where parameters are, and results of parameters alone: on no tape. It keeps no state, so threads may
    /// share it.
    static final Tape NONE = new Tape(true, Optional.empty());

    private final boolean recording;
    private final Optional<Rng> rng;
    private final BufferPool bufferPool = new BufferPool();
    private final List<Variable> results = new ArrayList<>();
    private final List<Tensor> allocated = new ArrayList<>();

    /// Results of parameters alone that are among the recorded ones.
    private final Set<Variable> adopted = new HashSet<>();
    private long step;

    private Tape(boolean recording, Optional<Rng> rng) {
        this.recording = recording;
        this.rng = rng;
    }

    /// A recording tape without a random generator, for training without dropout.
    public static Tape recording() {
        return new Tape(true, Optional.empty());
    }

    /// A recording tape for training. Operations that need randomness, such as dropout, draw from `rng`, so
    /// the state of this one generator is enough to resume training exactly.
    public static Tape recording(Rng rng) {
        return new Tape(true, Optional.of(rng));
    }

    /// A tape for inference (`torch.no_grad` and `model.eval()` in PyTorch): it records nothing, results have
    /// no gradient, and dropout is off.
    public static Tape inference() {
        return new Tape(false, Optional.empty());
    }

    /// Whether this tape records operations, which training requires.
    public boolean isRecording() {
        return recording;
    }

    /// The random generator that operations on this tape draw from.
    ///
    /// @throws IllegalStateException if there is none
    Rng rng() {
        return rng.orElseThrow(() -> new IllegalStateException("dropout needs a random generator, but "
                + (this == NONE ? "its input is on no tape" : "this tape has none")
                + "; compute the input on a tape that was created with Tape.recording(rng)"));
    }

    /// A constant on this tape, such as a batch of inputs. It has no gradient. The tensor is not copied.
    public Variable constant(Tensor value) {
        return new Variable(this, new Operation.Leaf(), value, List.of(), false);
    }

    /// Backpropagation (reverse mode): adds `∂loss/∂w` to the gradient of every parameter w that `loss` was
    /// computed from. Costs about twice as much as computing `loss`.
    ///
    /// @param loss a variable with exactly 1 element, computed on this tape or from parameters alone
    /// @throws IllegalArgumentException if `loss` does not have exactly 1 element, depends on no parameter,
    ///     or is on another tape, or this is a tape for inference
    /// @throws IllegalStateException if the tape was reset after `loss` was computed, or a tensor that the
    ///     gradient depends on was written to, see [Tensor#version]; the parameters on this tape then have no
    ///     gradient
    public void backward(Variable loss) {
        if (loss.shape().elementCount() != 1) {
            throw new IllegalArgumentException(
                    "backward needs a loss with 1 element, got shape " + loss.shape() + "; take its mean or sum first");
        }
        requireSameTape(loss);
        if (!loss.requiresGradient || !recording) {
            throw new IllegalArgumentException(
                    "the loss depends on no parameter on this tape; compute it on this tape, which must be recording");
        }
        if (loss.isExpired()) {
            throw new IllegalStateException("the loss belongs to a step that has ended; call backward before reset");
        }
        adopt(loss);
        loss.addGradientOfItself(this);
        try {
            for (int i = results.size() - 1; i >= 0; i--) {
                backwardThrough(results.get(i));
            }
        } catch (RuntimeException e) {
            // Some gradients are complete and others are not: none is better than a wrong one.
            results.forEach(result -> {
                result.clearGradient();
                result.inputs.forEach(Variable::clearGradient);
            });
            throw e;
        }
    }

    private void backwardThrough(Variable result) {
        if (result.hasGradient()) {
            var context = new BackwardContext(this, result);
            BackwardRules.backward(result.operation, context);
            if (!context.isGradientReused()) {
                bufferPool.release(result.gradient());
            }
            result.clearGradient();
        }
    }

    /// Ends the step: all results and constants on this tape become invalid, and the next step reuses their
    /// memory.
    public void reset() {
        results.clear();
        adopted.clear();
        allocated.forEach(bufferPool::release);
        allocated.clear();
        step++;
    }

    /// The tape for a result of these operands: that of any which is on one, else [#NONE].
    ///
    /// @throws IllegalArgumentException if two are on different tapes
    static Tape commonTape(Variable... operands) {
        Tape found = NONE;
        for (Variable operand : operands) {
            found = operand.tape() == NONE ? found : operand.tape();
        }
        for (Variable operand : operands) {
            found.requireSameTape(operand);
        }
        return found;
    }

    /// Checks that a result of `operand` can be on this tape.
    ///
    /// @throws IllegalArgumentException if `operand` is on another tape
    void requireSameTape(Variable operand) {
        if (operand.tape() != NONE && operand.tape() != this) {
            throw new IllegalArgumentException("the operands are on two tapes; put all on one with constant");
        }
    }

    /// Total number of elements allocated so far. A step with the same shapes as before allocates no more.
    long allocatedElements() {
        return bufferPool.allocatedElements();
    }

    /// Number of the current step: how often the tape was reset.
    long step() {
        return step;
    }

    /// A tensor that is valid until the step ends.
    Tensor allocate(Shape shape) {
        if (this == NONE) {
            return Tensor.zeros(shape.sizes());
        }
        Tensor tensor = bufferPool.acquire(shape);
        allocated.add(tensor);
        return tensor;
    }

    /// A tensor that the caller releases before the step ends.
    Tensor acquire(Shape shape) {
        return bufferPool.acquire(shape);
    }

    void release(Tensor tensor) {
        bufferPool.release(tensor);
    }

    /// Records an operation, unless it needs no gradient, and returns its result.
    Variable result(Operation operation, Tensor value, List<Variable> inputs) {
        boolean requiresGradient = false;
        for (int i = 0; i < inputs.size() && recording; i++) {
            requiresGradient |= inputs.get(i).requiresGradient;
        }
        // A result that depends on no parameter is not part of the backward pass and need not keep its inputs.
        var result = new Variable(this, operation, value, requiresGradient ? inputs : List.of(), requiresGradient);
        if (requiresGradient && this != NONE) {
            for (int i = 0; i < inputs.size(); i++) {
                adopt(inputs.get(i));
            }
            results.add(result);
        }
        return result;
    }

    /// Records a result of parameters alone, after those that it was computed from, as if all had been
    /// computed on this tape. Does nothing for a parameter, or a variable on this tape.
    private void adopt(Variable variable) {
        if (!isMissing(variable)) {
            return;
        }
        // Recursion would be shorter, but a long chain would overflow the call stack.
        var stack = new ArrayDeque<>(List.of(variable));
        while (!stack.isEmpty()) {
            Variable top = stack.peek();
            List<Variable> missing = top.inputs.stream().filter(this::isMissing).toList();
            if (missing.isEmpty()) {
                stack.pop();
                if (adopted.add(top)) {
                    results.add(top);
                }
            } else {
                missing.forEach(stack::push);
            }
        }
    }

    private boolean isMissing(Variable variable) {
        return variable.tape() == NONE && !variable.inputs.isEmpty() && !adopted.contains(variable);
    }
}
