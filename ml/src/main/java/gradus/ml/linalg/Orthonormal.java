package gradus.ml.linalg;

/// Sets of vectors of length 1 at right angles to each other.
final class Orthonormal {

    private Orthonormal() {}

    /// A vector of length 1 and size n at right angles to the first `count` of `vectors`, fewer than n,
    /// which are orthonormal. O(n·count).
    static double[] extend(double[][] vectors, int count, int n) {
        // Of the axes, the one of which the others hold least.
        double[] captured = new double[n];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < n; j++) {
                captured[j] += vectors[i][j] * vectors[i][j];
            }
        }
        int axis = 0;
        for (int j = 1; j < n; j++) {
            if (captured[j] < captured[axis]) {
                axis = j;
            }
        }
        double[] next = new double[n];
        next[axis] = 1;
        // The second time takes out what rounding put in the first time.
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < count; i++) {
                Blas1.addScaled(-Blas1.dot(vectors[i], next, 0, n), vectors[i], next, 0, n);
            }
            double length = Blas1.norm(next, 0);
            for (int j = 0; j < n; j++) {
                next[j] /= length;
            }
        }
        return next;
    }
}
