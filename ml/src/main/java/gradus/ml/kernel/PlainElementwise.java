package gradus.ml.kernel;

/// Scalar reference kernels of [Elementwise].
final class PlainElementwise {

    private PlainElementwise() {}

    static void map(UnaryFunction f, float[] x, int xOff, float[] y, int yOff, int n) {
        for (int i = 0; i < n; i++) {
            y[yOff + i] = f.apply(x[xOff + i]);
        }
    }

    static void mapBackward(
            UnaryFunction f,
            float[] x,
            int xOff,
            float[] y,
            int yOff,
            float[] dy,
            int dyOff,
            float[] dx,
            int dxOff,
            int n,
            boolean accumulate) {
        for (int i = 0; i < n; i++) {
            float gradient = f.backward(x[xOff + i], y[yOff + i], dy[dyOff + i]);
            dx[dxOff + i] = accumulate ? dx[dxOff + i] + gradient : gradient;
        }
    }

    static void zip(
            BinaryFunction f,
            float[] a,
            int aOff,
            float[] b,
            int bOff,
            float[] c,
            int cOff,
            int n,
            boolean accumulate) {
        for (int i = 0; i < n; i++) {
            float value = f.apply(a[aOff + i], b[bOff + i]);
            c[cOff + i] = accumulate ? c[cOff + i] + value : value;
        }
    }

    static void affine(float[] x, int xOff, float factor, float term, float[] y, int yOff, int n, boolean accumulate) {
        for (int i = 0; i < n; i++) {
            float value = factor * x[xOff + i] + term;
            y[yOff + i] = accumulate ? y[yOff + i] + value : value;
        }
    }
}
