class Derivative {

    public static Approximation richardsonWithError(DoubleUnaryOperator f, double x) {
        double h = step(x);
        double value = richardson(f, x, h);
        double error = Math.abs(value - central(f, x, h));
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("no finite values around " + x);
        }
        return new Approximation(value, error);
    }
}
