package gradus.judge.build;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// The platform's own compiler in this JVM, from memory to memory.
///
/// Kept warm, it answers in milliseconds. Any number of threads may use it at once; each takes a file manager of
/// its own, which goes on knowing what it has read of the class path.
public final class Javac implements Compiler {

    /// Texts are put together by a builder, as they were of old: what runs once is not worth the linking.
    private static final List<String> EVERY = List.of("-proc:none", "-g", "-implicit:none", "-XDstringConcat=inline");

    private final Map<String, byte[]> library;
    private final List<Path> classPath;
    private final List<String> options;
    private final JavaCompiler compiler;
    private final Seats seats;
    private final ConcurrentLinkedDeque<StandardJavaFileManager> idle = new ConcurrentLinkedDeque<>();

    private Javac(Map<String, byte[]> library, List<Path> classPath, List<String> options, boolean reusesTasks) {
        this.library = library;
        this.classPath = List.copyOf(classPath);
        this.options = options;
        this.seats = reusesTasks ? Seats.reused() : Seats.fresh();
        JavaCompiler found = ToolProvider.getSystemJavaCompiler();
        if (found == null) {
            throw new Breakdown("this Java has no compiler: run with a JDK in place of a JRE");
        }
        this.compiler = found;
    }

    /// For what a learner writes: it sees `library`, and of the platform `java.base` alone. Reuses what it has read,
    /// where the platform lets it.
    public static Javac forLearners(Map<String, byte[]> library) {
        return new Javac(
                library,
                List.of(),
                Stream.concat(EVERY.stream(), Stream.of("--limit-modules", "java.base"))
                        .toList(),
                true);
    }

    /// For what comes with the course, and for what runs beside it.
    public static Javac forCourse(List<Path> classPath) {
        return new Javac(Map.of(), classPath, EVERY, false);
    }

    @Override
    public Built compile(Map<String, String> sources, Map<String, byte[]> given) {
        try {
            return run(sources, given);
        } catch (IOException e) {
            throw new Breakdown("the compiler failed", e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // The compiler wraps its own collapse, at times more than once.
            return switch (root(e)) {
                case StackOverflowError overflow -> tooMuch(sources, "the compiler's stack overflowed");
                case OutOfMemoryError memory -> tooMuch(sources, "the compiler ran out of memory");
                case Breakdown breakdown -> throw breakdown;
                case Throwable other -> throw new Breakdown("the compiler failed", other);
            };
        }
    }

    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null ? thrown : root(cause);
    }

    /// What is said of sources that are more than the compiler can take.
    public static Built.Refused tooMuch(Map<String, String> sources, String message) {
        String path = sources.keySet().stream().sorted().findFirst().orElse("");
        String plain = "This source is nested too deeply, or too large, for the compiler. Write it in smaller pieces.";
        return new Built.Refused(List.of(new Complaint(path, 1, 1, message, plain)));
    }

    private Built run(Map<String, String> sources, Map<String, byte[]> given) throws IOException {
        long start = System.nanoTime();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        List<JavaFileObject> units = sources.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Memory.source(entry.getKey(), entry.getValue()))
                .toList();
        Seats.Seat seat = seats.take(sources.keySet(), given, () -> new Memory(files(), library, given));
        Worked worked = seat.run(compiler, diagnostics, options, units, task -> work(task, diagnostics));
        List<Complaint> complaints = worked.complaints();
        Map<String, byte[]> classes = seat.memory().classes();
        if (!worked.spoilt()) {
            seats.giveBack(seat, this::idle);
        }
        return complaints.isEmpty()
                ? new Built.Classes(classes, Duration.ofNanos(System.nanoTime() - start))
                : new Built.Refused(complaints);
    }

    /// What came of a compilation.
    ///
    /// @param spoilt whether the task broke off while it wrote a class: it would go on with what it had of that one
    private record Worked(List<Complaint> complaints, boolean spoilt) {}

    private static Worked work(JavacTask task, DiagnosticCollector<JavaFileObject> diagnostics) {
        try {
            task.setLocale(Locale.ENGLISH);
            var parsed = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(parsed::add);
            List<Complaint> complaints = Complaints.of(diagnostics.getDiagnostics());
            if (complaints.isEmpty()) {
                complaints = Names.misplaced(task, parsed);
            }
            if (complaints.isEmpty()) {
                task.analyze();
                complaints = Complaints.of(diagnostics.getDiagnostics());
            }
            if (!complaints.isEmpty()) {
                return new Worked(complaints, false);
            }
            task.generate();
            complaints = Complaints.of(diagnostics.getDiagnostics());
            return new Worked(complaints, !complaints.isEmpty());
        } catch (IOException e) {
            throw new Breakdown("the compiler failed", e);
        }
    }

    private StandardJavaFileManager files() {
        StandardJavaFileManager files = idle.poll();
        if (files == null) {
            files = compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
            try {
                files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
                files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
            } catch (IOException e) {
                throw new Breakdown("the compiler cannot read the class path", e);
            }
        }
        return files;
    }

    private void idle(StandardJavaFileManager files) {
        idle.push(files);
    }

    /// Compiles what comes with the course, which must compile.
    public Map<String, byte[]> classes(Map<String, String> sources, Map<String, byte[]> given) {
        return switch (compile(sources, given)) {
            case Built.Classes built -> built.classes();
            case Built.Refused refused -> {
                Complaint first = refused.complaints().getFirst();
                throw new Breakdown(first.path() + ":" + first.line() + " does not compile: " + first.message());
            }
            case Built.TooSlow slow ->
                throw new Breakdown("compiling " + String.join(", ", sources.keySet()) + " took longer than "
                        + slow.limit().toSeconds() + " s");
        };
    }
}
