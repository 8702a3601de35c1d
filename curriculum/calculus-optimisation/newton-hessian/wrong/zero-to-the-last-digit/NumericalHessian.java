class NumericalHessian {

    public static CriticalPoint classify(Matrix hessian) {
        double[] curvatures = SymmetricEigen.of(hessian).eigenvalues().toArray();
        int n = curvatures.length;
        boolean grows = curvatures[0] > 0;
        boolean falls = curvatures[n - 1] < 0;
        if (grows && falls) {
            return CriticalPoint.SADDLE;
        }
        if (grows && curvatures[n - 1] > 0) {
            return CriticalPoint.MINIMUM;
        }
        return falls && curvatures[0] < 0 ? CriticalPoint.MAXIMUM : CriticalPoint.DEGENERATE;
    }
}
