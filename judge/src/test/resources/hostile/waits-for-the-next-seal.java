// attack: what the judge sends to the next submission in the same JVM, read from the input
// verdict: Passed
// blocked by: a worker is used again only after code on a short list
// control: none: the next submission would run in another JVM
// ungraded: yes
package gradus.ml.toy;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;

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
            ThreadGroup top = Thread.currentThread().getThreadGroup().getParent();
            var thread = new Thread(top, () -> {
                try {
                    new FileInputStream(FileDescriptor.in).readNBytes(100);
                } catch (IOException refused) {
                    // Nothing came.
                }
            });
            thread.setDaemon(true);
            thread.start();
        } catch (Throwable refused) {
            throw new IllegalStateException(refused);
        }
    }
}
