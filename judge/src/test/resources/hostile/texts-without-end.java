// attack: 20,000 strings, concatenated
// verdict: DidNotCompile
// verdict: NotYet
// verdict: OutOfTime
// blocked by: the compiler's own limits, in a process that can be killed
// control: javac compiles or fails
// slow: the compiler digs deep
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

    static int depth = 1;
    static final String LONG = "" @{+ depth}*20000@;
}
