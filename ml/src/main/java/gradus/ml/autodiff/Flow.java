package gradus.ml.autodiff;

import gradus.ml.tensor.Compute;
import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import java.util.function.Consumer;

/// What a rule sees of one result on the way back: its gradient `dy`, and where the gradients of its inputs
/// go.
///
/// The gradient of an input that has none yet is set, that of one that has is added to: the `add` that a
/// rule hands on. An input that learns nothing is left out.
final class Flow {

    private final Tape tape;
    private final Variable result;
    private boolean passedOn;

    Flow(Tape tape, Variable result) {
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

    int inputs() {
        return result.inputs.size();
    }

    boolean isPassedOn() {
        return passedOn;
    }

    /// A tensor for the length of `use`, with anything in it.
    void borrow(Shape shape, Consumer<Tensor> use) {
        Tensor borrowed = tape.borrow(shape);
        use.accept(borrowed);
        tape.giveBack(borrowed);
    }

    /// Lets `write` set, or add to, the gradient of input `i`.
    void into(int i, Write write) {
        Variable input = result.inputs.get(i);
        if (input.learns) {
            boolean add = input.hasGradient();
            write.to(input.gradientToSet(tape), add);
        }
    }

    /// The same, where `write` has more to do than this gradient: it runs in any case.
    void always(int i, Write write) {
        if (result.inputs.get(i).learns) {
            into(i, write);
        } else {
            borrow(x(i).shape(), unused -> write.to(unused, false));
        }
    }

    /// The same for what has the shape of the result, to which input `i` may have been repeated: then it is
    /// summed up.
    void wide(int i, Write write) {
        wide(i, y().shape(), write);
    }

    /// The same for what has another shape, to which input `i` may have been repeated.
    void wide(int i, Shape shape, Write write) {
        Variable input = result.inputs.get(i);
        if (!input.learns || input.shape().equals(shape)) {
            into(i, write);
            return;
        }
        borrow(shape, whole -> {
            write.to(whole, false);
            into(i, (dx, add) -> Compute.sumTo(whole, dx, add));
        });
    }

    /// The gradient of input `i` is that of the result, number by number. Where it can be, the array is
    /// handed on.
    void pass(int i) {
        Variable input = result.inputs.get(i);
        if (input.shape().count() != dy().count()) {
            into(i, (dx, add) -> Compute.sumTo(dy(), dx, add));
        } else if (input.learns && !passedOn && input.takesGradient(dy())) {
            passedOn = true;
        } else {
            into(i, (dx, add) -> Compute.copy(dy().reshape(dx.shape().sizes()), dx, add));
        }
    }

    @FunctionalInterface
    interface Write {
        void to(Tensor dx, boolean add);
    }
}
