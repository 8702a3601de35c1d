package gradus.ml.nn;

import gradus.ml.autodiff.Variable;

/// A module that makes one variable of another.
public interface Layer extends Module {

    /// What the layer makes of `x`.
    ///
    /// @throws IllegalArgumentException if the shape of `x` does not fit, with both shapes
    Variable forward(Variable x);
}
