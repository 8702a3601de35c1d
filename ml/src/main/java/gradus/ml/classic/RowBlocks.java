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

    /// The number of elements in a block: 1 MiB, which fits in the cache of one core, and whose product is
    /// still enough work for several threads.
    private static final int BLOCK_ELEMENTS = 1 << 17;

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
        forEachBlock(x.rows(), x.columns() + 1, consumer, (i, block, at) -> {
            x.copyRow(i, block, at);
            block[at + x.columns()] = 1;
        });
    }

    /// The rows of `x` minus `mean`, shape `(d)`: width d.
    static void centred(Matrix x, Vector mean, BlockConsumer consumer) {
        double[] means = mean.toArray();
        forEachBlock(x.rows(), x.columns(), consumer, (i, block, at) -> {
            x.copyRow(i, block, at);
            for (int j = 0; j < means.length; j++) {
                block[at + j] -= means[j];
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
