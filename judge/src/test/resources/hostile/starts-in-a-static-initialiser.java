// attack: a program, before any method of the class is called
// verdict: Forbidden
// says: starting another program
// blocked by: seccomp: no fork
// control: prints through
package gradus.ml.toy;

public final class Numbers {

    private Numbers() {}

    public record Pair(double low, double high) {}

    public static double sum(double[] values) {
        requireSome(values);
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
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

    static {
        try {
            new ProcessBuilder("touch", "@folder@/left").start().waitFor();
            System.out.println("through");
        } catch (Exception refused) {
            throw new IllegalStateException(refused);
        }
    }
}
