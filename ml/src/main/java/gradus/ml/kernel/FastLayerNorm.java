package gradus.ml.kernel;

import static gradus.ml.kernel.FloatAccess.load;
import static gradus.ml.kernel.FloatAccess.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// SIMD kernels of layer normalisation, for one row; the remaining elements at the end are handled one by
/// one.
///
/// Each step is a method of its own, with every constant broadcast to all lanes before the loop: the compiler
/// inlines only so much, and vectors in what it does not inline become heap objects.
final class FastLayerNorm {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();

    private FastLayerNorm() {}

    /// @param statistics receives the mean at index 2·row and the reciprocal of the standard deviation at
    ///     2·row + 1
    static void forward(
            float[] x,
            int xOff,
            float[] gain,
            int gainOff,
            float[] bias,
            int biasOff,
            float[] y,
            int yOff,
            int n,
            float epsilon,
            float[] statistics,
            int row) {
        float mean = (float) (FastRowwise.sum(x, xOff, n) / n);
        float scale = (float) (1 / Math.sqrt(FastRowwise.sumOfSquaredDeviations(mean, x, xOff, n) / n + epsilon));
        FloatVector means = FloatVector.broadcast(LANES, mean);
        FloatVector scales = FloatVector.broadcast(LANES, scale);
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector normal = load(x, xOff + i).sub(means).mul(scales);
            normal.fma(load(gain, gainOff + i), load(bias, biasOff + i)).intoArray(y, yOff + i);
        }
        for (; i < n; i++) {
            y[yOff + i] = Math.fma((x[xOff + i] - mean) * scale, gain[gainOff + i], bias[biasOff + i]);
        }
        statistics[2 * row] = mean;
        statistics[2 * row + 1] = scale;
    }

    /// See [PlainRowwise#layerNormBackward].
    static void backward(
            float[] x,
            int xOff,
            float[] gain,
            int gainOff,
            float[] statistics,
            int row,
            float[] dy,
            int dyOff,
            float[] dx,
            int dxOff,
            float[] dGain,
            float[] dBias,
            int dParamsOff,
            int n,
            boolean accumulate) {
        float mean = statistics[2 * row];
        float scale = statistics[2 * row + 1];
        gainAndBiasGradients(x, xOff, mean, scale, dy, dyOff, dGain, dBias, dParamsOff, n);
        FloatVector means = FloatVector.broadcast(LANES, mean);
        FloatVector scales = FloatVector.broadcast(LANES, scale);
        FloatVector gradients = FloatVector.zero(LANES);
        FloatVector products = gradients;
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector gradient = load(dy, dyOff + i).mul(load(gain, gainOff + i));
            gradients = gradients.add(gradient);
            products = gradient.fma(load(x, xOff + i).sub(means).mul(scales), products);
        }
        float sumOfGradients = FloatLanes.sum(gradients);
        float sumOfProducts = FloatLanes.sum(products);
        for (; i < n; i++) {
            float gradient = dy[dyOff + i] * gain[gainOff + i];
            sumOfGradients += gradient;
            sumOfProducts += gradient * (x[xOff + i] - mean) * scale;
        }
        rowGradient(
                x,
                xOff,
                mean,
                scale,
                gain,
                gainOff,
                dy,
                dyOff,
                sumOfGradients / n,
                sumOfProducts / n,
                dx,
                dxOff,
                n,
                accumulate);
    }

    private static void gainAndBiasGradients(
            float[] x,
            int xOff,
            float mean,
            float scale,
            float[] dy,
            int dyOff,
            float[] dGain,
            float[] dBias,
            int dParamsOff,
            int n) {
        FloatVector means = FloatVector.broadcast(LANES, mean);
        FloatVector scales = FloatVector.broadcast(LANES, scale);
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector d = load(dy, dyOff + i);
            FloatVector normal = load(x, xOff + i).sub(means).mul(scales);
            d.fma(normal, load(dGain, dParamsOff + i)).intoArray(dGain, dParamsOff + i);
            d.add(load(dBias, dParamsOff + i)).intoArray(dBias, dParamsOff + i);
        }
        for (; i < n; i++) {
            dGain[dParamsOff + i] += dy[dyOff + i] * (x[xOff + i] - mean) * scale;
            dBias[dParamsOff + i] += dy[dyOff + i];
        }
    }

    private static void rowGradient(
            float[] x,
            int xOff,
            float mean,
            float scale,
            float[] gain,
            int gainOff,
            float[] dy,
            int dyOff,
            float meanOfGradients,
            float meanOfProducts,
            float[] dx,
            int dxOff,
            int n,
            boolean accumulate) {
        FloatVector means = FloatVector.broadcast(LANES, mean);
        FloatVector scales = FloatVector.broadcast(LANES, scale);
        FloatVector terms = FloatVector.broadcast(LANES, -meanOfGradients);
        FloatVector factors = FloatVector.broadcast(LANES, -meanOfProducts);
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector normal = load(x, xOff + i).sub(means).mul(scales);
            FloatVector rest = load(dy, dyOff + i).fma(load(gain, gainOff + i), normal.fma(factors, terms));
            store(rest.mul(scales), dx, dxOff + i, accumulate);
        }
        for (; i < n; i++) {
            float normal = (x[xOff + i] - mean) * scale;
            float gradient = scale * (dy[dyOff + i] * gain[gainOff + i] - meanOfGradients - normal * meanOfProducts);
            dx[dxOff + i] = accumulate ? dx[dxOff + i] + gradient : gradient;
        }
    }
}
