package gradus.ml.kernel;

import static gradus.ml.kernel.FloatAccess.load;
import static gradus.ml.kernel.FloatAccess.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// SIMD kernels of [PlainElementwise#zip] and [PlainElementwise#affine]; the remaining elements at the end
/// are handled with a mask.
final class FastZips {

    private static final VectorSpecies<Float> LANES = FloatLanes.SPECIES;
    private static final int WIDTH = LANES.length();

    private FastZips() {}

    static void zip(
            BinaryFunction f,
            float[] a,
            int aOff,
            float[] b,
            int bOff,
            float[] c,
            int cOff,
            int n,
            boolean accumulate) {
        switch (f) {
            case PLUS -> plus(a, aOff, b, bOff, c, cOff, n, accumulate);
            case MINUS -> minus(a, aOff, b, bOff, c, cOff, n, accumulate);
            case TIMES -> times(a, aOff, b, bOff, c, cOff, n, accumulate);
            case DIVIDE -> divide(a, aOff, b, bOff, c, cOff, n, accumulate);
        }
    }

    private static void plus(float[] a, int aOff, float[] b, int bOff, float[] c, int cOff, int n, boolean accumulate) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            store(load(a, aOff + i).add(load(b, bOff + i)), c, cOff + i, accumulate);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            store(load(a, aOff + i, rest).add(load(b, bOff + i, rest)), c, cOff + i, accumulate, rest);
        }
    }

    private static void minus(
            float[] a, int aOff, float[] b, int bOff, float[] c, int cOff, int n, boolean accumulate) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            store(load(a, aOff + i).sub(load(b, bOff + i)), c, cOff + i, accumulate);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            store(load(a, aOff + i, rest).sub(load(b, bOff + i, rest)), c, cOff + i, accumulate, rest);
        }
    }

    private static void times(
            float[] a, int aOff, float[] b, int bOff, float[] c, int cOff, int n, boolean accumulate) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            store(load(a, aOff + i).mul(load(b, bOff + i)), c, cOff + i, accumulate);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            store(load(a, aOff + i, rest).mul(load(b, bOff + i, rest)), c, cOff + i, accumulate, rest);
        }
    }

    private static void divide(
            float[] a, int aOff, float[] b, int bOff, float[] c, int cOff, int n, boolean accumulate) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            store(load(a, aOff + i).div(load(b, bOff + i)), c, cOff + i, accumulate);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            store(load(a, aOff + i, rest).div(load(b, bOff + i, rest)), c, cOff + i, accumulate, rest);
        }
    }

    static void affine(float[] x, int xOff, float factor, float term, float[] y, int yOff, int n, boolean accumulate) {
        FloatVector terms = FloatVector.broadcast(LANES, term);
        FloatVector factors = FloatVector.broadcast(LANES, factor);
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            store(load(x, xOff + i).mul(factors).add(terms), y, yOff + i, accumulate);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            store(load(x, xOff + i, rest).mul(factors).add(terms), y, yOff + i, accumulate, rest);
        }
    }
}
