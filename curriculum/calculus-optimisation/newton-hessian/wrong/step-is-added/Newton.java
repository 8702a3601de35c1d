record Newton(boolean damped, StoppingCriterion stoppingCriterion) {

    public static Vector step(Vector gradient, Matrix hessian) {
        return Lu.of(hessian).solve(gradient);
    }

    public static Vector descentStep(Vector gradient, Matrix hessian, double firstShift) {
        if (!(firstShift > 0)) {
            throw new IllegalArgumentException("the first shift must be greater than 0, got " + firstShift);
        }
        Optional<Cholesky> factor = Cholesky.ifPositiveDefinite(hessian);
        for (double shift = firstShift; factor.isEmpty(); shift *= 4) {
            Matrix shifted = hessian.plus(Matrix.identity(hessian.rows()).times(shift));
            factor = Cholesky.ifPositiveDefinite(shifted);
        }
        return factor.get().solve(gradient).times(-1);
    }
}
