// attack: constants, each twice the one before
// verdict: DidNotCompile
// verdict: NotYet
// blocked by: the compiler's own limits, in a process that can be killed
// control: javac fails: 
// slow: the compiler fills its heap
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

    static final String C0 = "0123456789";
    static final String C1 = C0 + C0 + C0 + C0 + C0 + C0 + C0 + C0 + C0 + C0;
    static final String C2 = C1 + C1 + C1 + C1 + C1 + C1 + C1 + C1 + C1 + C1;
    static final String C3 = C2 + C2 + C2 + C2 + C2 + C2 + C2 + C2 + C2 + C2;
    static final String C4 = C3 + C3 + C3 + C3 + C3 + C3 + C3 + C3 + C3 + C3;
    static final String C5 = C4 + C4 + C4 + C4 + C4 + C4 + C4 + C4 + C4 + C4;
    static final String C6 = C5 + C5 + C5 + C5 + C5 + C5 + C5 + C5 + C5 + C5;
    static final String C7 = C6 + C6 + C6 + C6 + C6 + C6 + C6 + C6 + C6 + C6;
    static final String C8 = C7 + C7 + C7 + C7 + C7 + C7 + C7 + C7 + C7 + C7;
    static final String C9 = C8 + C8 + C8 + C8 + C8 + C8 + C8 + C8 + C8 + C8;
}
