// verdict: Passed
// says: You changed `requireSome` of Numbers, which isn't part of this lab: here the library's runs.
package gradus.ml.toy;

public final class Numbers {

    private Numbers() {}

    public record Pair(double low, double high) {}

    public static double sum(double[] values) {
        requireSome(values); double sum = Helper.zero(); for (double v : values) { sum += v; } return sum;
    }

    public static double mean(double[] values) {
        return sum(values) / values.length;
    }

    public static double[] shifted(double[] values, double by) {
        double[] result = values.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] += by;
        }
        return result;
    }

    static void requireSome(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing");
        }
    }
}
final class Helper {
    static double zero() {
        return 0;
    }
}
