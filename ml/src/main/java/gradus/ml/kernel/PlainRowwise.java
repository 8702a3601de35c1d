package gradus.ml.kernel;

import java.util.Arrays;

/// Scalar reference kernels of [Rowwise], for one row of `n` elements.
final class PlainRowwise {

    /// The number of partial sums of a short sum.
    private static final int SHORT = SummationOrder.VECTOR_BITS / Float.SIZE;

    private PlainRowwise() {}

    static void softmax(float[] x, int xOff, float[] y, int yOff, int n) {
        scaledSoftmax(x, xOff, y, yOff, n, 1);
    }

    static void causalSoftmax(float[] x, int xOff, int visible, int n, float scale) {
        scaledSoftmax(x, xOff, x, xOff, visible, scale);
        Arrays.fill(x, xOff + visible, xOff + n, 0f);
    }

    /// `y = softmax(scale·x)`, for a scale greater than 0.
    private static void scaledSoftmax(float[] x, int xOff, float[] y, int yOff, int n, float scale) {
        float max = max(x, xOff, n);
        if (!Float.isFinite(max)) {
            SoftmaxLimits.fill(max, x, xOff, y, yOff, n);
            return;
        }
        float[] sums = new float[SHORT];
        for (int i = 0; i < n; i++) {
            float e = PlainFunctions.exp((x[xOff + i] - max) * scale);
            y[yOff + i] = e;
            sums[i % SHORT] += e;
        }
        float inverseSum = 1 / SummationOrder.total(sums);
        for (int i = 0; i < n; i++) {
            y[yOff + i] *= inverseSum;
        }
    }

    static void softmaxBackward(
            float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff, int n, float scale, boolean accumulate) {
        float[] sums = new float[SHORT];
        for (int i = 0; i < n; i++) {
            sums[i % SHORT] += y[yOff + i] * dy[dyOff + i];
        }
        float dot = SummationOrder.total(sums);
        for (int i = 0; i < n; i++) {
            float gradient = (dy[dyOff + i] - dot) * y[yOff + i] * scale;
            dx[dxOff + i] = accumulate ? dx[dxOff + i] + gradient : gradient;
        }
    }

    /// @param statistics receives the mean at index 2·row and the reciprocal of the standard deviation at
    ///     2·row + 1
    static void layerNorm(
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
        float mean = (float) (sum(x, xOff, n) / n);
        double variance = sumOfSquaredDeviations(mean, x, xOff, n) / n;
        if (RowMoments.areUncertain(mean, variance)) {
            mean = RowMoments.mean(x, xOff, n);
            variance = RowMoments.variance(mean, x, xOff, n);
        }
        float scale = (float) (1 / Math.sqrt(variance + epsilon));
        for (int i = 0; i < n; i++) {
            y[yOff + i] = (x[xOff + i] - mean) * scale * gain[gainOff + i] + bias[biasOff + i];
        }
        statistics[2 * row] = mean;
        statistics[2 * row + 1] = scale;
    }

    /// Adds the contribution of the row to `dGain` and `dBias`, from index `dParamsOff` on.
    static void layerNormBackward(
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
        float[] gradients = new float[SHORT];
        float[] products = new float[SHORT];
        for (int i = 0; i < n; i++) {
            float normal = (x[xOff + i] - mean) * scale;
            float outputGradient = dy[dyOff + i] * gain[gainOff + i];
            dGain[dParamsOff + i] += dy[dyOff + i] * normal;
            dBias[dParamsOff + i] += dy[dyOff + i];
            gradients[i % SHORT] += outputGradient;
            products[i % SHORT] += outputGradient * normal;
        }
        float meanOfGradients = SummationOrder.total(gradients) / n;
        float meanOfProducts = SummationOrder.total(products) / n;
        for (int i = 0; i < n; i++) {
            float normal = (x[xOff + i] - mean) * scale;
            float gradient = (dy[dyOff + i] * gain[gainOff + i] - meanOfGradients - normal * meanOfProducts) * scale;
            dx[dxOff + i] = accumulate ? dx[dxOff + i] + gradient : gradient;
        }
    }

    static double sum(float[] x, int xOff, int n) {
        float[] sums = new float[2 * SHORT];
        int vectors = n - n % SHORT;
        for (int i = 0; i < vectors; i++) {
            sums[i % (2 * SHORT)] += x[xOff + i];
        }
        float sum = SummationOrder.total(sums);
        for (int i = vectors; i < n; i++) {
            sum += x[xOff + i];
        }
        return sum;
    }

    static double sumOfSquares(float[] x, int xOff, int n) {
        return sumOfSquaredDeviations(0, x, xOff, n);
    }

    /// The sum of the squared deviations from `centre`.
    private static double sumOfSquaredDeviations(float centre, float[] x, int xOff, int n) {
        float[] sums = new float[2 * SHORT];
        int vectors = n - n % SHORT;
        for (int i = 0; i < vectors; i++) {
            sums[i % (2 * SHORT)] += (x[xOff + i] - centre) * (x[xOff + i] - centre);
        }
        float sum = SummationOrder.total(sums);
        for (int i = vectors; i < n; i++) {
            sum += (x[xOff + i] - centre) * (x[xOff + i] - centre);
        }
        return sum;
    }

    static float max(float[] x, int xOff, int n) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            max = Math.max(max, x[xOff + i]);
        }
        return max;
    }
}
