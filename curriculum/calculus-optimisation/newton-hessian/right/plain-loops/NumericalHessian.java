class NumericalHessian {

    public static Matrix hessianFromGradient(UnaryOperator<Vector> gradient, Vector x) {
        Matrix slopes = Gradient.jacobian(gradient, x);
        return Matrix.from(x.size(), x.size(), (i, j) -> (slopes.get(i, j) + slopes.get(j, i)) / 2);
    }

    public static CriticalPoint classify(Matrix hessian) {
        double[] curvatures = SymmetricEigen.of(hessian).eigenvalues().toArray();
        double largest = 0;
        for (double curvature : curvatures) {
            largest = Math.max(largest, Math.abs(curvature));
        }
        int up = 0;
        int down = 0;
        for (double curvature : curvatures) {
            if (Math.abs(curvature) <= 1e-6 * largest) {
                continue;
            }
            if (curvature > 0) {
                up++;
            } else {
                down++;
            }
        }
        if (up > 0 && down > 0) {
            return CriticalPoint.SADDLE;
        }
        if (up + down < curvatures.length) {
            return CriticalPoint.DEGENERATE;
        }
        return up > 0 ? CriticalPoint.MINIMUM : CriticalPoint.MAXIMUM;
    }
}
