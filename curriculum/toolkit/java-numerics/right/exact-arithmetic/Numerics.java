package gradus.ml.numbers;

import java.math.BigDecimal;
import java.util.Arrays;

public final class Numerics {

    private Numerics() {}

    /// Exact, rounded once, and slow.
    public static double sum(double[] x) {
        double plain = 0;
        for (double value : x) {
            plain += value;
        }
        if (!Double.isFinite(plain)) {
            return plain;
        }
        BigDecimal exact = BigDecimal.ZERO;
        for (double value : x) {
            exact = exact.add(new BigDecimal(value));
        }
        return exact.doubleValue();
    }

    public static double logSumExp(double[] x) {
        double max = Arrays.stream(x).max().orElse(Double.NEGATIVE_INFINITY);
        return Double.isInfinite(max)
                ? max
                : Math.log(Arrays.stream(x).map(value -> Math.exp(value - max)).sum()) + max;
    }

    public static boolean close(double a, double b, double relative, double absolute) {
        if (Double.isNaN(relative) || Double.isNaN(absolute) || relative < 0 || absolute < 0) {
            throw new IllegalArgumentException("a tolerance must be a number from 0 up: " + relative + ", " + absolute);
        }
        if (Double.isFinite(a) && Double.isFinite(b)) {
            double difference = Math.abs(b - a);
            return difference <= absolute
                    || difference <= relative * Math.abs(a)
                    || difference <= relative * Math.abs(b);
        }
        return a == b;
    }
}
