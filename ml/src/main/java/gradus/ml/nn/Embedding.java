package gradus.ml.nn;

import gradus.ml.autodiff.FusedOps;
import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// A vector for each of a number of things, to be learned.
///
/// @param table shape `(count, width)`
public record Embedding(Variable table) implements Module {

    /// `count` vectors of `embeddingDimension` numbers, which start from a normal distribution.
    public static Embedding of(int count, int embeddingDimension, double standardDeviation, Rng rng) {
        return new Embedding(Variable.parameter(Tensor.normal(rng, standardDeviation, count, embeddingDimension)));
    }

    /// The vectors of these things, shape `(ids.length, width)`.
    ///
    /// @throws IndexOutOfBoundsException if there is no such thing
    public Variable forward(Tape tape, int[] ids) {
        return FusedOps.gather(tape, table, ids);
    }

    @Override
    public SequencedMap<String, Variable> parameters() {
        var own = new LinkedHashMap<String, Variable>();
        own.put("table", table);
        return own;
    }
}
