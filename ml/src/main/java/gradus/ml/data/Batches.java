package gradus.ml.data;

import gradus.ml.numbers.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows in batches, for training step by step.
///
/// @param rows how many rows there are, 0 or more
/// @param size how many of them are in a batch, at least 1
/// @param last what becomes of a last batch that is not full
public record Batches(int rows, int size, Last last) {

    /// What becomes of a last batch that is not full.
    public enum Last {
        /// It is smaller than the others: every row is seen in every epoch.
        KEPT,
        /// It is left out: all batches have one size. In the next epoch other rows are left out.
        DROPPED
    }

    /// @throws IllegalArgumentException if `rows` is negative or `size` less than 1
    public Batches {
        if (rows < 0 || size < 1) {
            throw new IllegalArgumentException(
                    "batches have at least 1 row of 0 or more, got batches of " + size + " of " + rows + " rows");
        }
    }

    /// Batches of all rows, the last one kept.
    public static Batches of(int rows, int size) {
        return new Batches(rows, size, Last.KEPT);
    }

    /// How many batches an epoch has.
    public int count() {
        return last == Last.KEPT ? Math.ceilDiv(rows, size) : rows / size;
    }

    /// The rows of each batch of one epoch, in an order in which every order is equally likely. O(rows).
    public List<int[]> epoch(Rng rng) {
        return cut(rng.permutation(rows));
    }

    /// The rows of each batch in ascending order: for trying out what is trained.
    public List<int[]> inOrder() {
        int[] order = new int[rows];
        Arrays.setAll(order, row -> row);
        return cut(order);
    }

    private List<int[]> cut(int[] order) {
        var batches = new ArrayList<int[]>(count());
        for (int batch = 0; batch < count(); batch++) {
            batches.add(Arrays.copyOfRange(order, batch * size, Math.min(rows, (batch + 1) * size)));
        }
        return batches;
    }
}
