package gradus.ml.kernel;

import static gradus.ml.kernel.FloatAccess.load;
import static gradus.ml.kernel.FloatAccess.put;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// What the kernels of [Rows] do with one row, a vector at a time. Sums are kept in two vectors, since one
/// alone would wait for each addition; what is left at the end goes under a mask.
final class FastRows {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();

    private FastRows() {}

    static void softmax(float[] x, int xt, float[] y, int yt, int n) {
        scaledSoftmax(x, xt, y, yt, n, 1);
    }

    static void causalSoftmax(float[] x, int xt, int seen, int n, float factor) {
        scaledSoftmax(x, xt, x, xt, seen, factor);
        Arrays.fill(x, xt + seen, xt + n, 0f);
    }

    /// `y = softmax(factor·x)`, for a factor above 0.
    private static void scaledSoftmax(float[] x, int xt, float[] y, int yt, int n, float factor) {
        FloatVector max = FloatVector.broadcast(LANES, max(x, xt, n));
        FloatVector factors = FloatVector.broadcast(LANES, factor);
        FloatVector sum = FloatVector.zero(LANES);
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector e = FastFunctions.exp(load(x, xt + i).sub(max).mul(factors));
            e.intoArray(y, yt + i);
            sum = sum.add(e);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            FloatVector e = FastFunctions.exp(load(x, xt + i, rest).sub(max).mul(factors));
            e.intoArray(y, yt + i, rest);
            sum = sum.add(e, rest);
        }
        float share = 1 / FloatLanes.sum(sum);
        FastZips.affine(y, yt, share, 0, y, yt, n, false);
    }

    static void softmaxSlope(
            float[] y, int yt, float[] dy, int dyt, float[] dx, int dxt, int n, float factor, boolean add) {
        FloatVector sum = FloatVector.zero(LANES);
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            sum = load(y, yt + i).fma(load(dy, dyt + i), sum);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            sum = load(y, yt + i, rest).fma(load(dy, dyt + i, rest), sum);
        }
        FloatVector dot = FloatVector.broadcast(LANES, FloatLanes.sum(sum));
        FloatVector factors = FloatVector.broadcast(LANES, factor);
        i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            put(load(dy, dyt + i).sub(dot).mul(load(y, yt + i)).mul(factors), dx, dxt + i, add);
        }
        if (i < n) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            put(load(dy, dyt + i, rest).sub(dot).mul(load(y, yt + i, rest)).mul(factors), dx, dxt + i, add, rest);
        }
    }

    static double sum(float[] x, int xt, int n) {
        FloatVector s0 = FloatVector.zero(LANES);
        FloatVector s1 = s0, s2 = s0, s3 = s0;
        int i = 0;
        for (; i <= n - 4 * WIDTH; i += 4 * WIDTH) {
            s0 = s0.add(load(x, xt + i));
            s1 = s1.add(load(x, xt + i + WIDTH));
            s2 = s2.add(load(x, xt + i + 2 * WIDTH));
            s3 = s3.add(load(x, xt + i + 3 * WIDTH));
        }
        for (; i < n; i += WIDTH) {
            s0 = s0.add(load(x, xt + i, LANES.indexInRange(i, n)));
        }
        return FloatLanes.sum(s0.add(s1).add(s2.add(s3)));
    }

    static double sumOfSquares(float[] x, int xt, int n) {
        return squaresFrom(0, x, xt, n);
    }

    /// The sum of the squares of the distances from `centre`.
    static double squaresFrom(float centre, float[] x, int xt, int n) {
        FloatVector s0 = FloatVector.zero(LANES);
        FloatVector s1 = s0;
        int i = 0;
        for (; i <= n - 2 * WIDTH; i += 2 * WIDTH) {
            FloatVector d0 = load(x, xt + i).sub(centre);
            FloatVector d1 = load(x, xt + i + WIDTH).sub(centre);
            s0 = d0.fma(d0, s0);
            s1 = d1.fma(d1, s1);
        }
        for (; i < n; i += WIDTH) {
            VectorMask<Float> rest = LANES.indexInRange(i, n);
            FloatVector d0 = load(x, xt + i, rest).sub(centre);
            s0 = s0.add(d0.mul(d0), rest);
        }
        return FloatLanes.sum(s0.add(s1));
    }

    static float max(float[] x, int xt, int n) {
        FloatVector m0 = FloatVector.broadcast(LANES, Float.NEGATIVE_INFINITY);
        FloatVector m1 = m0;
        int i = 0;
        for (; i <= n - 2 * WIDTH; i += 2 * WIDTH) {
            m0 = m0.max(load(x, xt + i));
            m1 = m1.max(load(x, xt + i + WIDTH));
        }
        float max = m0.max(m1).reduceLanes(VectorOperators.MAX);
        for (; i < n; i++) {
            max = Math.max(max, x[xt + i]);
        }
        return max;
    }
}
