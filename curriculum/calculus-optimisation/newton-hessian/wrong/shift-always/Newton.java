record Newton(boolean damped, StoppingCriterion stoppingCriterion) {

    public static Vector descentStep(Vector gradient, Matrix hessian, double firstShift) {
        if (!(firstShift > 0)) {
            throw new IllegalArgumentException("firstShift must be greater than 0, got " + firstShift);
        }
        double shift = firstShift;
        Matrix identity = Matrix.identity(hessian.rows());
        while (Cholesky.ifPositiveDefinite(hessian.plus(identity.times(shift))).isEmpty()) {
            shift *= 4;
        }
        return Cholesky.of(hessian.plus(identity.times(shift))).solve(gradient).times(-1);
    }

    public static Vector step(Vector gradient, Matrix hessian) {
        return Lu.of(hessian).solve(gradient).times(-1);
    }
}
