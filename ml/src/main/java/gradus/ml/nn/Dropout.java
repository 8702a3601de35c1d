package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import gradus.ml.autodiff.VariableOps;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Dropout: in training, sets each element to 0 with probability `rate`, and divides the others by
/// `1 − rate`, which preserves the expected value (*inverted dropout*). This prevents the co-adaptation of
/// units and so reduces overfitting. On an inference tape, the input passes unchanged.
///
/// Random numbers come from the generator of the tape,
/// [gradus.ml.autodiff.Tape#recording(gradus.ml.numbers.Rng)], which is the trainer's: a generator in each
/// layer would have to be saved in every checkpoint.
///
/// Source: N. Srivastava and others, "Dropout: A Simple Way to Prevent Neural Networks from Overfitting",
/// 2014.
///
/// @param rate probability of setting an element to 0, at least 0 and below 1
public record Dropout(double rate) implements Layer {

    /// Checks the rate.
    ///
    /// @throws IllegalArgumentException if it is negative, 1 or more, or NaN
    public Dropout {
        Require.fraction("dropout rate", rate);
    }

    @Override
    public Variable forward(Variable x) {
        return VariableOps.dropout(x, rate);
    }

    @Override
    public SequencedMap<String, Variable> parameters() {
        return new LinkedHashMap<>();
    }
}
