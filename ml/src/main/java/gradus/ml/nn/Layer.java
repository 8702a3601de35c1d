package gradus.ml.nn;

import gradus.ml.autodiff.Variable;

/// Layer: a module that maps one variable to another, such as a linear layer or an activation function.
public interface Layer extends Module {

    /// Forward pass: the output of the layer for the input `x`.
    ///
    /// @throws IllegalArgumentException if the shape of `x` does not fit; the message names both shapes
    Variable forward(Variable x);
}
