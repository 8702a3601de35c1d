package gradus.ml.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// SIMD kernels of layer normalisation, for one row; the remaining elements at the end are handled one by
/// one.
///
/// Each step is a method of its own, with every constant broadcast to all lanes before the loop: the compiler
/// inlines only so much, and vectors in what it does not inline become heap objects.
final class FastLayerNorm {

    private static final VectorSpecies<Float> LANES = FloatLanes.SPECIES;
    private static final int WIDTH = LANES.length();
    private static final int SLOTS = FloatLanes.SLOTS;

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
        double variance = FastRowwise.sumOfSquaredDeviations(mean, x, xOff, n) / n;
        if (RowMoments.areUncertain(mean, variance)) {
            mean = RowMoments.mean(x, xOff, n);
            variance = RowMoments.variance(mean, x, xOff, n);
        }
        float scale = (float) (1 / Math.sqrt(variance + epsilon));
        FloatVector means = FloatVector.broadcast(LANES, mean);
        FloatVector scales = FloatVector.broadcast(LANES, scale);
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector normal =
                    FloatVector.fromArray(LANES, x, xOff + i).sub(means).mul(scales);
            normal.mul(FloatVector.fromArray(LANES, gain, gainOff + i))
                    .add(FloatVector.fromArray(LANES, bias, biasOff + i))
                    .intoArray(y, yOff + i);
        }
        for (; i < n; i++) {
            y[yOff + i] = (x[xOff + i] - mean) * scale * gain[gainOff + i] + bias[biasOff + i];
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
        FloatVector zero = FloatVector.zero(LANES);
        FloatVector totalOfGradients = zero;
        FloatVector totalOfProducts = zero;
        for (int lane = 0; lane < SLOTS; lane += WIDTH) {
            FloatVector gradients = zero;
            FloatVector products = zero;
            int i = lane;
            for (; i <= n - WIDTH; i += SLOTS) {
                FloatVector gradient = FloatVector.fromArray(LANES, dy, dyOff + i)
                        .mul(FloatVector.fromArray(LANES, gain, gainOff + i));
                gradients = gradients.add(gradient);
                products = products.add(gradient.mul(
                        FloatVector.fromArray(LANES, x, xOff + i).sub(means).mul(scales)));
            }
            if (i < n) {
                VectorMask<Float> rest = LANES.indexInRange(i, n);
                FloatVector gradient = FloatVector.fromArray(LANES, dy, dyOff + i, rest)
                        .mul(FloatVector.fromArray(LANES, gain, gainOff + i, rest));
                gradients = gradients.add(gradient);
                products = products.add(
                        gradient.mul(FloatVector.fromArray(LANES, x, xOff + i, rest)
                                .sub(means)
                                .mul(scales)),
                        rest);
            }
            totalOfGradients = FloatLanes.add(totalOfGradients, gradients);
            totalOfProducts = FloatLanes.add(totalOfProducts, products);
        }
        float sumOfGradients = FloatLanes.sum(totalOfGradients);
        float sumOfProducts = FloatLanes.sum(totalOfProducts);
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
            FloatVector d = FloatVector.fromArray(LANES, dy, dyOff + i);
            FloatVector normal =
                    FloatVector.fromArray(LANES, x, xOff + i).sub(means).mul(scales);
            d.mul(normal)
                    .add(FloatVector.fromArray(LANES, dGain, dParamsOff + i))
                    .intoArray(dGain, dParamsOff + i);
            d.add(FloatVector.fromArray(LANES, dBias, dParamsOff + i)).intoArray(dBias, dParamsOff + i);
        }
        for (; i < n; i++) {
            dGain[dParamsOff + i] += dy[dyOff + i] * ((x[xOff + i] - mean) * scale);
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
        FloatVector meansOfGradients = FloatVector.broadcast(LANES, meanOfGradients);
        FloatVector meansOfProducts = FloatVector.broadcast(LANES, meanOfProducts);
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector normal =
                    FloatVector.fromArray(LANES, x, xOff + i).sub(means).mul(scales);
            FloatVector gradient =
                    FloatVector.fromArray(LANES, dy, dyOff + i).mul(FloatVector.fromArray(LANES, gain, gainOff + i));
            FloatVector centred = gradient.sub(meansOfGradients).sub(normal.mul(meansOfProducts));
            FloatVector result = centred.mul(scales);
            (accumulate ? result.add(FloatVector.fromArray(LANES, dx, dxOff + i)) : result).intoArray(dx, dxOff + i);
        }
        for (; i < n; i++) {
            float normal = (x[xOff + i] - mean) * scale;
            float gradient = (dy[dyOff + i] * gain[gainOff + i] - meanOfGradients - normal * meanOfProducts) * scale;
            dx[dxOff + i] = accumulate ? dx[dxOff + i] + gradient : gradient;
        }
    }
}
