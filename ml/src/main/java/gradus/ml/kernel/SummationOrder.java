package gradus.ml.kernel;

/// The order in which the kernels add numbers, the same on every machine.
///
/// Rounding makes a sum depend on the order of its additions. A vector of 16 lanes adds in another order than
/// a vector of 4, unless that order is fixed. So every kernel adds as vectors of 512 bits do, and each lane
/// of them is a *partial sum*. Where vectors are shorter, several hold what one would; the scalar kernels
/// keep the partial sums in an array.
///
/// - A short sum, such as that of a softmax, has as many partial sums as 512 bits have elements: 16 of
///   `float`, or 8 of `double`. With P of them, element i goes to partial sum i mod P.
/// - A long sum has twice as many, since a processor adds to several vectors at the same time. The last
///   elements, fewer than 16 or 8, are added to the total one after another.
/// - In the end, [#total] adds the partial sums.
final class SummationOrder {

    /// The size of all partial sums of a short sum together.
    static final int VECTOR_BITS = 512;

    /// Fewer rows than this are not worth packing: see [#usesDotProducts].
    private static final int FEW_ROWS = 8;

    private static final int MAX_DEPTH = 256;

    private SummationOrder() {}

    /// The inner size `depth` of a product is split into equal blocks of this size, of which the last may be
    /// shorter. In each block the products are added one after another, and the blocks are added in order.
    static int blockDepth(int depth) {
        int blocks = Math.max(1, (depth + MAX_DEPTH - 1) / MAX_DEPTH);
        return Math.max(1, (depth + blocks - 1) / blocks);
    }

    /// Whether a product is computed as its transpose, `cᵀ = bᵀ·aᵀ`, so that the rows of the result are
    /// contiguous and a column is a single row.
    static boolean isTransposed(int rows, int columns, int rowStride, int columnStride) {
        return rowStride == 1 && (columnStride != 1 || columns == 1 && rows > 1);
    }

    /// Whether a product with `rows` rows is computed as one dot product, a long sum, for each element. That
    /// is faster if there are few rows and the columns of `b` are contiguous.
    static boolean usesDotProducts(int rows, int columnsOfB, int rowStrideOfB, int columnStrideOfB) {
        return rows < FEW_ROWS && rowStrideOfB == 1 && (columnStrideOfB != 1 || columnsOfB == 1);
    }

    /// The sum of 16 or 32 partial sums. The second 16 are added to the first, then their four groups of 128
    /// bits in order, and these by halves.
    static float total(float[] partial) {
        int slots = VECTOR_BITS / Float.SIZE;
        float[] group = new float[4];
        for (int i = 0; i < slots; i++) {
            group[i % 4] += partial.length == slots ? partial[i] : partial[i] + partial[i + slots];
        }
        return group[0] + group[2] + (group[1] + group[3]);
    }

    /// The same for 8 or 16 partial sums of `double`.
    static double total(double[] partial) {
        int slots = VECTOR_BITS / Double.SIZE;
        double[] group = new double[2];
        for (int i = 0; i < slots; i++) {
            group[i % 2] += partial.length == slots ? partial[i] : partial[i] + partial[i + slots];
        }
        return group[0] + group[1];
    }
}
