package gradus.judge.local;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;

/// Runs the toy's checks in a JVM as anyone starts one, where submission, library, checks and proctor lie on
/// one class path: what an attack does here, nothing keeps it from. Arguments: the checks, as `class#method`.
final class UnconfinedCheckRunner {

    /// Where a thread of the attack goes on after the checks, it has this long.
    private static final long AFTERWARDS = 300;

    private UnconfinedCheckRunner() {}

    public static void main(String[] checks) throws Exception {
        for (String check : checks) {
            String[] parts = check.split("#");
            var constructor = Class.forName(parts[0]).getDeclaredConstructor();
            constructor.setAccessible(true);
            Object instance = constructor.newInstance();
            try {
                for (var method : instance.getClass().getDeclaredMethods()) {
                    if (method.isAnnotationPresent(BeforeEach.class)) {
                        method.setAccessible(true);
                        method.invoke(instance);
                    }
                }
                var method = instance.getClass().getDeclaredMethod(parts[1]);
                method.setAccessible(true);
                method.invoke(instance);
                System.out.println("passes " + check.substring(check.lastIndexOf('.') + 1));
            } catch (InvocationTargetException e) {
                e.getCause().printStackTrace(System.out);
            }
        }
        TimeUnit.MILLISECONDS.sleep(AFTERWARDS);
        System.out.println("end");
    }
}
