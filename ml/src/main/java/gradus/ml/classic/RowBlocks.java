package gradus.ml.classic;

import gradus.ml.kernel.DoubleView;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;

/// Iterates over the rows of a large matrix in blocks that fit in the cache, so the matrix is read once and
/// never copied as a whole.
///
/// The work on a block should be a matrix product, see [gradus.ml.kernel.Gemm]. Blocks come in row order and
/// their boundaries do not depend on the machine, so sums over blocks are the same everywhere.
final class RowBlocks {

    /// The number of elements in a block: 4 MiB, so a product of blocks is enough work for several threads.
    private static final int BLOCK_ELEMENTS = 1 << 19;

    private RowBlocks() {}

    /// Processes one block.
    @FunctionalInterface
    interface BlockConsumer {

        /// @param first the index in the matrix of row 0 of the block
        /// @param block a copy of the rows, shape `(m, width)`; may be overwritten, and is reused for the
        ///     next block
        void accept(int first, DoubleView block);
    }

    /// The rows of `x` with a 1 appended to the features, for the intercept: width d + 1.
    static void withOnes(Matrix x, BlockConsumer consumer) {
        double[] row = new double[x.columns()];
        forEachBlock(x.rows(), x.columns() + 1, consumer, (i, block, at) -> {
            x.copyRow(i, row);
            System.arraycopy(row, 0, block, at, row.length);
            block[at + row.length] = 1;
        });
    }

    /// The rows of `x` minus `mean`, shape `(d)`: width d.
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
