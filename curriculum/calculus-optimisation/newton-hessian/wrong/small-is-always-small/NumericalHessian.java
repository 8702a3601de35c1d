class NumericalHessian {

    public static CriticalPoint classify(Matrix hessian) {
        double[] curvatures = SymmetricEigen.of(hessian).eigenvalues().toArray();
        int n = curvatures.length;
        boolean grows = curvatures[0] > 1e-6;
        boolean falls = curvatures[n - 1] < -1e-6;
        if (grows && falls) {
            return CriticalPoint.SADDLE;
        }
        if (grows && curvatures[n - 1] > 1e-6) {
            return CriticalPoint.MINIMUM;
        }
        return falls && curvatures[0] < -1e-6 ? CriticalPoint.MAXIMUM : CriticalPoint.DEGENERATE;
    }
}
