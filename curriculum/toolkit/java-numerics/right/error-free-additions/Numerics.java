public final class Numerics {

    public static double sum(double[] x) {
        double sum = 0;
        double lost = 0;
        double lostOfLost = 0;
        for (double value : x) {
            double next = sum + value;
            double error = errorOf(sum, value, next);
            double nextLost = lost + error;
            lostOfLost += errorOf(lost, error, nextLost);
            sum = next;
            lost = nextLost;
        }
        double total = sum + (lost + lostOfLost);
        return Double.isNaN(total) ? sum : total;
    }

    /// What was rounded away in a + b: without a branch, whichever of the two is bigger (Knuth).
    private static double errorOf(double a, double b, double sum) {
        double partOfB = sum - a;
        double partOfA = sum - partOfB;
        return (a - partOfA) + (b - partOfB);
    }

    /// One pass: the sum so far is scaled anew whenever a larger number turns up.
    public static double logSumExp(double[] x) {
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (double value : x) {
            if (Double.isNaN(value)) {
                return Double.NaN;
            }
            if (value > max) {
                sum = sum * Math.exp(max - value) + 1;
                max = value;
            } else if (value > Double.NEGATIVE_INFINITY && max < Double.POSITIVE_INFINITY) {
                sum += Math.exp(value - max);
            }
        }
        return max + Math.log(Math.max(sum, 1));
    }

    public static boolean close(double a, double b, double relative, double absolute) {
        for (double tolerance : new double[] {relative, absolute}) {
            if (Double.isNaN(tolerance) || tolerance < 0) {
                throw new IllegalArgumentException("not a tolerance: " + tolerance);
            }
        }
        double scale = Math.max(Math.abs(a), Math.abs(b));
        return a == b || (scale < Double.POSITIVE_INFINITY && Math.abs(a - b) <= Math.max(absolute, relative * scale));
    }
}
