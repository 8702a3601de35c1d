import java.math.BigDecimal;

public final class Numerics {

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
            exact = exact.add(BigDecimal.valueOf(value));
        }
        return exact.doubleValue();
    }
}
