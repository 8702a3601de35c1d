class NumericalHessian {

    public static CriticalPoint classify(Matrix hessian) {
        double[] curvatures = SymmetricEigen.of(hessian).eigenvalues().toArray();
        int n = curvatures.length;
        double negligible = 1e-6 * Math.max(Math.abs(curvatures[0]), Math.abs(curvatures[n - 1]));
        for (double curvature : curvatures) {
            if (Math.abs(curvature) <= negligible) {
                return CriticalPoint.DEGENERATE;
            }
        }
        if (curvatures[n - 1] > 0) {
            return CriticalPoint.MINIMUM;
        }
        return curvatures[0] < 0 ? CriticalPoint.MAXIMUM : CriticalPoint.SADDLE;
    }
}
