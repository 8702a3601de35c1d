// attack: a security provider of its own, before all others
// verdict: NotYet
// says: sumByHand
// blocked by: the proctor relies on nothing that can be changed
// control: none: providers belong to the JVM, and go with it
package gradus.ml.toy;

import java.security.Provider;
import java.security.Security;

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
            for (Provider provider : Security.getProviders()) {
                Security.removeProvider(provider.getName());
            }
        } catch (Throwable refused) {
            throw new IllegalStateException(refused);
        }
    }
}
