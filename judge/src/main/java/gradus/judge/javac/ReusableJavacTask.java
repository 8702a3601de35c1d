package gradus.judge.javac;

import com.sun.source.util.JavacTask;
import gradus.judge.support.JudgeException;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/// A compiler task that can be reused, from javac's internal pool, `com.sun.tools.javac.api.JavacTaskPool`.
/// The pool isn't a supported API and must be exported by a command-line option, so we call it by reflection.
/// If that fails, the compiler uses a new task each time.
///
/// A pool keeps using the file manager that it got first.
final class ReusableJavacTask {

    private static final @Nullable Class<?> TYPE = find("com.sun.tools.javac.api.JavacTaskPool");
    private static final @Nullable Class<?> WORKER = find("com.sun.tools.javac.api.JavacTaskPool$Worker");

    private final Object pool;
    private final Method getTask;
    private final Class<?> worker;

    private ReusableJavacTask(Object pool, Method getTask, Class<?> worker) {
        this.pool = pool;
        this.getTask = getTask;
        this.worker = worker;
    }

    /// Whether this JVM gives us access to the pool.
    static boolean isAvailable() {
        return open() != null;
    }

    /// A pool of one task; null if this JVM gives us no access to it.
    static @Nullable ReusableJavacTask open() {
        if (TYPE == null || WORKER == null) {
            return null;
        }
        try {
            Object pool = TYPE.getConstructor(int.class).newInstance(1);
            return Stream.of(TYPE.getMethods())
                    .filter(method -> method.getName().equals("getTask") && method.getParameterCount() == 7)
                    .findFirst()
                    .map(method -> new ReusableJavacTask(pool, method, WORKER))
                    .orElse(null);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    private static @Nullable Class<?> find(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    /// Does `work` with the task for `units`, which is valid only during that call.
    @SuppressWarnings("unchecked") // the pool returns what its worker returned
    <T> T run(
            JavaFileManager files,
            DiagnosticListener<JavaFileObject> diagnostics,
            List<String> options,
            List<JavaFileObject> units,
            Function<JavacTask, T> work) {
        Object proxy = Proxy.newProxyInstance(
                worker.getClassLoader() == null ? ReusableJavacTask.class.getClassLoader() : worker.getClassLoader(),
                new Class<?>[] {worker},
                (_, _, arguments) -> work.apply((JavacTask) arguments[0]));
        try {
            return (T) getTask.invoke(pool, Writer.nullWriter(), files, diagnostics, options, null, units, proxy);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw e.getCause() instanceof RuntimeException thrown
                    ? thrown
                    : new JudgeException("the compiler failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new JudgeException("the compiler's task pool is not accessible", e);
        }
    }
}
