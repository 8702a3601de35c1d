package gradus.ml.kernel;

import static gradus.ml.kernel.FloatAccess.load;
import static gradus.ml.kernel.FloatAccess.put;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// [PlainElementwise#zip] and [PlainElementwise#affine], a vector at a time; what is left at the end goes
/// under a mask.
final class FastZips {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();

    private FastZips() {}

    static void zip(Binary f, float[] a, int at, float[] b, int bt, float[] c, int ct, int n, boolean add) {
        switch (f) {
            case PLUS -> plus(a, at, b, bt, c, ct, n, add);
            case MINUS -> minus(a, at, b, bt, c, ct, n, add);
            case TIMES -> times(a, at, b, bt, c, ct, n, add);
            case DIVIDE -> divide(a, at, b, bt, c, ct, n, add);
        }
    }

    private static void plus(float[] a, int at, float[] b, int bt, float[] c, int ct, int n, boolean add) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            put(load(a, at + i).add(load(b, bt + i)), c, ct + i, add);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            put(load(a, at + i, rest).add(load(b, bt + i, rest)), c, ct + i, add, rest);
        }
    }

    private static void minus(float[] a, int at, float[] b, int bt, float[] c, int ct, int n, boolean add) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            put(load(a, at + i).sub(load(b, bt + i)), c, ct + i, add);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            put(load(a, at + i, rest).sub(load(b, bt + i, rest)), c, ct + i, add, rest);
        }
    }

    private static void times(float[] a, int at, float[] b, int bt, float[] c, int ct, int n, boolean add) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            put(load(a, at + i).mul(load(b, bt + i)), c, ct + i, add);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            put(load(a, at + i, rest).mul(load(b, bt + i, rest)), c, ct + i, add, rest);
        }
    }

    private static void divide(float[] a, int at, float[] b, int bt, float[] c, int ct, int n, boolean add) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            put(load(a, at + i).div(load(b, bt + i)), c, ct + i, add);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            put(load(a, at + i, rest).div(load(b, bt + i, rest)), c, ct + i, add, rest);
        }
    }

    static void affine(float[] x, int xt, float factor, float term, float[] y, int yt, int n, boolean add) {
        FloatVector terms = FloatVector.broadcast(LANES, term);
        FloatVector factors = FloatVector.broadcast(LANES, factor);
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            put(load(x, xt + i).fma(factors, terms), y, yt + i, add);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            put(load(x, xt + i, rest).fma(factors, terms), y, yt + i, add, rest);
        }
    }
}
