package gradus.ml.kernel;

import java.util.Arrays;

/// SIMD matrix multiplication for `float`, cache-blocked.
///
/// `b` is split into blocks of rows, and each block into panels as wide as a tile. A panel is *packed*:
/// copied so that a tile reads it contiguously and it stays in the L1 cache for all rows of `a`. Only
/// the packing deals with the strides of `a` and `b`, so a transpose costs nothing.
///
/// A large product is split into parts of `c`, each of which is a product by itself. That packs some
/// elements more than once, but no thread has to wait for another before the end. The split does not
/// affect the order in which each element of `c` is summed, that of [SummationOrder].
///
/// Source: K. Goto and R. van de Geijn, "Anatomy of High-Performance Matrix Multiplication", ACM TOMS 34
/// (2008). Unlike in that paper, blocks of the inner size are so short that a panel fits into the L1
/// cache.
final class FloatGemm {

    private static final int BLOCK_ROWS = 64;
    private static final int BLOCK_COLUMNS = 1024;

    /// Below this many operations, about a tenth of a millisecond, a second thread costs more than it
    /// saves.
    private static final long PARALLEL_THRESHOLD = 10_000_000;

    private static volatile boolean warm;

    private FloatGemm() {}

    /// @param parallel whether several threads may share the work
    static void multiply(FloatView a, FloatView b, FloatView c, boolean accumulate, boolean parallel) {
        if (SummationOrder.isTransposed(c.rows(), c.columns(), c.rowStride(), c.columnStride())) {
            multiply(b.transpose(), a.transpose(), c.transpose(), accumulate, parallel);
        } else if (c.columnStride() != 1 || a.columns() == 0) {
            PlainGemm.multiply(a, b, c, accumulate);
        } else if (SummationOrder.usesDotProducts(c.rows(), b.columns(), b.rowStride(), b.columnStride())) {
            multiplyRows(a, b, c, true, accumulate, parallel);
        } else if (c.rows() < FloatTile.ROWS && b.columnStride() == 1) {
            multiplyRows(a, b, c, false, accumulate, parallel);
        } else if (2L * c.rows() * c.columns() * a.columns() < PARALLEL_THRESHOLD) {
            multiplySequential(a, b, c, accumulate);
        } else {
            warmUp();
            multiplyInParallel(a, b, c, accumulate, parallel ? Threads.targetChunks() : 1);
        }
    }

    private static void multiplyRows(
            FloatView a, FloatView b, FloatView c, boolean dots, boolean accumulate, boolean parallel) {
        for (int i = 0; i < c.rows(); i++) {
            FloatGemv.multiply(a, b, c, i, dots, accumulate, parallel);
        }
    }

    private static void warmUp() {
        if (!warm) {
            warm = true;
            FloatTile.warmUp();
        }
    }

    /// Splits `c` into about `chunks` parts, preferably along its longer side.
    private static void multiplyInParallel(FloatView a, FloatView b, FloatView c, boolean accumulate, int chunks) {
        int rowChunks = chunks;
        int columnChunks = 1;
        while (rowChunks > 1 && (long) c.rows() * columnChunks * 2 < (long) c.columns() * rowChunks) {
            rowChunks /= 2;
            columnChunks *= 2;
        }
        int rows = chunkSize(c.rows(), rowChunks, FloatTile.ROWS);
        int columns = chunkSize(c.columns(), columnChunks, FloatTile.COLUMNS);
        int perRow = (c.columns() + columns - 1) / columns;
        int count = (c.rows() + rows - 1) / rows * perRow;
        Threads.parallelFor(count, i -> {
            FloatView ofA = a.sliceRows(i / perRow * rows, rows);
            FloatView ofB = b.sliceColumns(i % perRow * columns, columns);
            FloatView ofC = c.sliceRows(i / perRow * rows, rows).sliceColumns(i % perRow * columns, columns);
            multiplySequential(ofA, ofB, ofC, accumulate);
        });
    }

    /// The size of one of `chunks` parts, in whole tiles.
    private static int chunkSize(int size, int chunks, int tile) {
        int each = (size + chunks - 1) / chunks;
        return (each + tile - 1) / tile * tile;
    }

    private static void multiplySequential(FloatView a, FloatView b, FloatView c, boolean accumulate) {
        int depth = a.columns();
        int blockDepth = SummationOrder.blockDepth(depth);
        int widest = Math.min(BLOCK_COLUMNS, c.columns());
        float[] panels = ScratchBuffers.FLOATS.acquire(blockDepth * (widest + FloatTile.COLUMNS));
        float[] packed = ScratchBuffers.FLOATS.acquire(blockDepth * BLOCK_ROWS + FloatTile.ROWS * FloatTile.COLUMNS);
        for (int j = 0; j < c.columns(); j += BLOCK_COLUMNS) {
            int columns = Math.min(BLOCK_COLUMNS, c.columns() - j);
            for (int p = 0; p < depth; p += blockDepth) {
                int depthHere = Math.min(blockDepth, depth - p);
                pack(b, j, columns, p, depthHere, panels);
                for (int i = 0; i < c.rows(); i += BLOCK_ROWS) {
                    block(
                            a,
                            c,
                            i,
                            Math.min(c.rows(), i + BLOCK_ROWS),
                            j,
                            columns,
                            p,
                            depthHere,
                            packed,
                            panels,
                            accumulate || p > 0);
                }
            }
        }
        ScratchBuffers.FLOATS.release(packed);
        ScratchBuffers.FLOATS.release(panels);
    }

