// attack: memory of an arena, which no option of the JVM limits
// verdict: OutOfMemory
// verdict: NotYet
// verdict: EndedEarly
// blocked by: the limit on the data segment
// control: prints through
package gradus.ml.toy;

import java.lang.foreign.Arena;

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
            for (int i = 0; i < 10; i++) {
                Arena.global().allocate(64 << 20).fill((byte) 1);
            }
            System.out.println("through");
        } catch (Throwable refused) {
            throw new IllegalStateException(refused);
        }
    }
}
