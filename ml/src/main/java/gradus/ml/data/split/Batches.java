package gradus.ml.data.split;

import gradus.ml.numbers.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows in batches, for training step by step.
///
/// @param rows how many rows there are, 0 or more
/// @param batchSize how many of them are in a batch, at least 1
/// @param lastBatch what becomes of a last batch that is not full
public record Batches(int rows, int batchSize, LastBatch lastBatch) {

    /// What becomes of a last batch that is not full.
    public enum LastBatch {
        /// It is smaller than the others: every row is seen in every epoch.
        KEEP,
        /// It is left out: all batches have one size. In the next epoch other rows are left out.
        DROP
    }

    /// @throws IllegalArgumentException if `rows` is negative or `batchSize` less than 1
    public Batches {
        if (rows < 0 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "batches have at least 1 row of 0 or more, got batches of " + batchSize + " of " + rows + " rows");
        }
    }

    /// Batches of all rows, the last one kept.
    public static Batches of(int rows, int batchSize) {
        return new Batches(rows, batchSize, LastBatch.KEEP);
    }

    /// How many batches an epoch has.
    public int count() {
        return lastBatch == LastBatch.KEEP ? Math.ceilDiv(rows, batchSize) : rows / batchSize;
    }

    /// The rows of each batch of one epoch, in an order in which every order is equally likely. O(rows).
    public List<int[]> shuffled(Rng rng) {
        return partition(rng.permutation(rows));
    }

    /// The rows of each batch in ascending order: for trying out what is trained.
    public List<int[]> inOrder() {
        int[] order = new int[rows];
        Arrays.setAll(order, row -> row);
        return partition(order);
    }

    private List<int[]> partition(int[] order) {
        var batches = new ArrayList<int[]>(count());
        for (int batch = 0; batch < count(); batch++) {
            batches.add(Arrays.copyOfRange(order, batch * batchSize, Math.min(rows, (batch + 1) * batchSize)));
        }
        return batches;
    }
}
