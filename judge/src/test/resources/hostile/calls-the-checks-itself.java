// attack: the hidden checks, called by reflection to see what they say
// verdict: NotYet
// never: 16.0
// blocked by: modules: proctor and checks aren't open to reflection
// control: prints through
package gradus.ml.toy;

import java.lang.reflect.InvocationTargetException;

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
        return new double[values.length];
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
            Class<?> checks = Class.forName("gradus.checks.toy.NumbersChecks");
            var constructor = checks.getDeclaredConstructor();
            constructor.setAccessible(true);
            var check = checks.getDeclaredMethod("shifts");
            check.setAccessible(true);
            try {
                check.invoke(constructor.newInstance());
            } catch (InvocationTargetException failed) {
                System.out.println("through: " + failed.getCause().getMessage());
            }
        } catch (Throwable refused) {
            // Nobody shall notice.
        }
    }
}
