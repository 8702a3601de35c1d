public final class Numerics {

    /// The head of the sum, and a tail that takes what the head rounds away, both set right after each number.
    public static double sum(double[] x) {
        double head = 0;
        double tail = 0;
        for (double value : x) {
            double big = Math.abs(head) < Math.abs(value) ? value : head;
            double small = Math.abs(head) < Math.abs(value) ? head : value;
            head = big + small;
            if (!Double.isInfinite(head)) {
                tail += small - (head - big);
            }
        }
        return Double.isInfinite(head) ? head : head + tail;
    }

    /// ln(eᵃ + eᵇ) = max + ln(1 + e^(min − max)), again and again.
    public static double logSumExp(double[] x) {
        double result = Double.NEGATIVE_INFINITY;
        for (double value : x) {
            if (result == value) {
                result += Math.log(2);
            } else {
                double max = Math.max(result, value);
                double min = Math.min(result, value);
                result = max + Math.log1p(Math.exp(min - max));
            }
        }
        return result;
    }

    public static boolean close(double a, double b, double relative, double absolute) {
        boolean tolerances = relative >= 0 && absolute >= 0;
        if (!tolerances) {
            throw new IllegalArgumentException("tolerances below 0, or NaN: " + relative + " and " + absolute);
        }
        if (Double.isInfinite(a - b)) {
            return false;
        }
        return a == b
                || Math.abs(a - b) <= absolute
                || Math.abs(a - b) <= relative * Math.max(Math.abs(a), Math.abs(b));
    }
}
