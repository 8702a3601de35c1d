// verdict: NotYet
// says: `Numbers.sum` (line 12) threw IllegalStateException: first\nsecond\u001b[31m red.
package gradus.ml.toy;

public final class Numbers {

    private Numbers() {}

    public record Pair(double low, double high) {}

    public static double sum(double[] values) {
        throw new IllegalStateException("first\nsecond\u001b[31m red");
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
            throw new IllegalArgumentException("no values; give at least one");
        }
    }
}
