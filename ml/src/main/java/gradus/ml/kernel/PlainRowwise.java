package gradus.ml.kernel;

import java.util.Arrays;

/// Scalar reference kernels of [Rowwise], for one row of `n` elements.
final class PlainRowwise {

    private PlainRowwise() {}

    static void softmax(float[] x, int xOff, float[] y, int yOff, int n) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            max = Math.max(max, x[xOff + i]);
        }
        if (!Float.isFinite(max)) {
            SoftmaxLimits.fill(max, x, xOff, y, yOff, n);
            return;
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            y[yOff + i] = (float) Math.exp(x[xOff + i] - max);
            sum += y[yOff + i];
        }
        for (int i = 0; i < n; i++) {
            y[yOff + i] /= (float) sum;
        }
    }

    static void softmaxBackward(
            float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff, int n, float scale, boolean accumulate) {
        float dot = 0;
        for (int i = 0; i < n; i++) {
            dot += y[yOff + i] * dy[dyOff + i];
        }
        for (int i = 0; i < n; i++) {
            float gradient = scale * y[yOff + i] * (dy[dyOff + i] - dot);
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
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[xOff + i];
        }
        float mean = (float) (sum / n);
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += (x[xOff + i] - mean) * (x[xOff + i] - mean);
        }
        float scale = (float) (1 / Math.sqrt(squares / n + epsilon));
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
        float meanOfGradients = 0;
        float meanOfProducts = 0;
        for (int i = 0; i < n; i++) {
            float normal = (x[xOff + i] - mean) * scale;
            float outputGradient = dy[dyOff + i] * gain[gainOff + i];
            dGain[dParamsOff + i] += dy[dyOff + i] * normal;
            dBias[dParamsOff + i] += dy[dyOff + i];
            meanOfGradients += outputGradient / n;
            meanOfProducts += outputGradient * normal / n;
        }
        for (int i = 0; i < n; i++) {
            float normal = (x[xOff + i] - mean) * scale;
            float gradient = scale * (dy[dyOff + i] * gain[gainOff + i] - meanOfGradients - normal * meanOfProducts);
            dx[dxOff + i] = accumulate ? dx[dxOff + i] + gradient : gradient;
        }
    }

    static void causalSoftmax(float[] x, int xOff, int visible, int n, float scale) {
        for (int i = 0; i < visible; i++) {
            x[xOff + i] *= scale;
        }
        softmax(x, xOff, x, xOff, visible);
        Arrays.fill(x, xOff + visible, xOff + n, 0f);
    }

    static double sum(float[] x, int xOff, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[xOff + i];
        }
        return sum;
    }

    static double sumOfSquares(float[] x, int xOff, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (double) x[xOff + i] * x[xOff + i];
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
