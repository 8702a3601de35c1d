package gradus.judge.local;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;

/// Runs the checks of the toy library in an ordinary JVM, with submission, library, checks and proctor on one
/// class path, so nothing stops an attack. Arguments: the checks, as `class#method`.
final class UnconfinedCheckRunner {

    /// How long threads of the attack can go on after the checks.
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
