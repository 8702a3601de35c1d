// attack: all threads, stopped
// verdict: NotYet
// blocked by: the platform: threads can't be stopped
// control: none: this JDK has no way left to stop a thread
package gradus.ml.toy;

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
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                Thread.class.getMethod("stop").invoke(thread);
                System.out.println("through");
            }
        } catch (Throwable refused) {
            // Nobody shall notice.
        }
    }
}
