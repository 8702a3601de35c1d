package gradus.ml.autodiff;

import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import gradus.ml.tensor.TensorOps;
import java.util.function.Consumer;

/// What a rule sees of one result on the way back: its gradient `dy`, and where the gradients of its inputs
/// go.
///
/// The gradient of an input that has none yet is set, that of one that has is added to: the `add` that a
/// rule hands on. An input that learns nothing is left out.
final class BackwardContext {

    private final Tape tape;
    private final Variable result;
    private boolean gradientReused;

    BackwardContext(Tape tape, Variable result) {
        this.tape = tape;
        this.result = result;
    }

    /// The gradient of the result.
    Tensor dy() {
        return result.gradient();
    }

    /// The result's value.
    Tensor y() {
        return result.value;
    }

    /// The value of input `i`.
    Tensor x(int i) {
        return result.inputs.get(i).value;
    }

    int inputCount() {
        return result.inputs.size();
    }

    boolean isGradientReused() {
        return gradientReused;
    }

    /// A tensor for the length of `use`, with anything in it.
    void withTemporary(Shape shape, Consumer<Tensor> use) {
        Tensor temporary = tape.acquire(shape);
        use.accept(temporary);
        tape.release(temporary);
    }

    /// Lets `writer` set, or add to, the gradient of input `i`.
    void writeGradient(int i, GradientWriter writer) {
        Variable input = result.inputs.get(i);
        if (input.requiresGradient) {
            boolean accumulate = input.hasGradient();
            writer.write(input.gradientBuffer(tape), accumulate);
        }
    }

    /// The same, where `writer` has more to do than this gradient: it runs in any case.
    void writeGradientOrDiscard(int i, GradientWriter writer) {
        if (result.inputs.get(i).requiresGradient) {
            writeGradient(i, writer);
        } else {
            withTemporary(x(i).shape(), unused -> writer.write(unused, false));
        }
    }

    /// The same for what has the shape of the result, to which input `i` may have been repeated: then it is
    /// summed up.
    void writeUnbroadcastGradient(int i, GradientWriter writer) {
        writeUnbroadcastGradient(i, y().shape(), writer);
    }

    /// The same for what has another shape, to which input `i` may have been repeated.
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

    /// The gradient of input `i` is that of the result, number by number. Where it can be, the array is
    /// handed on.
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
