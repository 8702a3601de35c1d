package gradus.ml.autodiff;

import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Keeps what is computed, in order, so that it can be gone through backwards.
///
/// One tape serves all steps of a training: [#reset] gives up the results of a step, and the next one is
/// computed in their memory. What is to be kept of a result must be copied. One tape is for one thread.
public final class Tape {

    private final boolean recording;
    private final Optional<Rng> rng;
    private final BufferPool bufferPool = new BufferPool();
    private final List<Variable> results = new ArrayList<>();
    private final List<Tensor> allocated = new ArrayList<>();
    private long step;

    private Tape(boolean recording, Optional<Rng> rng) {
        this.recording = recording;
        this.rng = rng;
    }

    /// A tape for learning, without chance.
    public static Tape recording() {
        return new Tape(true, Optional.empty());
    }

    /// A tape for learning. Operations that need chance, as dropout does, draw from `rng`: so whoever keeps
    /// the state of that one generator can go on with a training as if it had never stopped.
    public static Tape recording(Rng rng) {
        return new Tape(true, Optional.of(rng));
    }

    /// A tape for using what was learned: nothing on it has a gradient.
    public static Tape inference() {
        return new Tape(false, Optional.empty());
    }

    /// Whether this is a tape for learning.
    public boolean isRecording() {
        return recording;
    }

    /// The generator that operations on this tape draw from.
    ///
    /// @throws IllegalStateException if there is none
    Rng rng() {
        return rng.orElseThrow(() -> new IllegalStateException(
                "dropout needs chance, and this tape has none; make the tape with recording(rng)"));
    }

    /// Puts what is given on this tape. It is not copied.
    public Variable constant(Tensor value) {
        return new Variable(this, new Operation.Leaf(), value, List.of(), false);
    }

    /// Adds to the gradient of every parameter that `loss` was computed from: by how much `loss` moves per
    /// unit that the parameter moves. It costs about twice what computing `loss` did.
    ///
    /// @param loss a result of this tape with one number
    /// @throws IllegalArgumentException if it has more numbers, or depends on no parameter
    /// @throws IllegalStateException if the tape has been reset since
    public void backward(Variable loss) {
        if (loss.shape().elementCount() != 1) {
            throw new IllegalArgumentException("gradients are those of one number, got shape " + loss.shape()
                    + "; take the mean or the sum of it first");
        }
        if (!loss.requiresGradient || loss.tape() != this) {
            throw new IllegalArgumentException(
                    "the loss depends on no parameter that this tape has seen; compute it on a recording tape");
        }
        if (loss.isExpired()) {
            throw new IllegalStateException("the loss is of a step that is over; go backwards before the reset");
        }
        Arrays.fill(loss.gradientBuffer(this).data(), 1f);
        for (int i = results.size() - 1; i >= 0; i--) {
            Variable result = results.get(i);
            if (result.hasGradient()) {
                var context = new BackwardContext(this, result);
                BackwardRules.backward(result.operation, context);
                if (!context.isGradientReused()) {
                    bufferPool.release(result.gradient());
                }
                result.clearGradient();
            }
        }
    }

    /// Gives up all results, for the next step.
    public void reset() {
        results.clear();
        allocated.forEach(bufferPool::release);
        allocated.clear();
        step++;
    }

    /// The tape that a result of these operands goes on.
    ///
    /// @throws IllegalArgumentException if they are on none, or on two
    static Tape commonTape(Variable... operands) {
        Tape found = null;
        for (Variable operand : operands) {
            Tape tape = operand.tape();
            if (found != null && tape != null && tape != found) {
                throw new IllegalArgumentException("two operands are on two tapes; put both on one with constant");
            }
            found = tape == null ? found : tape;
        }
        if (found == null) {
            throw new IllegalArgumentException(
                    "no operand is on a tape; put what the model is given on one with constant");
        }
        return found;
    }

    /// Sees to it that results of `operand` may go on this tape.
    ///
    /// @throws IllegalArgumentException if it is on another
    void requireSameTape(Variable operand) {
        if (operand.tape() != null && operand.tape() != this) {
            throw new IllegalArgumentException("two operands are on two tapes; put both on one with constant");
        }
    }

    /// How many numbers the arrays hold that steps up to now needed; a step like one before needs no more.
    long allocatedElements() {
        return bufferPool.allocatedElements();
    }

    /// Which step this is.
    long step() {
        return step;
    }

    /// A tensor that lasts until the step is over.
    Tensor allocate(Shape shape) {
        Tensor tensor = bufferPool.acquire(shape);
        allocated.add(tensor);
        return tensor;
    }

    /// A tensor that is given back to the pool before the step is over.
    Tensor acquire(Shape shape) {
        return bufferPool.acquire(shape);
    }

    void release(Tensor tensor) {
        bufferPool.release(tensor);
    }

    /// The result of an operation.
    Variable result(Operation operation, Tensor value, List<Variable> inputs) {
        boolean requiresGradient = false;
        for (int i = 0; i < inputs.size() && recording; i++) {
            requiresGradient |= inputs.get(i).requiresGradient;
        }
        // What nothing is learned from need not be gone through backwards, nor remember its inputs.
        var result = new Variable(this, operation, value, requiresGradient ? inputs : List.of(), requiresGradient);
        if (requiresGradient) {
            results.add(result);
        }
        return result;
    }
}
