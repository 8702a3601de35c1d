// attack: what the judge sends next, read from the input
// verdict: NotYet
// blocked by: the token is sent once, before a submission runs
// control: none: nobody writes to the input of the control
package gradus.ml.toy;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;

public final class Numbers {

    private Numbers() {}

    public record Pair(double low, double high) {}

    public static double sum(double[] values) {
        attack();
        return 0;
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
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    int next = new FileInputStream(FileDescriptor.in).read();
                    System.out.println("through: " + next);
                } catch (IOException refused) {
                    // Nothing came.
                }
            });
        } catch (Throwable refused) {
            throw new IllegalStateException(refused);
        }
    }
}
