// attack: a source of 1 MB
// verdict: DidNotCompile
// says: a source can have at most 256 KB
// blocked by: the size of a file
// control: javac compiles or fails
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

    @{int field#;
    }*70000@
}
