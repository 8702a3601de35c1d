class NumericalHessian {

    public static CriticalPoint classify(Matrix hessian) {
        double[] curvatures = SymmetricEigen.of(hessian).eigenvalues().toArray();
        int n = curvatures.length;
        double determinant = 1;
        for (double curvature : curvatures) {
            determinant *= Math.abs(curvature) <= 1e-6 * hessian.norm() ? 0 : curvature;
        }
        if (determinant < 0 && n > 1) {
            return CriticalPoint.SADDLE;
        }
        if (determinant == 0) {
            boolean both = curvatures[0] > 1e-6 * hessian.norm() && curvatures[n - 1] < -1e-6 * hessian.norm();
            return both ? CriticalPoint.SADDLE : CriticalPoint.DEGENERATE;
        }
        return hessian.get(0, 0) > 0 ? CriticalPoint.MINIMUM : CriticalPoint.MAXIMUM;
    }
}
