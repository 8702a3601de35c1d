package gradus.ml.kernel;

import static gradus.ml.kernel.FloatAccess.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [PlainElementwise#map], a vector at a time; what is left at the end goes under a mask.
///
/// Each function has a loop of its own. With one loop and the choice inside it, vectors become objects and
/// all is ten times slower.
final class FastMaps {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();

    private FastMaps() {}

    static void map(Unary f, float[] x, int xt, float[] y, int yt, int n) {
        switch (f) {
            case EXP -> exp(x, xt, y, yt, n);
            case LOG -> log(x, xt, y, yt, n);
            case SQRT -> sqrt(x, xt, y, yt, n);
            case SQUARE -> square(x, xt, y, yt, n);
            case TANH -> tanh(x, xt, y, yt, n);
            case SIGMOID -> sigmoid(x, xt, y, yt, n);
            case RELU -> relu(x, xt, y, yt, n);
            case GELU -> gelu(x, xt, y, yt, n);
        }
    }

    private static void exp(float[] x, int xt, float[] y, int yt, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FastFunctions.exp(load(x, xt + i)).intoArray(y, yt + i);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            FastFunctions.exp(load(x, xt + i, rest)).intoArray(y, yt + i, rest);
        }
    }

    private static void log(float[] x, int xt, float[] y, int yt, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FastFunctions.log(load(x, xt + i)).intoArray(y, yt + i);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            FastFunctions.log(load(x, xt + i, rest)).intoArray(y, yt + i, rest);
        }
    }

    private static void sqrt(float[] x, int xt, float[] y, int yt, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            load(x, xt + i).lanewise(VectorOperators.SQRT).intoArray(y, yt + i);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            load(x, xt + i, rest).lanewise(VectorOperators.SQRT).intoArray(y, yt + i, rest);
        }
    }

    private static void square(float[] x, int xt, float[] y, int yt, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector v = load(x, xt + i);
            v.mul(v).intoArray(y, yt + i);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            FloatVector v = load(x, xt + i, rest);
            v.mul(v).intoArray(y, yt + i, rest);
        }
    }

    private static void tanh(float[] x, int xt, float[] y, int yt, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FastFunctions.tanh(load(x, xt + i)).intoArray(y, yt + i);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            FastFunctions.tanh(load(x, xt + i, rest)).intoArray(y, yt + i, rest);
        }
    }

    private static void sigmoid(float[] x, int xt, float[] y, int yt, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FastFunctions.sigmoid(load(x, xt + i)).intoArray(y, yt + i);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            FastFunctions.sigmoid(load(x, xt + i, rest)).intoArray(y, yt + i, rest);
        }
    }

    private static void relu(float[] x, int xt, float[] y, int yt, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            load(x, xt + i).max(0f).intoArray(y, yt + i);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            load(x, xt + i, rest).max(0f).intoArray(y, yt + i, rest);
        }
    }

    private static void gelu(float[] x, int xt, float[] y, int yt, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FastFunctions.gelu(load(x, xt + i)).intoArray(y, yt + i);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            FastFunctions.gelu(load(x, xt + i, rest)).intoArray(y, yt + i, rest);
        }
    }
}
