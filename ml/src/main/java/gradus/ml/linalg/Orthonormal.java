package gradus.ml.linalg;

/// Orthonormal sets: unit vectors that are orthogonal to each other.
final class Orthonormal {

    private Orthonormal() {}

    /// A unit vector of size n that is orthogonal to the first `count` of `vectors`, which are orthonormal
    /// and fewer than n. Gram–Schmidt orthogonalisation, applied twice. O(n·count).
    static double[] extend(double[][] vectors, int count, int n) {
        // Start from the coordinate axis that is farthest from the span of the vectors.
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
        // The second pass removes the rounding errors of the first.
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
