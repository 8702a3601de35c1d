record Newton(boolean damped, StoppingCriterion stoppingCriterion) {

    public static Vector descentStep(Vector gradient, Matrix hessian, double firstShift) {
        if (!(firstShift > 0)) {
            throw new IllegalArgumentException("firstShift must be greater than 0, got " + firstShift);
        }
        Optional<Cholesky> factor = Cholesky.ifPositiveDefinite(hessian);
        for (double shift = firstShift; factor.isEmpty(); shift *= 4) {
            factor = Cholesky.ifPositiveDefinite(
                    hessian.plus(Matrix.identity(hessian.rows()).times(shift)));
        }
        return factor.get().solve(gradient);
    }

    public static Vector step(Vector gradient, Matrix hessian) {
        return Lu.of(hessian).solve(gradient).times(-1);
    }
}
