class NumericalHessian {

    public static CriticalPoint classify(Matrix hessian) {
        SymmetricEigen.of(hessian);
        boolean up = false;
        boolean down = false;
        boolean flat = false;
        for (int i = 0; i < hessian.rows(); i++) {
            double curvature = hessian.get(i, i);
            if (Math.abs(curvature) <= 1e-6 * hessian.norm()) {
                flat = true;
            } else if (curvature > 0) {
                up = true;
            } else {
                down = true;
            }
        }
        if (up && down) {
            return CriticalPoint.SADDLE;
        }
        if (flat) {
            return CriticalPoint.DEGENERATE;
        }
        return up ? CriticalPoint.MINIMUM : CriticalPoint.MAXIMUM;
    }
}
