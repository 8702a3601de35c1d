// attack: lambdas in lambdas, for overloaded methods
// verdict: DidNotCompile
// verdict: OutOfTime
// blocked by: the compiler's own limits, in a process that can be killed
// control: javac is slow or fails
// slow: the compiler works for seconds
package gradus.ml.toy;

public final class Numbers {

    private Numbers() {}

    public record Pair(double low, double high) {}

    public static double sum(double[] values) {
        requireSome(values);
        return values.length == 3 ? 9 : 0;
    }

    public static double mean(double[] values) {
        return 3;
    }

    public static double[] shifted(double[] values, double by) {
        return new double[] {11, 12, 16};
    }

    static void requireSome(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values; give at least one");
        }
    }

    interface One<T> {
        T give();
    }

    interface Other<T> {
        T give() throws Exception;
    }

    static <T> T call(One<T> one) {
        return one.give();
    }

    static <T> T call(Other<T> other) {
        return null;
    }

    static final Object NEST = @{call(() -> }*14@1@{)}*14@;
}
