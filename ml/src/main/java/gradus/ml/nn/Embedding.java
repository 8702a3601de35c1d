package gradus.ml.nn;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.autodiff.VariableOps;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Embedding: a table with one trainable vector for each of `count` items, such as tokens or positions
/// (`nn.Embedding` in PyTorch). Not a [Layer], because its input is integers.
///
/// @param table shape `(count, embeddingDimension)`
public record Embedding(Variable table) implements Module {

    /// Checks the shape.
    ///
    /// @throws IllegalArgumentException if the table does not have two axes
    public Embedding {
        if (table.shape().rank() != 2) {
            throw new IllegalArgumentException(
                    "table must have shape (count, embeddingDimension), got " + table.shape());
        }
    }

    /// A table for `count` items whose vectors have `embeddingDimension` components, drawn from a normal
    /// distribution with mean 0.
    ///
    /// @throws IllegalArgumentException if a size is below 1, or the standard deviation is negative or not
    ///     finite
    public static Embedding of(int count, int embeddingDimension, double standardDeviation, Rng rng) {
        Require.atLeast("count", count, 1);
        Require.atLeast("embeddingDimension", embeddingDimension, 1);
        return new Embedding(Variable.parameter(Tensor.normal(rng, standardDeviation, count, embeddingDimension)));
    }

    /// Looks up the vectors of these items, shape `(ids.length, embeddingDimension)`, in
    /// O(ids.length·embeddingDimension).
    ///
    /// @param ids index of each item, from 0
    /// @throws IndexOutOfBoundsException if an id is not from 0 to `count − 1`
    public Variable forward(Tape tape, int[] ids) {
        return VariableOps.gather(tape, table, ids);
    }

    @Override
    public SequencedMap<String, Variable> parameters() {
        var own = new LinkedHashMap<String, Variable>();
        own.put("table", table);
        return own;
    }
}
