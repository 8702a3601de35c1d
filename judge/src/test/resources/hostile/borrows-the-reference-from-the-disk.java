// attack: the library's own class of the same name, read where the library is
// verdict: NotYet
// verdict: Forbidden
// blocked by: a submission can't read the library's files
// control: prints through
package gradus.ml.toy;

import java.nio.file.Files;
import java.nio.file.Path;

public final class Numbers {

    private Numbers() {}

    public record Pair(double low, double high) {}

    public static double sum(double[] values) {
        attack();
        return (double) ask("sum", new Class<?>[] {double[].class}, values);
    }

    public static double mean(double[] values) {
        attack();
        return (double) ask("mean", new Class<?>[] {double[].class}, values);
    }

    public static double[] shifted(double[] values, double by) {
        attack();
        return (double[]) ask("shifted", new Class<?>[] {double[].class, double.class}, values, by);
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
            byte[] bytes = Files.readAllBytes(Path.of("@library@/gradus/ml/toy/Numbers.class"));
            var loader = new ClassLoader() {
                Class<?> define() {
                    return defineClass("gradus.ml.toy.Numbers", bytes, 0, bytes.length);
                }
            };
            reference = loader.define();
            System.out.println("through");
        } catch (Throwable refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static Class<?> reference;

    private static Object ask(String name, Class<?>[] types, Object... values) {
        try {
            return reference.getMethod(name, types).invoke(null, values);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
