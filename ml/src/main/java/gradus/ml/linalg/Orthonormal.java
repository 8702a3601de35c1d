package gradus.ml.linalg;

/// Sets of vectors of length 1 at right angles to each other.
final class Orthonormal {

    private Orthonormal() {}

    /// A vector of length 1 and size n at right angles to the first `count` of `vectors`, fewer than n,
    /// which are orthonormal. O(n·count).
    static double[] next(double[][] vectors, int count, int n) {
        // Of the axes, the one of which the others hold least.
        double[] held = new double[n];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < n; j++) {
                held[j] += vectors[i][j] * vectors[i][j];
            }
        }
        int axis = 0;
        for (int j = 1; j < n; j++) {
            if (held[j] < held[axis]) {
                axis = j;
            }
        }
        double[] next = new double[n];
        next[axis] = 1;
        // The second time takes out what rounding put in the first time.
        for (int time = 0; time < 2; time++) {
            for (int i = 0; i < count; i++) {
                Loops.addScaled(-Loops.dot(vectors[i], next, 0, n), vectors[i], next, 0, n);
            }
            double length = Loops.norm(next, 0);
            for (int j = 0; j < n; j++) {
                next[j] /= length;
            }
        }
        return next;
    }
}
