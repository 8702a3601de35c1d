// attack: an AssertionError, as if the check itself had failed
// verdict: NotYet
// says: AssertionError
// blocked by: a check that throws counts as failed
// control: none: it claims only what a check may make of it
package gradus.ml.toy;

public final class Numbers {

    private Numbers() {}

    public record Pair(double low, double high) {}

    public static double sum(double[] values) {
        throw new AssertionError("expected: <9.0> but was: <9.0>");
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
