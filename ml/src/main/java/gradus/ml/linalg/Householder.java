package gradus.ml.linalg;

/// Reflections at a plane through the origin: `H = I − 2·v·vᵀ`, with a normal v of length 1. They change no
/// length and no angle, and so no rounding error grows in them.
///
/// Source: A. Householder, "Unitary Triangularization of a Nonsymmetric Matrix", Journal of the ACM 5
/// (1958), 339–342.
final class Householder {

    private Householder() {}

    /// The normal of the mirror that maps `column`, from place `first` on, to a multiple of the unit vector
    /// `first`; zeros where there is nothing to map. Places before `first` are left alone.
    static double[] vector(double[] column, int first) {
        double[] v = new double[column.length];
        double length = Blas1.norm(column, first);
        if (length == 0) {
            return v;
        }
        for (int i = first; i < v.length; i++) {
            v[i] = column[i] / length;
        }
        // Away from the nearer of the two, or digits would cancel.
        v[first] += Math.copySign(1, v[first]);
        double scale = Blas1.norm(v, first);
        for (int i = first; i < v.length; i++) {
            v[i] /= scale;
        }
        return v;
    }

    /// Reflects `column`, from place `first` on.
    static void reflect(double[] v, double[] column, int first) {
        int end = column.length;
        Blas1.addScaled(-2 * Blas1.dot(v, column, first, end), v, column, first, end);
    }
}
