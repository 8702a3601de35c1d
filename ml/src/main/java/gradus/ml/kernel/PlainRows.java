package gradus.ml.kernel;

import java.util.Arrays;

/// What the kernels of [Rows] do with one row of `n` numbers, as it is defined.
final class PlainRows {

    private PlainRows() {}

    static void softmax(float[] x, int xt, float[] y, int yt, int n) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            max = Math.max(max, x[xt + i]);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            y[yt + i] = (float) Math.exp(x[xt + i] - max);
            sum += y[yt + i];
        }
        for (int i = 0; i < n; i++) {
            y[yt + i] /= (float) sum;
        }
    }

    static void softmaxSlope(
            float[] y, int yt, float[] dy, int dyt, float[] dx, int dxt, int n, float factor, boolean add) {
        float dot = 0;
        for (int i = 0; i < n; i++) {
            dot += y[yt + i] * dy[dyt + i];
        }
        for (int i = 0; i < n; i++) {
            float share = factor * y[yt + i] * (dy[dyt + i] - dot);
            dx[dxt + i] = add ? dx[dxt + i] + share : share;
        }
    }

    /// @param moments takes the mean at index 2·row and one over the deviation at 2·row + 1
    static void layerNorm(
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
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[xt + i];
        }
        float mean = (float) (sum / n);
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += (x[xt + i] - mean) * (x[xt + i] - mean);
        }
        float scale = (float) (1 / Math.sqrt(squares / n + epsilon));
        for (int i = 0; i < n; i++) {
            y[yt + i] = (x[xt + i] - mean) * scale * gain[gt + i] + bias[bt + i];
        }
        moments[2 * row] = mean;
        moments[2 * row + 1] = scale;
    }

    /// Adds the row's part to `dGain` and `dBias`, which begin at index `pt`.
    static void layerNormSlope(
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
        float meanOfSlopes = 0;
        float meanOfProducts = 0;
        for (int i = 0; i < n; i++) {
            float normal = (x[xt + i] - mean) * scale;
            float slope = dy[dyt + i] * gain[gt + i];
            dGain[pt + i] += dy[dyt + i] * normal;
            dBias[pt + i] += dy[dyt + i];
            meanOfSlopes += slope / n;
            meanOfProducts += slope * normal / n;
        }
        for (int i = 0; i < n; i++) {
            float normal = (x[xt + i] - mean) * scale;
            float share = scale * (dy[dyt + i] * gain[gt + i] - meanOfSlopes - normal * meanOfProducts);
            dx[dxt + i] = add ? dx[dxt + i] + share : share;
        }
    }

    static void causalSoftmax(float[] x, int xt, int seen, int n, float factor) {
        for (int i = 0; i < seen; i++) {
            x[xt + i] *= factor;
        }
        softmax(x, xt, x, xt, seen);
        Arrays.fill(x, xt + seen, xt + n, 0f);
    }

    static double sum(float[] x, int xt, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[xt + i];
        }
        return sum;
    }

    static double sumOfSquares(float[] x, int xt, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (double) x[xt + i] * x[xt + i];
        }
        return sum;
    }

    static float max(float[] x, int xt, int n) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            max = Math.max(max, x[xt + i]);
        }
        return max;
    }
}
