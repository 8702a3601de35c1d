package gradus.ml.kernel;

import static gradus.ml.kernel.FloatAccess.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// SIMD kernel of [PlainElementwise#map]; the remaining elements at the end are handled with a mask.
///
/// Each function has its own loop. With one loop and a switch inside it, vectors become heap objects and
/// everything is ten times slower.
final class FastMaps {

    private static final VectorSpecies<Float> LANES = FloatLanes.SPECIES;
    private static final int WIDTH = LANES.length();

    private FastMaps() {}

    static void map(UnaryFunction f, float[] x, int xOff, float[] y, int yOff, int n) {
        switch (f) {
            case EXP -> exp(x, xOff, y, yOff, n);
            case LOG -> log(x, xOff, y, yOff, n);
            case SQRT -> sqrt(x, xOff, y, yOff, n);
            case SQUARE -> square(x, xOff, y, yOff, n);
            case TANH -> tanh(x, xOff, y, yOff, n);
            case SIGMOID -> sigmoid(x, xOff, y, yOff, n);
            case RELU -> relu(x, xOff, y, yOff, n);
            case GELU -> gelu(x, xOff, y, yOff, n);
        }
    }

    private static void exp(float[] x, int xOff, float[] y, int yOff, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FastFunctions.exp(load(x, xOff + i)).intoArray(y, yOff + i);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            FastFunctions.exp(load(x, xOff + i, rest)).intoArray(y, yOff + i, rest);
        }
    }

    private static void log(float[] x, int xOff, float[] y, int yOff, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FastFunctions.log(load(x, xOff + i)).intoArray(y, yOff + i);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            FastFunctions.log(load(x, xOff + i, rest)).intoArray(y, yOff + i, rest);
        }
    }

    private static void sqrt(float[] x, int xOff, float[] y, int yOff, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            load(x, xOff + i).lanewise(VectorOperators.SQRT).intoArray(y, yOff + i);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            load(x, xOff + i, rest).lanewise(VectorOperators.SQRT).intoArray(y, yOff + i, rest);
        }
    }

    private static void square(float[] x, int xOff, float[] y, int yOff, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector v = load(x, xOff + i);
            v.mul(v).intoArray(y, yOff + i);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            FloatVector v = load(x, xOff + i, rest);
            v.mul(v).intoArray(y, yOff + i, rest);
        }
    }

    private static void tanh(float[] x, int xOff, float[] y, int yOff, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FastFunctions.tanh(load(x, xOff + i)).intoArray(y, yOff + i);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            FastFunctions.tanh(load(x, xOff + i, rest)).intoArray(y, yOff + i, rest);
        }
    }

    private static void sigmoid(float[] x, int xOff, float[] y, int yOff, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FastFunctions.sigmoid(load(x, xOff + i)).intoArray(y, yOff + i);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            FastFunctions.sigmoid(load(x, xOff + i, rest)).intoArray(y, yOff + i, rest);
        }
    }

    private static void relu(float[] x, int xOff, float[] y, int yOff, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            load(x, xOff + i).max(0f).intoArray(y, yOff + i);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            load(x, xOff + i, rest).max(0f).intoArray(y, yOff + i, rest);
        }
    }

    private static void gelu(float[] x, int xOff, float[] y, int yOff, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FastFunctions.gelu(load(x, xOff + i)).intoArray(y, yOff + i);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            FastFunctions.gelu(load(x, xOff + i, rest)).intoArray(y, yOff + i, rest);
        }
    }
}
