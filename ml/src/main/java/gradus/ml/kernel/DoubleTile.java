package gradus.ml.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Micro-kernels of a matrix product, its innermost loops: a small tile of `c` stays in registers while
/// the loop over the whole inner size runs.
///
/// Each step loads two vectors of a row of `b` and, for each row of the tile, broadcasts one element of
/// `a` to all lanes. Every loaded number is used several times, which makes the kernel fast. Both
/// operands are packed in the order in which they are used, so the compiler can prove before the loop
/// that no index is out of bounds.
///
/// Everything that holds a vector is in one method, because a vector passed to a method that is not
/// inlined becomes a heap object. That is why these methods are long and repetitive.
///
/// Source: K. Goto and R. van de Geijn, "Anatomy of High-Performance Matrix Multiplication", ACM TOMS
/// 34 (2008).
final class DoubleTile {

    static final VectorSpecies<Double> LANES = DoubleLanes.SPECIES;
    static final int WIDTH = LANES.length();

    /// Columns of a tile; half as many if fewer are left.
    static final int COLUMNS = 2 * WIDTH;

    /// Rows of a tile: processors with 512-bit vectors have 32 vector registers, others 16.
    static final int ROWS = LANES.vectorBitSize() == 512 ? 8 : 4;

    /// A vector as long as a tile is high.
    private static final VectorSpecies<Double> HIGH =
            VectorSpecies.of(double.class, VectorShape.forBitSize(ROWS * Double.SIZE));

    private DoubleTile() {}

    /// Warms up the just-in-time compiler: runs the tiles on tiny products until they are fully
    /// compiled, or half a second has passed.
    ///
    /// Before that, each vector is a heap object, and a tile takes a thousand times as long. Without a
    /// warm-up, the first products of a program would be that slow for seconds; many tiny calls take
    /// about a tenth of a second.
    static void warmUp() {
        double[] a = new double[ROWS];
        double[] b = new double[COLUMNS];
        double[] c = new double[ROWS * COLUMNS];
        long calls = 1000;
        long start = System.nanoTime();
        long took = Long.MAX_VALUE;
        while (took > calls * 400 && System.nanoTime() - start < 500_000_000) {
            long before = System.nanoTime();
            for (int i = 0; i < calls; i++) {
                multiply(a, 0, b, 0, i % 2 == 0 ? COLUMNS : WIDTH, 1, c, 0, COLUMNS);
            }
            took = System.nanoTime() - before;
        }
    }

    /// `c = a·b`, for a tile of `c` of `ROWS` rows.
    ///
    /// @param a packed, column by column: `depth` times `ROWS` elements from `aOff` on
    /// @param b packed, row by row: `depth` times `columns` elements from `bOff` on
    /// @param columns `COLUMNS`, or half of it
    /// @param cRowStride distance in the array from one row of `c` to the next
    static void multiply(
            double[] a, int aOff, double[] b, int bOff, int columns, int depth, double[] c, int cOff, int cRowStride) {
        if (ROWS == 8) {
            if (columns == COLUMNS) {
                eightByTwo(a, aOff, b, bOff, depth, c, cOff, cRowStride);
            } else {
                eightByOne(a, aOff, b, bOff, depth, c, cOff, cRowStride);
            }
        } else if (columns == COLUMNS) {
            fourByTwo(a, aOff, b, bOff, depth, c, cOff, cRowStride);
        } else {
            fourByOne(a, aOff, b, bOff, depth, c, cOff, cRowStride);
        }
    }

