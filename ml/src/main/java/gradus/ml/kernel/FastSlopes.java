package gradus.ml.kernel;

import static gradus.ml.kernel.FloatAccess.load;
import static gradus.ml.kernel.FloatAccess.put;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [PlainElementwise#slope], a vector at a time; what is left at the end goes under a mask.
///
/// Each function reads either `x` or `y`, whichever gives its slope with less work.
final class FastSlopes {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();

    private FastSlopes() {}

    static void slope(
            Unary f,
            float[] x,
            int xt,
            float[] y,
            int yt,
            float[] dy,
            int dyt,
            float[] dx,
            int dxt,
            int n,
            boolean add) {
        switch (f) {
            case EXP -> exp(y, yt, dy, dyt, dx, dxt, n, add);
            case LOG -> log(x, xt, dy, dyt, dx, dxt, n, add);
            case SQRT -> sqrt(y, yt, dy, dyt, dx, dxt, n, add);
            case SQUARE -> square(x, xt, dy, dyt, dx, dxt, n, add);
            case TANH -> tanh(y, yt, dy, dyt, dx, dxt, n, add);
            case SIGMOID -> sigmoid(y, yt, dy, dyt, dx, dxt, n, add);
            case RELU -> relu(x, xt, dy, dyt, dx, dxt, n, add);
            case GELU -> gelu(x, xt, dy, dyt, dx, dxt, n, add);
        }
    }

    private static void exp(float[] y, int yt, float[] dy, int dyt, float[] dx, int dxt, int n, boolean add) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            put(exp(load(y, yt + i), load(dy, dyt + i)), dx, dxt + i, add);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            put(exp(load(y, yt + i, rest), load(dy, dyt + i, rest)), dx, dxt + i, add, rest);
        }
    }

    private static void log(float[] x, int xt, float[] dy, int dyt, float[] dx, int dxt, int n, boolean add) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            put(log(load(x, xt + i), load(dy, dyt + i)), dx, dxt + i, add);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            put(log(load(x, xt + i, rest), load(dy, dyt + i, rest)), dx, dxt + i, add, rest);
        }
    }

    private static void sqrt(float[] y, int yt, float[] dy, int dyt, float[] dx, int dxt, int n, boolean add) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            put(sqrt(load(y, yt + i), load(dy, dyt + i)), dx, dxt + i, add);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            put(sqrt(load(y, yt + i, rest), load(dy, dyt + i, rest)), dx, dxt + i, add, rest);
        }
    }

    private static void square(float[] x, int xt, float[] dy, int dyt, float[] dx, int dxt, int n, boolean add) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            put(square(load(x, xt + i), load(dy, dyt + i)), dx, dxt + i, add);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            put(square(load(x, xt + i, rest), load(dy, dyt + i, rest)), dx, dxt + i, add, rest);
        }
    }

    private static void tanh(float[] y, int yt, float[] dy, int dyt, float[] dx, int dxt, int n, boolean add) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            put(tanh(load(y, yt + i), load(dy, dyt + i)), dx, dxt + i, add);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            put(tanh(load(y, yt + i, rest), load(dy, dyt + i, rest)), dx, dxt + i, add, rest);
        }
    }

    private static void sigmoid(float[] y, int yt, float[] dy, int dyt, float[] dx, int dxt, int n, boolean add) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            put(sigmoid(load(y, yt + i), load(dy, dyt + i)), dx, dxt + i, add);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            put(sigmoid(load(y, yt + i, rest), load(dy, dyt + i, rest)), dx, dxt + i, add, rest);
        }
    }

    private static void relu(float[] x, int xt, float[] dy, int dyt, float[] dx, int dxt, int n, boolean add) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            put(relu(load(x, xt + i), load(dy, dyt + i)), dx, dxt + i, add);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            put(relu(load(x, xt + i, rest), load(dy, dyt + i, rest)), dx, dxt + i, add, rest);
        }
    }

    private static void gelu(float[] x, int xt, float[] dy, int dyt, float[] dx, int dxt, int n, boolean add) {
        // One copy of the slope only: with another for what is left over, the compiler would not put both in line.
        for (int i = 0; i < n; i += WIDTH) {
            VectorMask<Float> some = LANES.indexInRange(i, n);
            put(gelu(load(x, xt + i, some), load(dy, dyt + i, some)), dx, dxt + i, add, some);
        }
    }

    private static FloatVector exp(FloatVector y, FloatVector dy) {
        return dy.mul(y);
    }

    private static FloatVector log(FloatVector x, FloatVector dy) {
        return dy.div(x);
    }

    private static FloatVector sqrt(FloatVector y, FloatVector dy) {
        return dy.mul(0.5f).div(y);
    }

    private static FloatVector square(FloatVector x, FloatVector dy) {
        return dy.mul(2f).mul(x);
    }

    private static FloatVector tanh(FloatVector y, FloatVector dy) {
        return dy.mul(y.mul(y).neg().add(1f));
    }

    private static FloatVector sigmoid(FloatVector y, FloatVector dy) {
        return dy.mul(y).mul(y.neg().add(1f));
    }

    private static FloatVector relu(FloatVector x, FloatVector dy) {
        return FloatVector.zero(LANES).blend(dy, x.compare(VectorOperators.GT, 0f));
    }

    private static FloatVector gelu(FloatVector x, FloatVector dy) {
        return dy.mul(FastFunctions.geluSlope(x));
    }
}
