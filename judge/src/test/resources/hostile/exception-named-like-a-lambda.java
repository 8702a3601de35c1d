// attack: an exception in a method that is named the way the compiler names lambdas
// verdict: NotYet
// says: by name only
// blocked by: the proctor reads exceptions defensively
// control: none: an exception does nothing until somebody looks at it
package gradus.ml.toy;

public final class Numbers {

    private Numbers() {}

    public record Pair(double low, double high) {}

    public static double sum(double[] values) {
        return lambda$();
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

    private static double lambda$() {
        throw new IllegalStateException("by name only");
    }
}
