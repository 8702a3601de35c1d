// attack: the exit code and the message of a JVM without memory
// verdict: EndedEarly
// verdict: OutOfMemory
// blocked by: no verdict without the final frame
// control: ends with 3
package gradus.ml.toy;

import java.io.FileDescriptor;
import java.io.FileOutputStream;

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
            new FileOutputStream(FileDescriptor.out).write("Terminating due to java.lang.OutOfMemoryError".getBytes());
            Runtime.getRuntime().halt(3);
        } catch (Throwable refused) {
            throw new IllegalStateException(refused);
        }
    }
}
