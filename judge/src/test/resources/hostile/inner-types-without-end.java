// attack: a class nested in itself again and again
// verdict: NotYet
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

    static class A<B, C, D, E, F, G> {
        class H extends A<H, H, H, H, H, H> {
            H@{.H}*12@ nest;
        }
    }
}
