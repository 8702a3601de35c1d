import gradus.ml.linalg.Cholesky;

class NumericalHessian {

    public static Matrix hessianFromGradient(UnaryOperator<Vector> gradient, Vector x) {
        double[][] slopes = Gradient.jacobian(gradient, x).toArray();
        for (int i = 0; i < slopes.length; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * slopes[i][j] + 0.5 * slopes[j][i];
                slopes[i][j] = mean;
                slopes[j][i] = mean;
            }
        }
        return Matrix.of(slopes);
    }

    public static CriticalPoint classify(Matrix hessian) {
        // Whether a shifted matrix is positive definite says on which side of the shift its eigenvalues lie.
        double negligible = 1e-6 * hessian.norm();
        Matrix up = hessian;
        Matrix down = hessian.times(-1);
        if (positiveDefinite(up, -negligible)) {
            return CriticalPoint.MINIMUM;
        }
        if (positiveDefinite(down, -negligible)) {
            return CriticalPoint.MAXIMUM;
        }
        boolean oneSided = positiveDefinite(up, negligible) || positiveDefinite(down, negligible);
        return oneSided || negligible == 0 ? CriticalPoint.DEGENERATE : CriticalPoint.SADDLE;
    }

    private static boolean positiveDefinite(Matrix a, double shift) {
        return Cholesky.ifPositiveDefinite(a.plus(Matrix.identity(a.rows()).times(shift)))
                .isPresent();
    }
}
