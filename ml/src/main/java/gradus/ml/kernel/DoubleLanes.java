package gradus.ml.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The sum of the lanes of a vector, always in the same order.
///
/// `reduceLanes` does not specify an order: it uses one before compilation and another one afterwards,
/// so the same sum can end in different digits when it is repeated.
final class DoubleLanes {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();

    private static final VectorShuffle<Double> HALF = rotated(WIDTH / 2);
    private static final VectorShuffle<Double> QUARTER = rotated(WIDTH / 4);
    private static final VectorShuffle<Double> EIGHTH = rotated(WIDTH / 8);
    private static final VectorShuffle<Double> SIXTEENTH = rotated(WIDTH / 16);

    private DoubleLanes() {}

    /// Tree reduction: adds one half of the vector to the other, and so on, until one lane is the sum
    /// of all.
    static double sum(DoubleVector v) {
        DoubleVector halves = WIDTH > 1 ? v.add(v.rearrange(HALF)) : v;
        DoubleVector quarters = WIDTH > 2 ? halves.add(halves.rearrange(QUARTER)) : halves;
        DoubleVector eighths = WIDTH > 4 ? quarters.add(quarters.rearrange(EIGHTH)) : quarters;
        DoubleVector sixteenths = WIDTH > 8 ? eighths.add(eighths.rearrange(SIXTEENTH)) : eighths;
        return sixteenths.lane(0);
    }

    private static VectorShuffle<Double> rotated(int by) {
        return VectorShuffle.iota(LANES, by, 1, true);
    }
}
