import java.util.stream.IntStream;

/// First all extrapolations, in an array; then the one that agrees best with both neighbours. The rounding error is
/// that of the largest value seen.
class Derivative {

    public static double step(double x) {
        return Math.cbrt(Math.ulp(1.0)) * (x < -1 ? -x : x > 1 ? x : 1);
    }

    public static double central(DoubleUnaryOperator f, double x, double h) {
        double above = x + h;
        double below = x - h;
        if (Double.isNaN(h) || h <= 0 || above == x || below == x) {
            throw new IllegalArgumentException("the step " + h + " is too small at " + x);
        }
        if (!Double.isFinite(above) || !Double.isFinite(below)) {
            throw new IllegalArgumentException("the step " + h + " is too large at " + x);
        }
        double rise = f.applyAsDouble(above) - f.applyAsDouble(below);
        double run = above - below;
        return rise / run;
    }

    public static double richardson(DoubleUnaryOperator f, double x, double h) {
        double coarse = central(f, x, h);
        double fine = central(f, x, h / 2);
        double errorOfFine = (coarse - fine) / 3;
        return fine - errorOfFine;
    }

    public static Approximation richardsonWithError(DoubleUnaryOperator f, double x) {
        double s = Math.max(1, Math.abs(x));
        double[] steps = IntStream.range(3, 30).mapToDouble(k -> s / (1L << k)).toArray();
        double[] slopes = IntStream.range(0, steps.length)
                .mapToDouble(i -> richardson(f, x, steps[i]))
                .toArray();
        Approximation best = null;
        for (int i = 1; i + 1 < slopes.length; i++) {
            double apart = Math.max(Math.abs(slopes[i] - slopes[i - 1]), Math.abs(slopes[i + 1] - slopes[i]));
            double size = Math.abs(f.applyAsDouble(x + steps[i])) + s * Math.abs(slopes[i]);
            double error = apart + Math.ulp(1.0) * size / steps[i];
            if (Double.isFinite(error) && (best == null || error < best.errorEstimate())) {
                best = new Approximation(slopes[i], error);
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("f isn't finite around x = " + x);
        }
        return best;
    }
}
