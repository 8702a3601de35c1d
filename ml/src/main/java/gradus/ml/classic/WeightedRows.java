package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The rows of a training set that count: those whose weight is above 0.
///
/// @param x their features, shape `(m, d)`
/// @param weights their weights, shape `(m)`, all above 0
/// @param indices which rows of the training set they are, ascending, shape `(m)`
record WeightedRows(Matrix x, Vector weights, int[] indices) {

    /// The rows of a validated training set with a weight above 0. O(n·d).
    ///
    /// @throws IllegalArgumentException if there is not one weight per row, if a weight is negative, NaN or
    ///     infinite, or if their sum is out of range
    static WeightedRows of(Matrix x, Vector weights) {
        ModelPreconditions.requireWeights(x, weights);
        int[] counting =
                IntStream.range(0, x.rows()).filter(i -> weights.get(i) > 0).toArray();
        if (counting.length == x.rows()) {
            return new WeightedRows(x, weights, counting);
        }
        return new WeightedRows(
                x.selectRows(counting), Vector.from(counting.length, i -> weights.get(counting[i])), counting);
    }

    /// A weight of 1 for each of n rows.
    static Vector ones(int n) {
        return Vector.from(n, _ -> 1);
    }

    /// The labels of these rows.
    int[] select(int[] labels) {
        return Arrays.stream(indices).map(i -> labels[i]).toArray();
    }

    /// The targets of these rows.
    Vector select(Vector y) {
        return Vector.from(indices.length, i -> y.get(indices[i]));
    }

    /// The sum of the weights.
    double total() {
        return Numerics.sum(weights.toArray());
    }
}
