package gradus.ml.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A kernel and its contract: its input and output arrays, and the three ways to run it.
///
/// @param adds whether it can accumulate
/// @param inPlace whether its first result may overwrite an argument of the same size
/// @param chunked whether its entry point sums rows in chunks, which the other two do not
record Kernel(
        String name,
        List<Slot> in,
        List<Slot> out,
        boolean adds,
        boolean inPlace,
        boolean chunked,
        Run plain,
        Run fast,
        Run entryPoint) {

    /// The size of an array.
    enum Size {
        /// One for each row and column.
        ALL,
        /// One for each column.
        ROW,
        /// Two for each row.
        MOMENTS;

        int of(int rows, int columns) {
            return switch (this) {
                case ALL -> rows * columns;
                case ROW -> columns;
                case MOMENTS -> 2 * rows;
            };
        }
    }

    /// One array of a kernel.
    ///
    /// @param low the smallest random element
    /// @param moves whether it may begin at any index, not at 0 only
    /// @param image if it is not random: a function of the first array
    record Slot(Size size, float low, float high, boolean moves, UnaryFunction... image) {}

    static Slot slot(Size size, float low, float high) {
        return new Slot(size, low, high, true);
    }

    static Slot fixed(Size size, float low, float high) {
        return new Slot(size, low, high, false);
    }

    interface Run {
        void run(Job job);
    }

    /// The arguments of a kernel.
    record Job(List<Zone> in, List<Zone> out, int rows, int columns, boolean add) {

        float[] x(int i) {
            return in.get(i).array();
        }

        int xt(int i) {
            return in.get(i).at();
        }

        float[] y(int i) {
            return out.get(i).array();
        }

        int yt(int i) {
            return out.get(i).at();
        }

        int n() {
            return rows * columns;
        }

        /// The same job, with copies of all arrays.
        Job copy() {
            return new Job(
                    in.stream().map(Zone::copy).toList(),
                    out.stream().map(Zone::copy).toList(),
                    rows,
                    columns,
                    add);
        }

        /// The same job on copies, with the first result in place of argument `i`.
        Job inPlaceOf(int i) {
            Job copy = copy();
            List<Zone> zones = new ArrayList<>(copy.out);
            zones.set(0, copy.in.get(i));
            return new Job(copy.in, zones, rows, columns, add);
        }

        /// The same job on copies, whose first result starts from what is in argument `i`.
        Job startingFrom(int i) {
            Job copy = copy();
            List<Zone> zones = new ArrayList<>(copy.out);
            zones.set(0, copy.in.get(i).copy());
            return new Job(copy.in, zones, rows, columns, add);
        }
    }

    /// Arrays with random numbers, each with a guard and each from another index on.
    Job job(int rows, int columns, boolean add, int offset) {
        Random random = new Random(31L * rows + columns + offset);
        List<Zone> zonesIn = new ArrayList<>();
        List<Zone> zonesOut = new ArrayList<>();
        int step = 0;
        for (Slot slot : in) {
            float[] values = Zone.random(random, slot.size.of(rows, columns), slot.low, slot.high);
            for (UnaryFunction f : slot.image) {
                float[] x = zonesIn.getFirst().values();
                PlainElementwise.map(f, x, 0, values, 0, x.length);
            }
            zonesIn.add(Zone.of(values, slot.moves ? offset + 3 * step++ : 0));
        }
        for (Slot slot : out) {
            float[] values = Zone.random(random, slot.size.of(rows, columns), slot.low, slot.high);
            zonesOut.add(Zone.of(values, slot.moves ? offset + 3 * step++ : 0));
        }
        return new Job(zonesIn, zonesOut, rows, columns, add);
    }

    @Override
    public String toString() {
        return name;
    }
}
