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
    static double[] normal(double[] column, int first) {
        double[] normal = new double[column.length];
        double length = Loops.norm(column, first);
        if (length == 0) {
            return normal;
        }
        for (int i = first; i < normal.length; i++) {
            normal[i] = column[i] / length;
        }
        // Away from the nearer of the two, or digits would cancel.
        normal[first] += Math.copySign(1, normal[first]);
        double scale = Loops.norm(normal, first);
        for (int i = first; i < normal.length; i++) {
            normal[i] /= scale;
        }
        return normal;
    }

    /// Reflects `column`, from place `first` on.
    static void reflect(double[] normal, double[] column, int first) {
        int end = column.length;
        Loops.addScaled(-2 * Loops.dot(normal, column, first, end), normal, column, first, end);
    }
}
