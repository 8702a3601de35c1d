class NumericalHessian {

    public static CriticalPoint classify(Matrix hessian) {
        double[] curvatures = SymmetricEigen.of(hessian).eigenvalues().toArray();
        int n = curvatures.length;
        double negligible = 1e-6 * Math.max(Math.abs(curvatures[0]), Math.abs(curvatures[n - 1]));
        boolean grows = curvatures[0] > negligible;
        boolean falls = curvatures[n - 1] < -negligible;
        if (grows && falls) {
            return CriticalPoint.SADDLE;
        }
        if (grows) {
            return CriticalPoint.MINIMUM;
        }
        return falls ? CriticalPoint.MAXIMUM : CriticalPoint.DEGENERATE;
    }
}
