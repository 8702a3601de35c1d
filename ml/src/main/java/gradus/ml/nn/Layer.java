package gradus.ml.nn;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.tensor.Tensor;

/// Layer: a module that maps one variable to another, such as a linear layer or an activation function.
public interface Layer extends Module {

    /// Forward pass: the output of the layer for the input `x`.
    ///
    /// @throws IllegalArgumentException if the shape of `x` does not fit; the message names both shapes
    Variable forward(Variable x);

    /// The output for `inputs` in inference mode: nothing is recorded, and dropout is off.
    ///
    /// @throws IllegalArgumentException as [#forward]
    default Tensor predict(Tensor inputs) {
        return forward(Tape.inference().constant(inputs)).value();
    }
}
