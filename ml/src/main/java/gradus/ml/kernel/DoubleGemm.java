package gradus.ml.kernel;

import java.util.Arrays;

/// The fast product of matrices of `double`.
///
/// `b` is cut into blocks of `DEPTH` rows, and each block into panels as wide as a tile. A panel is copied
/// so that what a tile reads lies in a row, and stays in the nearest cache while all rows of `a` pass by
/// it. Where numbers lie in `a` and `b` only the copying knows: so a transpose costs nothing.
///
/// The order in which products are added up depends on the shapes alone.
///
/// Source: K. Goto and R. van de Geijn, "Anatomy of High-Performance Matrix Multiplication", ACM TOMS 34
/// (2008). Unlike there, the inner size is cut so short that a panel fits the nearest cache.
final class DoubleGemm {

    private static final int DEPTH = 256;
    private static final int BLOCK_ROWS = 64;
    private static final int BLOCK_COLUMNS = 1024;

    /// Below so many operations a second thread costs more than it brings.
    private static final long WORTH_SHARING = 1_500_000;

    private DoubleGemm() {}

    /// @param share whether several threads may work on it
    static void multiply(DoubleView a, DoubleView b, DoubleView c, boolean add, boolean share) {
        if (c.columnStride() != 1 && c.rowStride() == 1) {
            multiply(b.transposed(), a.transposed(), c.transposed(), add, share);
            return;
        }
        int depth = a.columns();
        if (c.columnStride() != 1 || depth == 0) {
            PlainGemm.multiply(a, b, c, add);
            return;
        }
        if (c.rows() < DoubleTile.ROWS && DoubleRow.fits(b)) {
            for (int i = 0; i < c.rows(); i++) {
                DoubleRow.multiply(a, b, c, i, add, share);
            }
            return;
        }
        if (c.columns() == 1 && c.rowStride() == 1 && DoubleRow.fits(a)) {
            DoubleRow.multiply(b.transposed(), a.transposed(), c.transposed(), 0, add, share);
            return;
        }
        boolean shared = share && 2L * c.rows() * c.columns() * depth >= WORTH_SHARING;
        int blocks = (depth + DEPTH - 1) / DEPTH;
        int deep = (depth + blocks - 1) / blocks;
        double[] panels = Scratch.DOUBLES.take(deep * padded(Math.min(BLOCK_COLUMNS, c.columns())));
        for (int j = 0; j < c.columns(); j += BLOCK_COLUMNS) {
            int columns = Math.min(BLOCK_COLUMNS, c.columns() - j);
            for (int p = 0; p < depth; p += deep) {
                block(a, b, c, j, columns, p, Math.min(deep, depth - p), panels, add || p > 0, shared);
            }
        }
        Scratch.DOUBLES.give(panels);
    }

    /// Adds what `depth` columns of `a` and rows of `b` from `p` on give to `columns` columns of `c` from
    /// `j` on.
    private static void block(
            DoubleView a,
            DoubleView b,
            DoubleView c,
            int j,
            int columns,
            int p,
            int depth,
            double[] panels,
            boolean add,
            boolean shared) {
        int wide = columns / DoubleTile.COLUMNS;
        int narrow = (columns - wide * DoubleTile.COLUMNS + DoubleTile.WIDTH - 1) / DoubleTile.WIDTH;
        int rows = c.rows();
        if (!shared) {
            pack(b, j, columns, p, depth, wide, 0, wide + narrow, panels);
            for (int i = 0; i < rows; i += BLOCK_ROWS) {
                piece(a, c, j, 0, columns, p, depth, panels, add, i, Math.min(rows, i + BLOCK_ROWS));
            }
            return;
        }
        Threads.runs(wide + narrow, 4, (from, to) -> pack(b, j, columns, p, depth, wide, from, to, panels));
        // Few rows are shared out by columns too. How has no effect on any sum.
        int high = (rows + BLOCK_ROWS - 1) / BLOCK_ROWS;
        int across = Math.clamp(Threads.wanted() / high, 1, wide + narrow);
        int run = (wide + narrow + across - 1) / across * DoubleTile.COLUMNS;
        Threads.each(high * across, i -> {
            int from = i / across * BLOCK_ROWS;
            int first = Math.min(columns, i % across * run);
            int last = Math.min(columns, first + run);
            piece(a, c, j, first, last, p, depth, panels, add, from, Math.min(rows, from + BLOCK_ROWS));
        });
    }

    /// Copies panels `from` to `to - 1` of `b`: wide ones first, then narrow ones, filled up with zeros.
    private static void pack(
            DoubleView b, int j, int columns, int p, int depth, int wide, int from, int to, double[] panels) {
        for (int panel = from; panel < to; panel++) {
            int narrowBefore = Math.max(0, panel - wide);
            int first = Math.min(panel, wide) * DoubleTile.COLUMNS + narrowBefore * DoubleTile.WIDTH;
            int width = panel < wide ? DoubleTile.COLUMNS : DoubleTile.WIDTH;
            int start = b.offset() + p * b.rowStride() + (j + first) * b.columnStride();
            int filled = Math.min(width, columns - first);
            packPanel(b.data(), start, b.rowStride(), b.columnStride(), depth, filled, width, panels, first * depth);
        }
    }

