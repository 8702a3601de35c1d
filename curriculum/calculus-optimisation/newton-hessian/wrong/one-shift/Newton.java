record Newton(boolean damped, StoppingCriterion stoppingCriterion) {

    public static Vector descentStep(Vector gradient, Matrix hessian, double firstShift) {
        if (!(firstShift > 0)) {
            throw new IllegalArgumentException("firstShift must be greater than 0, got " + firstShift);
        }
        if (Cholesky.ifPositiveDefinite(hessian).isPresent()) {
            return step(gradient, hessian);
        }
        return step(gradient, hessian.plus(Matrix.identity(hessian.rows()).times(firstShift)));
    }

    public static Vector step(Vector gradient, Matrix hessian) {
        return Lu.of(hessian).solve(gradient).times(-1);
    }
}
