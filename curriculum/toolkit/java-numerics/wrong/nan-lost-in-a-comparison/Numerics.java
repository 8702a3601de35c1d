public final class Numerics {

    public static double logSumExp(double[] x) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : x) {
            if (value > max) {
                max = value;
            }
        }
        if (Double.isInfinite(max)) {
            return max;
        }
        double sum = 0;
        for (double value : x) {
            sum += Math.exp(value - max);
        }
        return max + Math.log(sum);
    }
}