    /// Packs `depth` rows of `columns` columns of `b`, panel by panel. The last panel may be half as
    /// wide, and is padded with zeros.
    private static void pack(FloatView b, int j, int columns, int p, int depth, float[] panels) {
        int width = FloatTile.COLUMNS;
        for (int q = 0; q < columns; q += width) {
            width = width(columns - q);
            int start = b.offset() + p * b.rowStride() + (j + q) * b.columnStride();
            int filled = Math.min(width, columns - q);
            packPanel(b.data(), start, b.rowStride(), b.columnStride(), depth, filled, width, panels, q * depth);
        }
    }

    /// The width of a tile if `left` columns remain.
    private static int width(int left) {
        return left <= FloatTile.WIDTH ? FloatTile.WIDTH : FloatTile.COLUMNS;
    }

    private static void packPanel(
            float[] b,
            int start,
            int rowStride,
            int columnStride,
            int depth,
            int filled,
            int width,
            float[] panels,
            int to) {
        if (columnStride == 1) {
            for (int p = 0; p < depth; p++) {
                if (filled == FloatTile.COLUMNS) {
                    FloatTile.copy(b, start + p * rowStride, panels, to + p * width);
                } else {
                    System.arraycopy(b, start + p * rowStride, panels, to + p * width, filled);
                }
            }
        } else {
            for (int p0 = 0; p0 < depth; p0 += 16) {
                int end = Math.min(depth, p0 + 16);
                for (int q = 0; q < filled; q++) {
                    int from = start + q * columnStride;
                    for (int p = p0; p < end; p++) {
                        panels[to + p * width + q] = b[from + p * rowStride];
                    }
                }
            }
        }
        for (int p = 0; p < depth && filled < width; p++) {
            Arrays.fill(panels, to + p * width + filled, to + (p + 1) * width, 0f);
        }
    }

    /// Rows `from` to `to - 1` of `columns` columns of `c` from `j` on: adds the product of `depth`
    /// columns of `a` from `p` on and the packed panels.
    private static void block(
            FloatView a,
            FloatView c,
            int from,
            int to,
            int j,
            int columns,
            int p,
            int depth,
            float[] packed,
            float[] panels,
            boolean accumulate) {
        packRows(a, from, to, p, depth, packed);
        int edge = packed.length - FloatTile.ROWS * FloatTile.COLUMNS;
        int width = FloatTile.COLUMNS;
        for (int q = 0; q < columns; q += width) {
            width = width(columns - q);
            int filled = Math.min(width, columns - q);
            for (int row = from; row < to; row += FloatTile.ROWS) {
                int at = (row - from) * depth;
                int cOff = c.offset() + row * c.rowStride() + j + q;
                int high = Math.min(FloatTile.ROWS, to - row);
                if (filled == width && high == FloatTile.ROWS && !accumulate) {
                    FloatTile.multiply(packed, at, panels, q * depth, width, depth, c.data(), cOff, c.rowStride());
                } else {
                    FloatTile.multiply(packed, at, panels, q * depth, width, depth, packed, edge, width);
                    storeTile(packed, edge, width, high, filled, c.data(), cOff, c.rowStride(), accumulate);
                }
            }
        }
    }

    /// Stores the part of a tile that lies within `c`, or adds it.
    private static void storeTile(
            float[] tile,
            int at,
            int width,
            int rows,
            int columns,
            float[] c,
            int cOff,
            int cRowStride,
            boolean accumulate) {
        for (int r = 0; r < rows; r++) {
            if (accumulate) {
                FloatTile.add(tile, at + r * width, c, cOff + r * cRowStride, columns);
            } else {
                System.arraycopy(tile, at + r * width, c, cOff + r * cRowStride, columns);
            }
        }
    }

    /// Packs rows of `a`, one tile height at a time, so that the elements of a column are contiguous;
    /// padded with zeros.
    private static void packRows(FloatView a, int from, int to, int p, int depth, float[] packed) {
        for (int row = from, at = 0; row < to; row += FloatTile.ROWS, at += FloatTile.ROWS * depth) {
            int start = a.offset() + row * a.rowStride() + p * a.columnStride();
            int high = Math.min(FloatTile.ROWS, to - row);
            if (high < FloatTile.ROWS) {
                Arrays.fill(packed, at, at + FloatTile.ROWS * depth, 0f);
            }
            if (a.rowStride() == 1) {
                packColumns(a.data(), start, a.columnStride(), depth, high, packed, at);
            } else {
                int r = 0;
                for (; r + 4 <= high; r += 4) {
                    packFourRows(a, start + r * a.rowStride(), depth, packed, at + r);
                }
                for (; r < high; r++) {
                    for (int q = 0; q < depth; q++) {
                        packed[at + q * FloatTile.ROWS + r] =
                                a.data()[start + r * a.rowStride() + q * a.columnStride()];
                    }
                }
            }
        }
    }

    /// If the elements of a column are contiguous, they are copied together.
    private static void packColumns(float[] a, int start, int step, int depth, int high, float[] packed, int at) {
        for (int q = 0; q < depth; q++) {
            if (high == FloatTile.ROWS) {
                FloatTile.copyColumn(a, start + q * step, packed, at + q * FloatTile.ROWS);
            } else {
                System.arraycopy(a, start + q * step, packed, at + q * FloatTile.ROWS, high);
            }
        }
    }

    /// Four rows at a time use more of each cache line that is written.
    private static void packFourRows(FloatView a, int r0, int depth, float[] packed, int at) {
        float[] data = a.data();
        int step = a.columnStride();
        int r1 = r0 + a.rowStride();
        int r2 = r1 + a.rowStride();
        int r3 = r2 + a.rowStride();
        for (int q = 0; q < depth; q++) {
            int to = at + q * FloatTile.ROWS;
            packed[to] = data[r0 + q * step];
            packed[to + 1] = data[r1 + q * step];
            packed[to + 2] = data[r2 + q * step];
            packed[to + 3] = data[r3 + q * step];
        }
    }
}
