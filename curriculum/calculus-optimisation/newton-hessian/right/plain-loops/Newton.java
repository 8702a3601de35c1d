import gradus.ml.linalg.SymmetricEigen;

record Newton(boolean damped, StoppingCriterion stoppingCriterion) {

    public static Vector step(Vector gradient, Matrix hessian) {
        return Lu.of(hessian).solve(gradient.times(-1));
    }

    public static Vector descentStep(Vector gradient, Matrix hessian, double firstShift) {
        if (Double.isNaN(firstShift) || firstShift <= 0) {
            throw new IllegalArgumentException("the first shift is " + firstShift);
        }
        Vector curvatures = SymmetricEigen.of(hessian).eigenvalues();
        double smallest = curvatures.get(curvatures.size() - 1);
        if (smallest > 0) {
            return step(gradient, hessian);
        }
        double shift = firstShift;
        while (smallest + shift <= 0) {
            shift = 4 * shift;
        }
        double found = shift;
        return step(
                gradient,
                Matrix.from(
                        hessian.rows(),
                        hessian.columns(),
                        (i, j) -> i == j ? hessian.get(i, j) + found : hessian.get(i, j)));
    }
}
