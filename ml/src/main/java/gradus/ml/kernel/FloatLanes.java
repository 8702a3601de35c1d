package gradus.ml.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The sum of partial sums in vectors, in the order of [SummationOrder] for every vector length.
///
/// `reduceLanes` does not specify an order: it uses one before compilation and another one afterwards,
/// so the same sum can end in different digits when it is repeated.
final class FloatLanes {

    /// The number of partial sums of a short sum.
    static final int SLOTS = SummationOrder.VECTOR_BITS / Float.SIZE;

    /// The kind of vectors that the kernels use: as long as the processor's, but not longer than 512 bits.
    static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() > SLOTS ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;

    private static final int WIDTH = SPECIES.length();

    /// Lanes of the shortest vector that is used, of 128 bits.
    static final int GROUP = SLOTS / 4;

    private static final VectorShuffle<Float> SECOND_GROUP = rotated(GROUP);
    private static final VectorShuffle<Float> THIRD_GROUP = rotated(2 * GROUP);
    private static final VectorShuffle<Float> FOURTH_GROUP = rotated(3 * GROUP);
    private static final VectorShuffle<Float> TWO = rotated(2);
    private static final VectorShuffle<Float> ONE = rotated(1);

    private FloatLanes() {}

    /// Adds each group of 128 bits of `v` in order to the first group of `total`. Start with zero, and call
    /// it for the vectors of the partial sums in order, until there are `SLOTS` of them.
    static FloatVector add(FloatVector total, FloatVector v) {
        FloatVector first = total.add(v);
        FloatVector second = WIDTH > GROUP ? first.add(v.rearrange(SECOND_GROUP)) : first;
        return WIDTH > 2 * GROUP ? second.add(v.rearrange(THIRD_GROUP)).add(v.rearrange(FOURTH_GROUP)) : second;
    }

    /// The sum of the first group of lanes, by halves.
    static float sum(FloatVector total) {
        FloatVector halves = GROUP > 2 ? total.add(total.rearrange(TWO)) : total;
        return halves.add(halves.rearrange(ONE)).lane(0);
    }

    private static VectorShuffle<Float> rotated(int by) {
        return VectorShuffle.iota(SPECIES, by, 1, true);
    }
}
