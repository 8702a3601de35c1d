// attack: a second class in the file, named like one of the library
// verdict: Forbidden
// says: the class gradus.ml.toy.Spread
// blocked by: the names of the compiled classes
// control: compiles
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

final class Spread {

    static double variance(double[] values) {
        return 1;
    }
}
