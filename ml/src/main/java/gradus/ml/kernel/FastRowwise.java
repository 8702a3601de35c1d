package gradus.ml.kernel;

import static gradus.ml.kernel.FloatAccess.load;
import static gradus.ml.kernel.FloatAccess.store;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// SIMD kernels of [Rowwise], for one row. Sums follow [SummationOrder]; the remaining elements at the end
/// are handled with a mask.
final class FastRowwise {

    private static final VectorSpecies<Float> LANES = FloatLanes.SPECIES;
    private static final int WIDTH = LANES.length();
    private static final int SLOTS = FloatLanes.SLOTS;

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
        FloatVector total = FloatVector.zero(LANES);
        for (int lane = 0; lane < SLOTS; lane += WIDTH) {
            FloatVector sum = FloatVector.zero(LANES);
            int i = lane;
            for (; i <= n - WIDTH; i += SLOTS) {
                FloatVector e = FastFunctions.exp(load(x, xOff + i).sub(max).mul(factors));
                e.intoArray(y, yOff + i);
                sum = sum.add(e);
            }
            if (i < n) {
                VectorMask<Float> rest = LANES.indexInRange(i, n);
                FloatVector e =
                        FastFunctions.exp(load(x, xOff + i, rest).sub(max).mul(factors));
                e.intoArray(y, yOff + i, rest);
                sum = sum.add(e, rest);
            }
            total = FloatLanes.add(total, sum);
        }
        float inverseSum = 1 / FloatLanes.sum(total);
        FastZips.affine(y, yOff, inverseSum, 0, y, yOff, n, false);
    }

    static void softmaxBackward(
            float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff, int n, float scale, boolean accumulate) {
        FloatVector dot = FloatVector.broadcast(LANES, dot(y, yOff, dy, dyOff, n));
        FloatVector factors = FloatVector.broadcast(LANES, scale);
        int i = 0;
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

    private static float dot(float[] a, int aOff, float[] b, int bOff, int n) {
        FloatVector total = FloatVector.zero(LANES);
        for (int lane = 0; lane < SLOTS; lane += WIDTH) {
            FloatVector sum = FloatVector.zero(LANES);
            int i = lane;
            for (; i <= n - WIDTH; i += SLOTS) {
                sum = sum.add(load(a, aOff + i).mul(load(b, bOff + i)));
            }
            if (i < n) {
                VectorMask<Float> rest = LANES.indexInRange(i, n);
                sum = sum.add(load(a, aOff + i, rest).mul(load(b, bOff + i, rest)));
            }
            total = FloatLanes.add(total, sum);
        }
        return FloatLanes.sum(total);
    }

    static double sum(float[] x, int xOff, int n) {
        FloatVector zero = FloatVector.zero(LANES);
        FloatVector total = zero;
        for (int lane = 0; lane < SLOTS; lane += WIDTH) {
            FloatVector s0 = zero, s1 = zero, s2 = zero, s3 = zero;
            int i = lane;
            for (; i <= n - 4 * SLOTS + lane; i += 4 * SLOTS) {
                s0 = s0.add(load(x, xOff + i));
                s1 = s1.add(load(x, xOff + i + SLOTS));
                s2 = s2.add(load(x, xOff + i + 2 * SLOTS));
                s3 = s3.add(load(x, xOff + i + 3 * SLOTS));
            }
            for (; i < n; i += SLOTS) {
                s0 = s0.add(load(x, xOff + i, LANES.indexInRange(i, n)));
            }
            total = FloatLanes.add(total, s0.add(s1).add(s2.add(s3)));
        }
        return FloatLanes.sum(total);
    }

    static double sumOfSquares(float[] x, int xOff, int n) {
        return sumOfSquaredDeviations(0, x, xOff, n);
    }

    /// The sum of the squared deviations from `centre`.
    static double sumOfSquaredDeviations(float centre, float[] x, int xOff, int n) {
        FloatVector zero = FloatVector.zero(LANES);
        FloatVector total = zero;
        for (int lane = 0; lane < SLOTS; lane += WIDTH) {
            FloatVector s0 = zero, s1 = zero, s2 = zero, s3 = zero;
            int i = lane;
            for (; i <= n - 4 * SLOTS + lane; i += 4 * SLOTS) {
                FloatVector d0 = load(x, xOff + i).sub(centre);
                FloatVector d1 = load(x, xOff + i + SLOTS).sub(centre);
                FloatVector d2 = load(x, xOff + i + 2 * SLOTS).sub(centre);
                FloatVector d3 = load(x, xOff + i + 3 * SLOTS).sub(centre);
                s0 = s0.add(d0.mul(d0));
                s1 = s1.add(d1.mul(d1));
                s2 = s2.add(d2.mul(d2));
                s3 = s3.add(d3.mul(d3));
            }
            for (; i < n; i += SLOTS) {
                VectorMask<Float> rest = LANES.indexInRange(i, n);
                FloatVector d0 = load(x, xOff + i, rest).sub(centre);
                s0 = s0.add(d0.mul(d0), rest);
            }
            total = FloatLanes.add(total, s0.add(s1).add(s2.add(s3)));
        }
        return FloatLanes.sum(total);
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
