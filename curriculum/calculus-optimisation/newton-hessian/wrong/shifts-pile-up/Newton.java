record Newton(boolean damped, StoppingCriterion stoppingCriterion) {

    public static Vector descentStep(Vector gradient, Matrix hessian, double firstShift) {
        if (!(firstShift > 0)) {
            throw new IllegalArgumentException("firstShift must be greater than 0, got " + firstShift);
        }
        Matrix shifted = hessian;
        double shift = firstShift;
        while (Cholesky.ifPositiveDefinite(shifted).isEmpty()) {
            shifted = shifted.plus(Matrix.identity(hessian.rows()).times(shift));
            shift *= 4;
        }
        return Cholesky.of(shifted).solve(gradient).times(-1);
    }

    public static Vector step(Vector gradient, Matrix hessian) {
        return Lu.of(hessian).solve(gradient).times(-1);
    }
}
