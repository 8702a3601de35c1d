class Derivative {

    public static Approximation richardsonWithError(DoubleUnaryOperator f, double x) {
        double scale = Math.max(1, Math.abs(x));
        double h = scale / 8;
        double best = Double.NaN;
        double least = Double.POSITIVE_INFINITY;
        double before = 0;
        for (int i = 0; i < 26; i++) {
            double now = richardson(f, x, h);
            double size = Math.abs(f.applyAsDouble(x + h)) + scale * Math.abs(now);
            double error = Math.abs(now - before) + Math.ulp(1.0) * size / h;
            if (error < least) {
                least = error;
                best = now;
            }
            before = now;
            h /= 2;
        }
        if (Double.isNaN(best)) {
            throw new IllegalArgumentException("no finite values around " + x);
        }
        return new Approximation(best, least);
    }
}
