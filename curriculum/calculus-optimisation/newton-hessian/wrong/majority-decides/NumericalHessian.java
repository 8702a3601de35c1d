class NumericalHessian {

    public static CriticalPoint classify(Matrix hessian) {
        double[] curvatures = SymmetricEigen.of(hessian).eigenvalues().toArray();
        int n = curvatures.length;
        double negligible = 1e-6 * Math.max(Math.abs(curvatures[0]), Math.abs(curvatures[n - 1]));
        int up = 0;
        int down = 0;
        for (double curvature : curvatures) {
            if (curvature > negligible) {
                up++;
            } else if (curvature < -negligible) {
                down++;
            }
        }
        if (up > 0 && up == down) {
            return CriticalPoint.SADDLE;
        }
        if (up + down < n) {
            return up > 0 && down > 0 ? CriticalPoint.SADDLE : CriticalPoint.DEGENERATE;
        }
        return up > down ? CriticalPoint.MINIMUM : CriticalPoint.MAXIMUM;
    }
}
