// attack: private fields of any class on the stack
// verdict: NotYet
// blocked by: modules: proctor and checks aren't open to reflection
// control: prints through
package gradus.ml.toy;

import java.lang.reflect.Field;
import java.util.List;

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
            List<Class<?>> callers = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                    .walk(frames -> frames.<Class<?>>map(StackWalker.StackFrame::getDeclaringClass).distinct().toList());
            for (Class<?> type : callers) {
                for (Field field : type.getDeclaredFields()) {
                    if (!type.getName().startsWith("gradus.ml.") && field.trySetAccessible() && type.getName().startsWith("gradus.")) {
                        System.out.println("through: " + field);
                    }
                }
            }
        } catch (Throwable refused) {
            // Nobody shall notice.
        }
    }
}
