record Newton(boolean damped, StoppingCriterion stoppingCriterion) {

    public static Vector descentStep(Vector gradient, Matrix hessian, double firstShift) {
        if (!(firstShift > 0)) {
            throw new IllegalArgumentException("firstShift must be greater than 0, got " + firstShift);
        }
        if (!hessian.equals(hessian.transpose())) {
            throw new IllegalArgumentException("the Hessian must be symmetric");
        }
        // A Newton step is as long as the way to the bottom; only its direction may be wrong.
        Vector step = step(gradient, hessian);
        return step.dot(gradient) > 0 ? step.times(-1) : step;
    }

    public static Vector step(Vector gradient, Matrix hessian) {
        return Lu.of(hessian).solve(gradient).times(-1);
    }
}
