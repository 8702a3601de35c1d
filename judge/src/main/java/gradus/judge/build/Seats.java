package gradus.judge.build;

import com.sun.source.util.JavacTask;
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

/// Where compilations take place. A seat that is reused has the symbols of the platform and of the library at hand,
/// which makes the compiler two to three times as fast; it serves one set of sources, by path, and one set of given
/// classes, because symbols once read are never read again.
final class Seats {

    private static final int MOST_KEPT = 3;

    private final boolean reuses;
    private final List<Seat> kept = new ArrayList<>();

    private Seats(boolean reuses) {
        this.reuses = reuses;
    }

    /// Seats that are kept, where the platform's pool of compiler tasks can be had.
    static Seats reused() {
        return new Seats(TaskPool.isThere());
    }

    static Seats fresh() {
        return new Seats(false);
    }

    /// @param memory makes the compiler's view of files for a new seat
    Seat take(Set<String> paths, Map<String, byte[]> given, Supplier<Memory> memory) {
        if (!reuses) {
            return new Seat("", Set.of(), memory.get(), null);
        }
        var hash = new Hash();
        new TreeSet<>(paths).forEach(hash::add);
        new TreeSet<>(given.keySet()).forEach(name -> hash.add(name).add(given.get(name)));
        String key = hash.hex();
        synchronized (kept) {
            for (Seat seat : kept) {
                if (seat.key.equals(key)) {
                    kept.remove(seat);
                    seat.memory.clear();
                    return seat;
                }
            }
        }
        return new Seat(key, Set.copyOf(paths), memory.get(), TaskPool.open());
    }

    /// A seat whose symbols could mislead the next compilation is given up.
    void giveBack(Seat seat, Consumer<StandardJavaFileManager> files) {
        if (seat.pool == null || seat.memory.hasReadUsersOf(seat.paths)) {
            files.accept(seat.memory.files());
            return;
        }
        synchronized (kept) {
            kept.addFirst(seat);
            if (kept.size() > MOST_KEPT) {
                files.accept(kept.removeLast().memory.files());
            }
        }
    }

    static final class Seat {

        private final String key;
        private final Set<String> paths;
        private final Memory memory;
        private final @Nullable TaskPool pool;

        private Seat(String key, Set<String> paths, Memory memory, @Nullable TaskPool pool) {
            this.key = key;
            this.paths = paths;
            this.memory = memory;
            this.pool = pool;
        }

        Memory memory() {
            return memory;
        }

        <T> T run(
                JavaCompiler compiler,
                DiagnosticListener<JavaFileObject> diagnostics,
                List<String> options,
                List<JavaFileObject> units,
                Function<JavacTask, T> work) {
            return pool == null
                    ? work.apply((JavacTask)
                            compiler.getTask(Writer.nullWriter(), memory, diagnostics, options, null, units))
                    : pool.run(memory, diagnostics, options, units, work);
        }
    }
}
