package gradus.ml.linalg;

/// Householder reflections in a hyperplane through the origin: `H = I − 2·v·vᵀ`, with a unit normal v. H is
/// orthogonal: it changes no length and no angle, so it does not amplify rounding errors.
///
/// Source: A. Householder, "Unitary Triangularization of a Nonsymmetric Matrix", Journal of the ACM 5 (1958),
/// 339–342.
final class Householder {

    private Householder() {}

    /// The unit normal v of the reflection that maps `column`, from index `first` on, to a multiple of the
    /// unit vector `first`. It is the zero vector if those entries are all 0. Entries before `first` are not
    /// changed.
    static double[] vector(double[] column, int first) {
        double[] v = new double[column.length];
        double length = Blas1.norm(column, first);
        if (length == 0) {
            return v;
        }
        for (int i = first; i < v.length; i++) {
            v[i] = column[i] / length;
        }
        // The same sign, because a subtraction would cancel digits.
        v[first] += Math.copySign(1, v[first]);
        double scale = Blas1.norm(v, first);
        for (int i = first; i < v.length; i++) {
            v[i] /= scale;
        }
        return v;
    }

    /// Applies the reflection with normal `v` to `column`, from index `first` on, in place.
    static void reflect(double[] v, double[] column, int first) {
        int end = column.length;
        Blas1.addScaled(-2 * Blas1.dot(v, column, first, end), v, column, first, end);
    }
}
