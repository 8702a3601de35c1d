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

    /// A long sum of [SummationOrder]. Its two halves are a vector each, or two if vectors are shorter; with
    /// the shortest, only every other group of numbers is added at a time.
    ///
    /// The halves take turns in one loop: a branch for an odd number of groups would make compiled code slow
    /// for good once it is taken late.
    static double sum(float[] x, int xOff, int n) {
        FloatVector total = FloatVector.zero(LANES);
        for (int lane = 0; lane < SLOTS; lane += 2 * WIDTH) {
            FloatVector a0 = FloatVector.zero(LANES), a1 = a0;
            FloatVector b0 = a0, b1 = a0;
            for (int i = lane; i <= n - SLOTS + lane; i += SLOTS) {
                FloatVector next0 = a0.add(load(x, xOff + i));
                a0 = b0;
                b0 = next0;
                if (WIDTH < SLOTS) {
                    FloatVector next1 = a1.add(load(x, xOff + i + WIDTH));
                    a1 = b1;
                    b1 = next1;
                }
            }
            total = FloatLanes.add(total, a0.add(b0));
            total = WIDTH < SLOTS ? FloatLanes.add(total, a1.add(b1)) : total;
        }
        float sum = FloatLanes.sum(total);
        for (int i = n & -SLOTS; i < n; i++) {
            sum += x[xOff + i];
        }
        return sum;
    }

    static double sumOfSquares(float[] x, int xOff, int n) {
        return sumOfSquaredDeviations(0, x, xOff, n);
    }

    /// The sum of the squared deviations from `centre`, a long sum too.
    static double sumOfSquaredDeviations(float centre, float[] x, int xOff, int n) {
        FloatVector centres = FloatVector.broadcast(LANES, centre);
        FloatVector total = FloatVector.zero(LANES);
        for (int lane = 0; lane < SLOTS; lane += 2 * WIDTH) {
            FloatVector a0 = FloatVector.zero(LANES), a1 = a0;
            FloatVector b0 = a0, b1 = a0;
            for (int i = lane; i <= n - SLOTS + lane; i += SLOTS) {
                FloatVector next0 = addSquare(a0, load(x, xOff + i).sub(centres));
                a0 = b0;
                b0 = next0;
                if (WIDTH < SLOTS) {
                    FloatVector next1 = addSquare(a1, load(x, xOff + i + WIDTH).sub(centres));
                    a1 = b1;
                    b1 = next1;
                }
            }
            total = FloatLanes.add(total, a0.add(b0));
            total = WIDTH < SLOTS ? FloatLanes.add(total, a1.add(b1)) : total;
        }
        float sum = FloatLanes.sum(total);
        for (int i = n & -SLOTS; i < n; i++) {
            sum += (x[xOff + i] - centre) * (x[xOff + i] - centre);
        }
        return sum;
    }

    private static FloatVector addSquare(FloatVector sum, FloatVector v) {
        return sum.add(v.mul(v));
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
