package gradus.ml.kernel;

import static gradus.ml.kernel.FloatAccess.load;
import static gradus.ml.kernel.FloatAccess.store;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// SIMD kernels of [Rowwise], for one row. Sums are accumulated in two vectors, because in a single one each
/// addition would wait for the one before; the remaining elements at the end are handled with a mask.
final class FastRowwise {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();

    private FastRowwise() {}

    static void softmax(float[] x, int xOff, float[] y, int yOff, int n) {
        scaledSoftmax(x, xOff, y, yOff, n, 1);
    }

    static void causalSoftmax(float[] x, int xOff, int visible, int n, float scale) {
        scaledSoftmax(x, xOff, x, xOff, visible, scale);
        Arrays.fill(x, xOff + visible, xOff + n, 0f);
    }

    /// `y = softmax(scale·x)`, for a scale greater than 0.
    private static void scaledSoftmax(float[] x, int xOff, float[] y, int yOff, int n, float scale) {
        float maximum = max(x, xOff, n);
        if (!Float.isFinite(maximum)) {
            SoftmaxLimits.fill(maximum, x, xOff, y, yOff, n);
            return;
        }
        FloatVector max = FloatVector.broadcast(LANES, maximum);
        FloatVector factors = FloatVector.broadcast(LANES, scale);
        FloatVector sum = FloatVector.zero(LANES);
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector e = FastFunctions.exp(load(x, xOff + i).sub(max).mul(factors));
            e.intoArray(y, yOff + i);
            sum = sum.add(e);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            FloatVector e = FastFunctions.exp(load(x, xOff + i, rest).sub(max).mul(factors));
            e.intoArray(y, yOff + i, rest);
            sum = sum.add(e, rest);
        }
        float inverseSum = 1 / FloatLanes.sum(sum);
        FastZips.affine(y, yOff, inverseSum, 0, y, yOff, n, false);
    }

    static void softmaxBackward(
            float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff, int n, float scale, boolean accumulate) {
        FloatVector sum = FloatVector.zero(LANES);
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            sum = load(y, yOff + i).fma(load(dy, dyOff + i), sum);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            sum = load(y, yOff + i, rest).fma(load(dy, dyOff + i, rest), sum);
        }
        FloatVector dot = FloatVector.broadcast(LANES, FloatLanes.sum(sum));
        FloatVector factors = FloatVector.broadcast(LANES, scale);
        i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            store(load(dy, dyOff + i).sub(dot).mul(load(y, yOff + i)).mul(factors), dx, dxOff + i, accumulate);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            store(
                    load(dy, dyOff + i, rest)
                            .sub(dot)
                            .mul(load(y, yOff + i, rest))
                            .mul(factors),
                    dx,
                    dxOff + i,
                    accumulate,
                    rest);
        }
    }

    static double sum(float[] x, int xOff, int n) {
        FloatVector s0 = FloatVector.zero(LANES);
        FloatVector s1 = s0, s2 = s0, s3 = s0;
        int i = 0;
        for (; i <= n - 4 * WIDTH; i += 4 * WIDTH) {
            s0 = s0.add(load(x, xOff + i));
            s1 = s1.add(load(x, xOff + i + WIDTH));
            s2 = s2.add(load(x, xOff + i + 2 * WIDTH));
            s3 = s3.add(load(x, xOff + i + 3 * WIDTH));
        }
        for (; i < n; i += WIDTH) {
            s0 = s0.add(load(x, xOff + i, LANES.indexInRange(i, n)));
        }
        return FloatLanes.sum(s0.add(s1).add(s2.add(s3)));
    }

    static double sumOfSquares(float[] x, int xOff, int n) {
        return sumOfSquaredDeviations(0, x, xOff, n);
    }

    /// The sum of the squared deviations from `centre`.
    static double sumOfSquaredDeviations(float centre, float[] x, int xOff, int n) {
        FloatVector s0 = FloatVector.zero(LANES);
        FloatVector s1 = s0;
        int i = 0;
        for (; i <= n - 2 * WIDTH; i += 2 * WIDTH) {
            FloatVector d0 = load(x, xOff + i).sub(centre);
            FloatVector d1 = load(x, xOff + i + WIDTH).sub(centre);
            s0 = d0.fma(d0, s0);
            s1 = d1.fma(d1, s1);
        }
        for (; i < n; i += WIDTH) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            FloatVector d0 = load(x, xOff + i, rest).sub(centre);
            s0 = s0.add(d0.mul(d0), rest);
        }
        return FloatLanes.sum(s0.add(s1));
    }

    static float max(float[] x, int xOff, int n) {
        FloatVector m0 = FloatVector.broadcast(LANES, Float.NEGATIVE_INFINITY);
        FloatVector m1 = m0;
        int i = 0;
        for (; i <= n - 2 * WIDTH; i += 2 * WIDTH) {
            m0 = m0.max(load(x, xOff + i));
            m1 = m1.max(load(x, xOff + i + WIDTH));
        }
        float max = m0.max(m1).reduceLanes(VectorOperators.MAX);
        for (; i < n; i++) {
            max = Math.max(max, x[xOff + i]);
        }
        return max;
    }
}
