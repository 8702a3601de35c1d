package gradus.bench.ours;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;

/// Runs one check as a plain program, and prints how many seconds it took.
public final class Gate {

    private Gate() {}

    /// @param arguments the class of the check, and its method
    public static void main(String[] arguments) throws Exception {
        Class<?> type = Class.forName(arguments[0]);
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Method check = type.getDeclaredMethod(arguments[1]);
        check.setAccessible(true);
        long start = System.nanoTime();
        check.invoke(constructor.newInstance());
        IO.println((System.nanoTime() - start) * 1e-9);
    }
}
