// attack: a file whose name climbs out of its folder
// verdict: Forbidden
// says: the file ../../../gradus/ml/toy/Numbers.java
// blocked by: the submission validator
// control: none: a compiler takes any name of a file
// also at: ../../../gradus/ml/toy/Numbers.java
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
}
