package gradus.ml.autodiff;

import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import gradus.ml.tensor.TensorOps;
import java.util.function.Consumer;

/// Backward pass of one result, as a rule of [BackwardRules] sees it: the gradient `dy` of the result, and
/// where to write the gradients of its inputs.
///
/// Gradients accumulate: the first gradient of an input is written, later ones are added to it. The flag
/// `accumulate` selects between the two. Inputs that need no gradient are skipped.
final class BackwardContext {

    private final Tape tape;
    private final Variable result;
    private boolean gradientReused;

    BackwardContext(Tape tape, Variable result) {
        this.tape = tape;
        this.result = result;
    }

    /// The gradient of the loss with respect to the result.
    Tensor dy() {
        return result.gradient();
    }

    /// The value of the result, as it was computed.
    ///
    /// @throws IllegalStateException if it was written to since
    Tensor y() {
        return SavedTensors.result(result);
    }

    /// The value of input `i`, as the forward pass has read it.
    ///
    /// @throws IllegalStateException if it was written to since
    Tensor x(int i) {
        return SavedTensors.input(result, i);
    }

    /// The shape of input `i`.
    Shape shape(int i) {
        return result.inputs.get(i).shape();
    }

    boolean isContiguous(int i) {
        return result.inputs.get(i).value.isContiguous();
    }

    int inputCount() {
        return result.inputs.size();
    }

    boolean isGradientReused() {
        return gradientReused;
    }

    /// Hands `use` a temporary tensor with undefined contents.
    void withTemporary(Shape shape, Consumer<Tensor> use) {
        Tensor temporary = tape.acquire(shape);
        use.accept(temporary);
        tape.release(temporary);
    }

    /// Lets `writer` write, or add to, the gradient of input `i`, if that needs one.
    void writeGradient(int i, GradientWriter writer) {
        Variable input = result.inputs.get(i);
        if (input.requiresGradient) {
            boolean accumulate = input.hasGradient();
            writer.write(input.gradientBuffer(tape), accumulate);
        }
    }

    /// The same for a `writer` that computes more than this gradient: it runs even if input `i` needs none,
    /// and then writes to a temporary tensor.
    void writeGradientOrDiscard(int i, GradientWriter writer) {
        if (result.inputs.get(i).requiresGradient) {
            writeGradient(i, writer);
        } else {
            withTemporary(shape(i), unused -> writer.write(unused, false));
        }
    }

    /// The same for a gradient in the shape of the result, to which input `i` may have been broadcast: the
    /// broadcast axes are summed out.
    void writeUnbroadcastGradient(int i, GradientWriter writer) {
        writeUnbroadcastGradient(i, result.shape(), writer);
    }

    /// The same for a gradient in another shape, to which input `i` may have been broadcast.
    void writeUnbroadcastGradient(int i, Shape shape, GradientWriter writer) {
        Variable input = result.inputs.get(i);
        if (!input.requiresGradient || input.shape().equals(shape)) {
            writeGradient(i, writer);
            return;
        }
        withTemporary(shape, broadcast -> {
            writer.write(broadcast, false);
            writeGradient(i, (dx, accumulate) -> TensorOps.sumTo(broadcast, dx, accumulate));
        });
    }

    /// Passes the gradient of the result on to input `i`, unchanged apart from its shape. If possible, the
    /// array is reused instead of copied.
    void passThrough(int i) {
        Variable input = result.inputs.get(i);
        if (input.shape().elementCount() != dy().elementCount()) {
            writeGradient(i, (dx, accumulate) -> TensorOps.sumTo(dy(), dx, accumulate));
        } else if (input.requiresGradient && !gradientReused && input.adoptGradient(dy())) {
            gradientReused = true;
        } else {
            writeGradient(
                    i,
                    (dx, accumulate) -> TensorOps.copy(dy().reshape(dx.shape().sizes()), dx, accumulate));
        }
    }

    @FunctionalInterface
    interface GradientWriter {
        void write(Tensor dx, boolean accumulate);
    }
}
