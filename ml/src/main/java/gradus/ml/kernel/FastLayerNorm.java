package gradus.ml.kernel;

import static gradus.ml.kernel.FloatAccess.load;
import static gradus.ml.kernel.FloatAccess.put;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Layer normalisation of one row, a vector at a time; what is left at the end is done number by number.
///
/// Each step of it is a method of its own, with every constant in all lanes before the loop: the compiler
/// puts only so much in line, and what does not fit becomes objects.
final class FastLayerNorm {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();

    private FastLayerNorm() {}

    /// @param moments takes the mean at index 2·row and one over the deviation at 2·row + 1
    static void normalise(
            float[] x,
            int xt,
            float[] gain,
            int gt,
            float[] bias,
            int bt,
            float[] y,
            int yt,
            int n,
            float epsilon,
            float[] moments,
            int row) {
        float mean = (float) (FastRows.sum(x, xt, n) / n);
        float scale = (float) (1 / Math.sqrt(FastRows.squaresFrom(mean, x, xt, n) / n + epsilon));
        FloatVector means = FloatVector.broadcast(LANES, mean);
        FloatVector scales = FloatVector.broadcast(LANES, scale);
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector normal = load(x, xt + i).sub(means).mul(scales);
            normal.fma(load(gain, gt + i), load(bias, bt + i)).intoArray(y, yt + i);
        }
        for (; i < n; i++) {
            y[yt + i] = Math.fma((x[xt + i] - mean) * scale, gain[gt + i], bias[bt + i]);
        }
        moments[2 * row] = mean;
        moments[2 * row + 1] = scale;
    }

    /// [PlainRows#layerNormSlope].
    static void slope(
            float[] x,
            int xt,
            float[] gain,
            int gt,
            float[] moments,
            int row,
            float[] dy,
            int dyt,
            float[] dx,
            int dxt,
            float[] dGain,
            float[] dBias,
            int pt,
            int n,
            boolean add) {
        float mean = moments[2 * row];
        float scale = moments[2 * row + 1];
        slopesOfGainAndBias(x, xt, mean, scale, dy, dyt, dGain, dBias, pt, n);
        FloatVector means = FloatVector.broadcast(LANES, mean);
        FloatVector scales = FloatVector.broadcast(LANES, scale);
        FloatVector slopes = FloatVector.zero(LANES);
        FloatVector products = slopes;
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector slope = load(dy, dyt + i).mul(load(gain, gt + i));
            slopes = slopes.add(slope);
            products = slope.fma(load(x, xt + i).sub(means).mul(scales), products);
        }
        float sumOfSlopes = FloatLanes.sum(slopes);
        float sumOfProducts = FloatLanes.sum(products);
        for (; i < n; i++) {
            float slope = dy[dyt + i] * gain[gt + i];
            sumOfSlopes += slope;
            sumOfProducts += slope * (x[xt + i] - mean) * scale;
        }
        slopesOfRow(x, xt, mean, scale, gain, gt, dy, dyt, sumOfSlopes / n, sumOfProducts / n, dx, dxt, n, add);
    }

    private static void slopesOfGainAndBias(
            float[] x,
            int xt,
            float mean,
            float scale,
            float[] dy,
            int dyt,
            float[] dGain,
            float[] dBias,
            int pt,
            int n) {
        FloatVector means = FloatVector.broadcast(LANES, mean);
        FloatVector scales = FloatVector.broadcast(LANES, scale);
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector d = load(dy, dyt + i);
            FloatVector normal = load(x, xt + i).sub(means).mul(scales);
            d.fma(normal, load(dGain, pt + i)).intoArray(dGain, pt + i);
            d.add(load(dBias, pt + i)).intoArray(dBias, pt + i);
        }
        for (; i < n; i++) {
            dGain[pt + i] += dy[dyt + i] * (x[xt + i] - mean) * scale;
            dBias[pt + i] += dy[dyt + i];
        }
    }

    private static void slopesOfRow(
            float[] x,
            int xt,
            float mean,
            float scale,
            float[] gain,
            int gt,
            float[] dy,
            int dyt,
            float meanOfSlopes,
            float meanOfProducts,
            float[] dx,
            int dxt,
            int n,
            boolean add) {
        FloatVector means = FloatVector.broadcast(LANES, mean);
        FloatVector scales = FloatVector.broadcast(LANES, scale);
        FloatVector terms = FloatVector.broadcast(LANES, -meanOfSlopes);
        FloatVector factors = FloatVector.broadcast(LANES, -meanOfProducts);
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector normal = load(x, xt + i).sub(means).mul(scales);
            FloatVector rest = load(dy, dyt + i).fma(load(gain, gt + i), normal.fma(factors, terms));
            put(rest.mul(scales), dx, dxt + i, add);
        }
        for (; i < n; i++) {
            float normal = (x[xt + i] - mean) * scale;
            float share = scale * (dy[dyt + i] * gain[gt + i] - meanOfSlopes - normal * meanOfProducts);
            dx[dxt + i] = add ? dx[dxt + i] + share : share;
        }
    }
}
