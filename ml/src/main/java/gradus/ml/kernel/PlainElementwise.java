package gradus.ml.kernel;

/// What the kernels of [Elementwise] do, as it is defined.
final class PlainElementwise {

    private PlainElementwise() {}

    static void map(Unary f, float[] x, int xt, float[] y, int yt, int n) {
        for (int i = 0; i < n; i++) {
            y[yt + i] = f.of(x[xt + i]);
        }
    }

    static void slope(
            Unary f,
            float[] x,
            int xt,
            float[] y,
            int yt,
            float[] dy,
            int dyt,
            float[] dx,
            int dxt,
            int n,
            boolean add) {
        for (int i = 0; i < n; i++) {
            float share = dy[dyt + i] * f.slope(x[xt + i], y[yt + i]);
            dx[dxt + i] = add ? dx[dxt + i] + share : share;
        }
    }

    static void zip(Binary f, float[] a, int at, float[] b, int bt, float[] c, int ct, int n, boolean add) {
        for (int i = 0; i < n; i++) {
            float value = f.of(a[at + i], b[bt + i]);
            c[ct + i] = add ? c[ct + i] + value : value;
        }
    }

    static void affine(float[] x, int xt, float factor, float term, float[] y, int yt, int n, boolean add) {
        for (int i = 0; i < n; i++) {
            float value = factor * x[xt + i] + term;
            y[yt + i] = add ? y[yt + i] + value : value;
        }
    }
}