    private static void packPanel(
            double[] b,
            int start,
            int rowStride,
            int columnStride,
            int depth,
            int filled,
            int width,
            double[] panels,
            int to) {
        if (columnStride == 1) {
            for (int p = 0; p < depth; p++) {
                if (filled == DoubleTile.COLUMNS) {
                    DoubleTile.copy(b, start + p * rowStride, panels, to + p * width);
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
            Arrays.fill(panels, to + p * width + filled, to + (p + 1) * width, 0.0);
        }
    }

    /// Rows `from` to `to - 1` and columns `first` to `last - 1` of the block.
    private static void piece(
            DoubleView a,
            DoubleView c,
            int j,
            int first,
            int last,
            int p,
            int depth,
            double[] panels,
            boolean add,
            int from,
            int to) {
        int tiles = (to - from + DoubleTile.ROWS - 1) / DoubleTile.ROWS;
        int edge = tiles * DoubleTile.ROWS * depth;
        double[] packed = Scratch.DOUBLES.take(edge + DoubleTile.ROWS * DoubleTile.COLUMNS);
        packRows(a, from, to, p, depth, packed);
        int width = DoubleTile.COLUMNS;
        for (int q = first; q < last; q += width) {
            width = last - q < DoubleTile.COLUMNS ? DoubleTile.WIDTH : DoubleTile.COLUMNS;
            int filled = Math.min(width, last - q);
            for (int t = 0; t < tiles; t++) {
                int row = from + t * DoubleTile.ROWS;
                int at = t * DoubleTile.ROWS * depth;
                int ct = c.offset() + row * c.rowStride() + j + q;
                int high = Math.min(DoubleTile.ROWS, to - row);
                if (filled == width && high == DoubleTile.ROWS) {
                    DoubleTile.multiply(packed, at, panels, q * depth, width, depth, c.data(), ct, c.rowStride(), add);
                } else {
                    DoubleTile.multiply(packed, at, panels, q * depth, width, depth, packed, edge, width, false);
                    copy(packed, edge, width, high, filled, c.data(), ct, c.rowStride(), add);
                }
            }
        }
        Scratch.DOUBLES.give(packed);
    }

    /// Copies rows of `a`, a tile at a time, so that the numbers of one column lie side by side; filled up
    /// with zeros.
    private static void packRows(DoubleView a, int from, int to, int p, int depth, double[] packed) {
        for (int row = from, at = 0; row < to; row += DoubleTile.ROWS, at += DoubleTile.ROWS * depth) {
            int start = a.offset() + row * a.rowStride() + p * a.columnStride();
            int high = Math.min(DoubleTile.ROWS, to - row);
            if (high < DoubleTile.ROWS) {
                Arrays.fill(packed, at, at + DoubleTile.ROWS * depth, 0.0);
            }
            if (a.rowStride() == 1) {
                for (int q = 0; q < depth; q++) {
                    System.arraycopy(a.data(), start + q * a.columnStride(), packed, at + q * DoubleTile.ROWS, high);
                }
            } else {
                int r = 0;
                for (; r + 4 <= high; r += 4) {
                    packFourRows(a, start + r * a.rowStride(), depth, packed, at + r);
                }
                for (; r < high; r++) {
                    for (int q = 0; q < depth; q++) {
                        packed[at + q * DoubleTile.ROWS + r] =
                                a.data()[start + r * a.rowStride() + q * a.columnStride()];
                    }
                }
            }
        }
    }

    /// Four rows together make a fuller use of each line of the cache that is written.
    private static void packFourRows(DoubleView a, int r0, int depth, double[] packed, int at) {
        double[] data = a.data();
        int step = a.columnStride();
        int r1 = r0 + a.rowStride();
        int r2 = r1 + a.rowStride();
        int r3 = r2 + a.rowStride();
        for (int q = 0; q < depth; q++) {
            int to = at + q * DoubleTile.ROWS;
            packed[to] = data[r0 + q * step];
            packed[to + 1] = data[r1 + q * step];
            packed[to + 2] = data[r2 + q * step];
            packed[to + 3] = data[r3 + q * step];
        }
    }

    private static void copy(
            double[] tile, int at, int width, int rows, int columns, double[] c, int ct, int cRow, boolean add) {
        for (int r = 0; r < rows; r++) {
            for (int q = 0; q < columns; q++) {
                double value = tile[at + r * width + q];
                int to = ct + r * cRow + q;
                c[to] = add ? c[to] + value : value;
            }
        }
    }

    private static int padded(int columns) {
        return (columns + DoubleTile.WIDTH - 1) / DoubleTile.WIDTH * DoubleTile.WIDTH;
    }
}
