package gradus.ml.kernel;

import static gradus.ml.kernel.FloatAccess.load;
import static gradus.ml.kernel.FloatAccess.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// SIMD kernel of [PlainElementwise#mapBackward]; the remaining elements at the end are handled with a mask.
///
/// Each function reads either `x` or `y`, whichever gives its derivative with less work, and computes as
/// [UnaryFunction#backward] does.
final class FastBackward {

    private static final VectorSpecies<Float> LANES = FloatLanes.SPECIES;
    private static final int WIDTH = LANES.length();

    private FastBackward() {}

    static void mapBackward(
            UnaryFunction f,
            float[] x,
            int xOff,
            float[] y,
            int yOff,
            float[] dy,
            int dyOff,
            float[] dx,
            int dxOff,
            int n,
            boolean accumulate) {
        switch (f) {
            case EXP -> exp(y, yOff, dy, dyOff, dx, dxOff, n, accumulate);
            case LOG -> log(x, xOff, dy, dyOff, dx, dxOff, n, accumulate);
            case SQRT -> sqrt(y, yOff, dy, dyOff, dx, dxOff, n, accumulate);
            case SQUARE -> square(x, xOff, dy, dyOff, dx, dxOff, n, accumulate);
            case TANH -> tanh(y, yOff, dy, dyOff, dx, dxOff, n, accumulate);
            case SIGMOID -> sigmoid(y, yOff, dy, dyOff, dx, dxOff, n, accumulate);
            case RELU -> relu(x, xOff, dy, dyOff, dx, dxOff, n, accumulate);
            case GELU -> gelu(x, xOff, dy, dyOff, dx, dxOff, n, accumulate);
        }
    }

    private static void exp(
            float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff, int n, boolean accumulate) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            store(exp(load(y, yOff + i), load(dy, dyOff + i)), dx, dxOff + i, accumulate);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            store(exp(load(y, yOff + i, rest), load(dy, dyOff + i, rest)), dx, dxOff + i, accumulate, rest);
        }
    }

    private static void log(
            float[] x, int xOff, float[] dy, int dyOff, float[] dx, int dxOff, int n, boolean accumulate) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            store(log(load(x, xOff + i), load(dy, dyOff + i)), dx, dxOff + i, accumulate);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            store(log(load(x, xOff + i, rest), load(dy, dyOff + i, rest)), dx, dxOff + i, accumulate, rest);
        }
    }

    private static void sqrt(
            float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff, int n, boolean accumulate) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            store(sqrt(load(y, yOff + i), load(dy, dyOff + i)), dx, dxOff + i, accumulate);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            store(sqrt(load(y, yOff + i, rest), load(dy, dyOff + i, rest)), dx, dxOff + i, accumulate, rest);
        }
    }

    private static void square(
            float[] x, int xOff, float[] dy, int dyOff, float[] dx, int dxOff, int n, boolean accumulate) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            store(square(load(x, xOff + i), load(dy, dyOff + i)), dx, dxOff + i, accumulate);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            store(square(load(x, xOff + i, rest), load(dy, dyOff + i, rest)), dx, dxOff + i, accumulate, rest);
        }
    }

    private static void tanh(
            float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff, int n, boolean accumulate) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            store(tanh(load(y, yOff + i), load(dy, dyOff + i)), dx, dxOff + i, accumulate);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            store(tanh(load(y, yOff + i, rest), load(dy, dyOff + i, rest)), dx, dxOff + i, accumulate, rest);
        }
    }

    private static void sigmoid(
            float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff, int n, boolean accumulate) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            store(sigmoid(load(y, yOff + i), load(dy, dyOff + i)), dx, dxOff + i, accumulate);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            store(sigmoid(load(y, yOff + i, rest), load(dy, dyOff + i, rest)), dx, dxOff + i, accumulate, rest);
        }
    }

    private static void relu(
            float[] x, int xOff, float[] dy, int dyOff, float[] dx, int dxOff, int n, boolean accumulate) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            store(relu(load(x, xOff + i), load(dy, dyOff + i)), dx, dxOff + i, accumulate);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            store(relu(load(x, xOff + i, rest), load(dy, dyOff + i, rest)), dx, dxOff + i, accumulate, rest);
        }
    }

    private static void gelu(
            float[] x, int xOff, float[] dy, int dyOff, float[] dx, int dxOff, int n, boolean accumulate) {
        // Only one call of the derivative: with a second one for the remainder, the compiler would not inline both.
        for (int i = 0; i < n; i += WIDTH) {
            VectorMask<Float> some = LANES.indexInRange(i, n);
            store(gelu(load(x, xOff + i, some), load(dy, dyOff + i, some)), dx, dxOff + i, accumulate, some);
        }
    }

    private static FloatVector exp(FloatVector y, FloatVector dy) {
        return dy.mul(y);
    }

    private static FloatVector log(FloatVector x, FloatVector dy) {
        return dy.div(x.abs()).blend(Float.NaN, x.compare(VectorOperators.LT, 0f));
    }

    private static FloatVector sqrt(FloatVector y, FloatVector dy) {
        return dy.mul(0.5f).div(y.abs());
    }

    private static FloatVector square(FloatVector x, FloatVector dy) {
        return dy.mul(x.mul(2f));
    }

    private static FloatVector tanh(FloatVector y, FloatVector dy) {
        return dy.mul(y.mul(y).neg().add(1f));
    }

    private static FloatVector sigmoid(FloatVector y, FloatVector dy) {
        return dy.mul(y.mul(y.neg().add(1f)));
    }

    private static FloatVector relu(FloatVector x, FloatVector dy) {
        return FloatVector.zero(LANES).blend(dy, x.compare(VectorOperators.GT, 0f));
    }

    private static FloatVector gelu(FloatVector x, FloatVector dy) {
        return dy.mul(FastFunctions.geluDerivative(x));
    }
}
