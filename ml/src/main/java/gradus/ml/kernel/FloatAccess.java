package gradus.ml.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Loads a vector from an array, and stores it. The methods are short enough to be inlined everywhere.
final class FloatAccess {

    private static final VectorSpecies<Float> LANES = FloatLanes.SPECIES;

    private FloatAccess() {}

    static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(LANES, x, at);
    }

    /// Lanes that are not set in `mask` are 0.
    static FloatVector load(float[] x, int at, VectorMask<Float> mask) {
        return FloatVector.fromArray(LANES, x, at, mask);
    }

    /// Stores the vector, or with `accumulate` adds it to the array.
    static void store(FloatVector v, float[] y, int at, boolean accumulate) {
        if (accumulate) {
            v.add(load(y, at)).intoArray(y, at);
        } else {
            v.intoArray(y, at);
        }
    }

    static void store(FloatVector v, float[] y, int at, boolean accumulate, VectorMask<Float> mask) {
        if (accumulate) {
            v.add(load(y, at, mask)).intoArray(y, at, mask);
        } else {
            v.intoArray(y, at, mask);
        }
    }
}
