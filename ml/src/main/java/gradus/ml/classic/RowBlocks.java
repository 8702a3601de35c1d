package gradus.ml.classic;

import gradus.ml.kernel.DoubleView;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;

/// Hands on the rows of a large matrix in blocks that stay in a cache, so that the matrix is read once,
/// and never copied as a whole.
///
/// What is done with a block is best a product of matrices, see [gradus.ml.kernel.Gemm]. Blocks come in
/// the order of the rows, and their borders do not depend on the machine: sums over blocks are the same
/// everywhere.
final class RowBlocks {

    /// The numbers in a block: 4 MiB of them, so that a product of blocks is work enough for several
    /// threads.
    private static final int BLOCK_ELEMENTS = 1 << 19;

    private RowBlocks() {}

    /// What is done with each block.
    @FunctionalInterface
    interface BlockConsumer {

        /// @param first which row of the matrix row 0 of the block is
        /// @param block a copy of rows, shape `(m, width)`, which may be written over; it is used again
        ///     for the next
        void accept(int first, DoubleView block);
    }

    /// The rows of `x` with a 1 behind the features, for the intercept: width d + 1.
    static void withOnes(Matrix x, BlockConsumer consumer) {
        double[] row = new double[x.columns()];
        forEachBlock(x.rows(), x.columns() + 1, consumer, (i, block, at) -> {
            x.copyRow(i, row);
            System.arraycopy(row, 0, block, at, row.length);
            block[at + row.length] = 1;
        });
    }

    /// The rows of `x` less `mean`, shape `(d)`: width d.
    static void centred(Matrix x, Vector mean, BlockConsumer consumer) {
        double[] row = new double[x.columns()];
        double[] means = mean.toArray();
        forEachBlock(x.rows(), x.columns(), consumer, (i, block, at) -> {
            x.copyRow(i, row);
            for (int j = 0; j < row.length; j++) {
                block[at + j] = row[j] - means[j];
            }
        });
    }

    /// Writes row `i` into the block from index `at` on.
    @FunctionalInterface
    private interface RowWriter {
        void write(int i, double[] block, int at);
    }

    private static void forEachBlock(int rows, int width, BlockConsumer consumer, RowWriter writer) {
        int maxRows = Math.max(1, BLOCK_ELEMENTS / width);
        double[] numbers = new double[Math.min(rows, maxRows) * width];
        for (int first = 0; first < rows; first += maxRows) {
            int count = Math.min(maxRows, rows - first);
            for (int i = 0; i < count; i++) {
                writer.write(first + i, numbers, i * width);
            }
            consumer.accept(first, DoubleView.of(numbers, count, width));
        }
    }
}
