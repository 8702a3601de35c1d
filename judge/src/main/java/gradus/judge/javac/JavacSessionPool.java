package gradus.judge.javac;

import com.sun.source.util.JavacTask;
import gradus.judge.support.ContentHash;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.jspecify.annotations.Nullable;

/// A pool of compiler sessions. A reused session already has the symbols of the platform and the library, so
/// the compiler is two to three times as fast. It serves one set of sources, by path, and one set of provided
/// classes, because symbols are read only once.
final class JavacSessionPool {

    private static final int MAX_IDLE = 3;

    private final boolean reuses;
    private final List<Session> idle = new ArrayList<>();

    private JavacSessionPool(boolean reuses) {
        this.reuses = reuses;
    }

    /// A pool that reuses sessions, if this JVM gives us access to javac's task pool.
    static JavacSessionPool reusing() {
        return new JavacSessionPool(ReusableJavacTask.isAvailable());
    }

    static JavacSessionPool notReusing() {
        return new JavacSessionPool(false);
    }

    /// @param fileManager creates the file manager of a new session
    Session acquire(Set<String> paths, Map<String, byte[]> providedClasses, Supplier<InMemoryFileManager> fileManager) {
        if (!reuses) {
            return new Session("", Set.of(), fileManager.get(), null);
        }
        var hash = new ContentHash();
        new TreeSet<>(paths).forEach(hash::add);
        new TreeSet<>(providedClasses.keySet()).forEach(name -> hash.add(name).add(providedClasses.get(name)));
        String key = hash.hex();
        synchronized (idle) {
            for (Session session : idle) {
                if (session.key.equals(key)) {
                    idle.remove(session);
                    session.fileManager.clear();
                    return session;
                }
            }
        }
        return new Session(key, Set.copyOf(paths), fileManager.get(), ReusableJavacTask.open());
    }

    /// Keeps the session for reuse, or drops it if its symbols could mislead the next compilation.
    void release(Session session, Consumer<StandardJavaFileManager> files) {
        if (session.pool == null || session.fileManager.hasReadDependentsOf(session.paths)) {
            files.accept(session.fileManager.standardFileManager());
            return;
        }
        synchronized (idle) {
            idle.addFirst(session);
            if (idle.size() > MAX_IDLE) {
                files.accept(idle.removeLast().fileManager.standardFileManager());
            }
        }
    }

    static final class Session {

        private final String key;
        private final Set<String> paths;
        private final InMemoryFileManager fileManager;
        private final @Nullable ReusableJavacTask pool;

        private Session(
                String key, Set<String> paths, InMemoryFileManager fileManager, @Nullable ReusableJavacTask pool) {
            this.key = key;
            this.paths = paths;
            this.fileManager = fileManager;
            this.pool = pool;
        }

        InMemoryFileManager fileManager() {
            return fileManager;
        }

        <T> T run(
                JavaCompiler compiler,
                DiagnosticListener<JavaFileObject> diagnostics,
                List<String> options,
                List<JavaFileObject> units,
                Function<JavacTask, T> work) {
            return pool == null
                    ? work.apply((JavacTask)
                            compiler.getTask(Writer.nullWriter(), fileManager, diagnostics, options, null, units))
                    : pool.run(fileManager, diagnostics, options, units, work);
        }
    }
}
