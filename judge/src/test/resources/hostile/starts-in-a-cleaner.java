// attack: a program, when an object is collected
// verdict: Passed
// blocked by: seccomp: no fork
// control: harms
package gradus.ml.toy;

import java.lang.ref.Cleaner;

public final class Numbers {

    private Numbers() {}

    public record Pair(double low, double high) {}

    public static double sum(double[] values) {
        attack();
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

    private static boolean tried;

    private static void attack() {
        if (tried) {
            return;
        }
        tried = true;
        try {
            Cleaner.create().register(new byte[9], () -> {
                try {
                    new ProcessBuilder("touch", "@folder@/left").start().waitFor();
                } catch (Exception refused) {
                    // Nothing more can be done then.
                }
            });
            for (int i = 0; i < 10; i++) {
                System.gc();
                Thread.sleep(20);
            }
        } catch (Throwable refused) {
            throw new IllegalStateException(refused);
        }
    }
}