    private static void eightByTwo(
            double[] a, int aOff, double[] b, int bOff, int depth, double[] c, int cOff, int cRowStride) {
        DoubleVector zero = DoubleVector.zero(LANES);
        DoubleVector c00 = zero, c01 = zero;
        DoubleVector c10 = zero, c11 = zero;
        DoubleVector c20 = zero, c21 = zero;
        DoubleVector c30 = zero, c31 = zero;
        DoubleVector c40 = zero, c41 = zero;
        DoubleVector c50 = zero, c51 = zero;
        DoubleVector c60 = zero, c61 = zero;
        DoubleVector c70 = zero, c71 = zero;
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, bOff + 2 * p * WIDTH);
            DoubleVector b1 = DoubleVector.fromArray(LANES, b, bOff + 2 * p * WIDTH + WIDTH);
            DoubleVector a0 = DoubleVector.broadcast(LANES, a[aOff + 8 * p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = DoubleVector.broadcast(LANES, a[aOff + 8 * p + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = DoubleVector.broadcast(LANES, a[aOff + 8 * p + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = DoubleVector.broadcast(LANES, a[aOff + 8 * p + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            DoubleVector a4 = DoubleVector.broadcast(LANES, a[aOff + 8 * p + 4]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            DoubleVector a5 = DoubleVector.broadcast(LANES, a[aOff + 8 * p + 5]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            DoubleVector a6 = DoubleVector.broadcast(LANES, a[aOff + 8 * p + 6]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            DoubleVector a7 = DoubleVector.broadcast(LANES, a[aOff + 8 * p + 7]);
            c70 = a7.fma(b0, c70);
            c71 = a7.fma(b1, c71);
        }
        c00.intoArray(c, cOff);
        c01.intoArray(c, cOff + WIDTH);
        c10.intoArray(c, cOff + cRowStride);
        c11.intoArray(c, cOff + cRowStride + WIDTH);
        c20.intoArray(c, cOff + 2 * cRowStride);
        c21.intoArray(c, cOff + 2 * cRowStride + WIDTH);
        c30.intoArray(c, cOff + 3 * cRowStride);
        c31.intoArray(c, cOff + 3 * cRowStride + WIDTH);
        c40.intoArray(c, cOff + 4 * cRowStride);
        c41.intoArray(c, cOff + 4 * cRowStride + WIDTH);
        c50.intoArray(c, cOff + 5 * cRowStride);
        c51.intoArray(c, cOff + 5 * cRowStride + WIDTH);
        c60.intoArray(c, cOff + 6 * cRowStride);
        c61.intoArray(c, cOff + 6 * cRowStride + WIDTH);
        c70.intoArray(c, cOff + 7 * cRowStride);
        c71.intoArray(c, cOff + 7 * cRowStride + WIDTH);
    }

    private static void eightByOne(
            double[] a, int aOff, double[] b, int bOff, int depth, double[] c, int cOff, int cRowStride) {
        DoubleVector zero = DoubleVector.zero(LANES);
        DoubleVector c00 = zero;
        DoubleVector c10 = zero;
        DoubleVector c20 = zero;
        DoubleVector c30 = zero;
        DoubleVector c40 = zero;
        DoubleVector c50 = zero;
        DoubleVector c60 = zero;
        DoubleVector c70 = zero;
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, bOff + p * WIDTH);
            DoubleVector a0 = DoubleVector.broadcast(LANES, a[aOff + 8 * p]);
            c00 = a0.fma(b0, c00);
            DoubleVector a1 = DoubleVector.broadcast(LANES, a[aOff + 8 * p + 1]);
            c10 = a1.fma(b0, c10);
            DoubleVector a2 = DoubleVector.broadcast(LANES, a[aOff + 8 * p + 2]);
            c20 = a2.fma(b0, c20);
            DoubleVector a3 = DoubleVector.broadcast(LANES, a[aOff + 8 * p + 3]);
            c30 = a3.fma(b0, c30);
            DoubleVector a4 = DoubleVector.broadcast(LANES, a[aOff + 8 * p + 4]);
            c40 = a4.fma(b0, c40);
            DoubleVector a5 = DoubleVector.broadcast(LANES, a[aOff + 8 * p + 5]);
            c50 = a5.fma(b0, c50);
            DoubleVector a6 = DoubleVector.broadcast(LANES, a[aOff + 8 * p + 6]);
            c60 = a6.fma(b0, c60);
            DoubleVector a7 = DoubleVector.broadcast(LANES, a[aOff + 8 * p + 7]);
            c70 = a7.fma(b0, c70);
        }
        c00.intoArray(c, cOff);
        c10.intoArray(c, cOff + cRowStride);
        c20.intoArray(c, cOff + 2 * cRowStride);
        c30.intoArray(c, cOff + 3 * cRowStride);
        c40.intoArray(c, cOff + 4 * cRowStride);
        c50.intoArray(c, cOff + 5 * cRowStride);
        c60.intoArray(c, cOff + 6 * cRowStride);
        c70.intoArray(c, cOff + 7 * cRowStride);
    }

    private static void fourByTwo(
            double[] a, int aOff, double[] b, int bOff, int depth, double[] c, int cOff, int cRowStride) {
        DoubleVector zero = DoubleVector.zero(LANES);
        DoubleVector c00 = zero, c01 = zero;
        DoubleVector c10 = zero, c11 = zero;
        DoubleVector c20 = zero, c21 = zero;
        DoubleVector c30 = zero, c31 = zero;
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, bOff + 2 * p * WIDTH);
            DoubleVector b1 = DoubleVector.fromArray(LANES, b, bOff + 2 * p * WIDTH + WIDTH);
            DoubleVector a0 = DoubleVector.broadcast(LANES, a[aOff + 4 * p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = DoubleVector.broadcast(LANES, a[aOff + 4 * p + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = DoubleVector.broadcast(LANES, a[aOff + 4 * p + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = DoubleVector.broadcast(LANES, a[aOff + 4 * p + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, cOff);
        c01.intoArray(c, cOff + WIDTH);
        c10.intoArray(c, cOff + cRowStride);
        c11.intoArray(c, cOff + cRowStride + WIDTH);
        c20.intoArray(c, cOff + 2 * cRowStride);
        c21.intoArray(c, cOff + 2 * cRowStride + WIDTH);
        c30.intoArray(c, cOff + 3 * cRowStride);
        c31.intoArray(c, cOff + 3 * cRowStride + WIDTH);
    }

    private static void fourByOne(
            double[] a, int aOff, double[] b, int bOff, int depth, double[] c, int cOff, int cRowStride) {
        DoubleVector zero = DoubleVector.zero(LANES);
        DoubleVector c00 = zero;
        DoubleVector c10 = zero;
        DoubleVector c20 = zero;
        DoubleVector c30 = zero;
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, bOff + p * WIDTH);
            DoubleVector a0 = DoubleVector.broadcast(LANES, a[aOff + 4 * p]);
            c00 = a0.fma(b0, c00);
            DoubleVector a1 = DoubleVector.broadcast(LANES, a[aOff + 4 * p + 1]);
            c10 = a1.fma(b0, c10);
            DoubleVector a2 = DoubleVector.broadcast(LANES, a[aOff + 4 * p + 2]);
            c20 = a2.fma(b0, c20);
            DoubleVector a3 = DoubleVector.broadcast(LANES, a[aOff + 4 * p + 3]);
            c30 = a3.fma(b0, c30);
        }
        c00.intoArray(c, cOff);
        c10.intoArray(c, cOff + cRowStride);
        c20.intoArray(c, cOff + 2 * cRowStride);
        c30.intoArray(c, cOff + 3 * cRowStride);
    }

    /// Copies as many elements as a tile has columns.
    static void copy(double[] from, int at, double[] to, int into) {
        DoubleVector.fromArray(LANES, from, at).intoArray(to, into);
        DoubleVector.fromArray(LANES, from, at + WIDTH).intoArray(to, into + WIDTH);
    }

    /// Adds `n` elements to others.
    static void add(double[] from, int at, double[] to, int into, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            DoubleVector.fromArray(LANES, to, into + i)
                    .add(DoubleVector.fromArray(LANES, from, at + i))
                    .intoArray(to, into + i);
        }
        for (; i < n; i++) {
            to[into + i] += from[at + i];
        }
    }

    /// Copies as many elements as a tile has rows.
    static void copyColumn(double[] from, int at, double[] to, int into) {
        DoubleVector.fromArray(HIGH, from, at).intoArray(to, into);
    }
}
