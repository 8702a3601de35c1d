/// The step from the exponents of doubles, differences from a list of heights that are kept, and a search that uses
/// each central difference twice.
class Derivative {

    public static double step(double x) {
        double size = Math.abs(x);
        if (size < 1) {
            size = 1;
        }
        return size * Math.exp(Math.log(Math.ulp(1.0)) / 3);
    }

    public static double central(DoubleUnaryOperator f, double x, double h) {
        return slope(f, x, h)[0];
    }

    public static double richardson(DoubleUnaryOperator f, double x, double h) {
        return cancel(slope(f, x, h)[0], slope(f, x, 0.5 * h)[0]);
    }

    public static Approximation richardsonWithError(DoubleUnaryOperator f, double x) {
        double unit = Math.max(Math.abs(x), 1);
        double h = unit / 4;
        double coarse = slope(f, x, h)[0];
        double previous = Double.NaN;
        double value = Double.NaN;
        double least = Double.MAX_VALUE;
        double highest = 0;
        int halvings = 0;
        while (halvings < 27) {
            h /= 2;
            halvings++;
            double[] fine = slope(f, x, h);
            if (fine[1] < Double.MAX_VALUE) {
                highest = Math.max(highest, fine[1]);
            }
            double now = cancel(coarse, fine[0]);
            double error = Math.abs(now - previous) + Math.abs(now - fine[0]) / 16 + highest * Math.ulp(2.0) / h;
            if (error <= least) {
                least = error;
                value = now;
            }
            previous = now;
            coarse = fine[0];
        }
        if (value != value) {
            throw new IllegalArgumentException("nothing finite next to " + x);
        }
        return new Approximation(value, least);
    }

    private static double cancel(double coarse, double fine) {
        return 4 * fine / 3 - coarse / 3;
    }

    /// The slope, and the larger of the two absolute values.
    private static double[] slope(DoubleUnaryOperator f, double x, double h) {
        double[] at = {x - h, x + h};
        if (at[0] < x && x < at[1] && at[1] <= Double.MAX_VALUE && at[0] >= -Double.MAX_VALUE) {
            double[] heights = {f.applyAsDouble(at[0]), f.applyAsDouble(at[1])};
            return new double[] {
                (heights[1] - heights[0]) / (at[1] - at[0]), Math.max(Math.abs(heights[0]), Math.abs(heights[1]))
            };
        }
        throw new IllegalArgumentException("h = " + h + " is no step from x = " + x);
    }
}
