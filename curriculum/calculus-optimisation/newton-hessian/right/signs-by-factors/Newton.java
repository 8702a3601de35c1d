import gradus.ml.linalg.SymmetricEigen;

record Newton(boolean damped, StoppingCriterion stoppingCriterion) {

    public static Vector step(Vector gradient, Matrix hessian) {
        return Lu.of(hessian.times(-1)).solve(gradient);
    }

    public static Vector descentStep(Vector gradient, Matrix hessian, double firstShift) {
        if (!(firstShift > 0)) {
            throw new IllegalArgumentException("the first shift must be greater than 0, got " + firstShift);
        }
        // Along an eigenvector, the system is one equation with one unknown.
        SymmetricEigen eigen = SymmetricEigen.of(hessian);
        int n = gradient.size();
        double least = eigen.eigenvalues().get(n - 1);
        double shift = least > 0 ? 0 : firstShift;
        while (least + shift <= 0) {
            shift *= 4;
        }
        Vector step = gradient.times(0);
        for (int i = 0; i < n; i++) {
            Vector axis = eigen.eigenvectors().column(i);
            double curvature = eigen.eigenvalues().get(i) + shift;
            step = step.minus(axis.times(gradient.dot(axis) / curvature));
        }
        return step;
    }
}
