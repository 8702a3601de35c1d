import gradus.ml.linalg.SymmetricEigen;

record Newton(boolean damped, StoppingCriterion stoppingCriterion) {

    public static Vector descentStep(Vector gradient, Matrix hessian, double firstShift) {
        if (!(firstShift > 0)) {
            throw new IllegalArgumentException("firstShift must be greater than 0, got " + firstShift);
        }
        Vector curvatures = SymmetricEigen.of(hessian).eigenvalues();
        double least = curvatures.get(curvatures.size() - 1);
        if (least > 0) {
            return step(gradient, hessian);
        }
        double shift = firstShift;
        while (least + shift <= 0) {
            shift *= 4;
        }
        double found = shift;
        return step(gradient, hessian.map(entry -> entry + found));
    }

    public static Vector step(Vector gradient, Matrix hessian) {
        return Lu.of(hessian).solve(gradient).times(-1);
    }
}
