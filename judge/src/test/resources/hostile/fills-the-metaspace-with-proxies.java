// attack: proxies in class loaders without end
// verdict: OutOfMemory
// verdict: OutOfTime
// blocked by: the metaspace limit, or time
// control: prints through
// slow: a proxy takes its time
package gradus.ml.toy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

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
            for (int i = 0; i < 8000; i++) {
                var loader = new ClassLoader() {};
                KEPT.add(Proxy.newProxyInstance(loader, new Class<?>[] {Runnable.class}, (_, _, _) -> null));
            }
            System.out.println("through");
        } catch (Throwable refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static final List<Object> KEPT = new ArrayList<>();
}
