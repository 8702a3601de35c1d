package gradus.ml.data.split;

import gradus.ml.numbers.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Mini-batches of row indices, for stochastic gradient descent: like a PyTorch `DataLoader`, but without the
/// data.
///
/// @param rows number of rows, at least 0
/// @param batchSize number of rows in a batch, at least 1
/// @param lastBatch what to do with a last batch that is smaller than `batchSize`: `drop_last` in PyTorch
public record Batches(int rows, int batchSize, LastBatch lastBatch) {

    /// What to do with a last batch that is smaller than the batch size.
    public enum LastBatch {
        /// Keep the smaller batch, so every row is seen in every epoch.
        KEEP,
        /// Drop it, so all batches have the same size. With shuffling, each epoch drops other rows.
        DROP
    }

    /// @throws IllegalArgumentException if `rows` is negative or `batchSize` is less than 1
    public Batches {
        if (rows < 0 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "rows must be at least 0 and batchSize at least 1, got " + rows + " and " + batchSize);
        }
    }

    /// Batches of all rows, keeping a smaller last batch.
    public static Batches of(int rows, int batchSize) {
        return new Batches(rows, batchSize, LastBatch.KEEP);
    }

    /// The number of batches in an epoch.
    public int count() {
        return lastBatch == LastBatch.KEEP ? Math.ceilDiv(rows, batchSize) : rows / batchSize;
    }

    /// The row indices of each batch of one epoch, uniformly shuffled. Call it once for each epoch. O(rows).
    public List<int[]> shuffled(Rng rng) {
        return partition(rng.permutation(rows));
    }

    /// The row indices of each batch in ascending order, for evaluation. O(rows).
    public List<int[]> inOrder() {
        int[] order = new int[rows];
        Arrays.setAll(order, row -> row);
        return partition(order);
    }

    private List<int[]> partition(int[] order) {
        var batches = new ArrayList<int[]>(count());
        for (int batch = 0; batch < count(); batch++) {
            int start = batch * batchSize;
            batches.add(Arrays.copyOfRange(order, start, start + Math.min(batchSize, rows - start)));
        }
        return batches;
    }
}
