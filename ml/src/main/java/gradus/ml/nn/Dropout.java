package gradus.ml.nn;

import gradus.ml.autodiff.FusedOps;
import gradus.ml.autodiff.Variable;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// In training, sets each number to 0 with probability `rate`, and divides the rest by `1 − rate`, so that
/// the mean stays: no unit can rely on another. On a silent tape nothing is done.
///
/// Chance comes from the generator of the tape, [gradus.ml.autodiff.Tape#recording(gradus.ml.numbers.Rng)],
/// which is the trainer's: a layer that held one of its own would have to be kept in every checkpoint.
///
/// Source: N. Srivastava and others, "Dropout: A Simple Way to Prevent Neural Networks from Overfitting",
/// 2014.
public record Dropout(double rate) implements Layer {

    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("a dropout rate is at least 0 and below 1, got " + rate);
        }
    }

    @Override
    public Variable forward(Variable x) {
        return FusedOps.dropout(x, rate);
    }

    @Override
    public SequencedMap<String, Variable> parameters() {
        return new LinkedHashMap<>();
    }
}
