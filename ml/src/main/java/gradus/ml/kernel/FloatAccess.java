package gradus.ml.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// From an array into a vector, and back. Short enough to be put in line wherever they are called.
final class FloatAccess {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

    private FloatAccess() {}

    static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(LANES, x, at);
    }

    /// Lanes that are not asked for are 0.
    static FloatVector load(float[] x, int at, VectorMask<Float> which) {
        return FloatVector.fromArray(LANES, x, at, which);
    }

    /// Writes the vector, or adds it to what is there.
    static void put(FloatVector v, float[] y, int at, boolean add) {
        if (add) {
            v.add(load(y, at)).intoArray(y, at);
        } else {
            v.intoArray(y, at);
        }
    }

    static void put(FloatVector v, float[] y, int at, boolean add, VectorMask<Float> which) {
        if (add) {
            v.add(load(y, at, which)).intoArray(y, at, which);
        } else {
            v.intoArray(y, at, which);
        }
    }
}
