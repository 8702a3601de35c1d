package gradus.judge.build;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// The compiler, kept warm in this process: it answers in tens of milliseconds after the first few times. Any
/// number of threads may use it at once; each takes a file manager of its own, which goes on knowing what it
/// has read of the class path.
public final class Javac {

    /// Deep nesting costs the compiler stack; more than this and it gives up with a sentence.
    private static final long STACK = 16L << 20;

    private final List<Path> classPath;
    private final List<String> options;
    private final Duration limit;
    private final JavaCompiler compiler;
    private final ConcurrentLinkedDeque<StandardJavaFileManager> idle = new ConcurrentLinkedDeque<>();

    private Javac(List<Path> classPath, List<String> options, Duration limit) {
        this.classPath = List.copyOf(classPath);
        this.options = options;
        this.limit = limit;
        JavaCompiler found = ToolProvider.getSystemJavaCompiler();
        if (found == null) {
            throw new Breakdown("this Java has no compiler: run with a JDK in place of a JRE");
        }
        this.compiler = found;
    }

    /// For what a learner writes: of the platform it sees `java.base` alone.
    public static Javac forLearners(List<Path> classPath, Duration limit) {
        return new Javac(
                classPath, List.of("-proc:none", "-g", "-implicit:none", "--limit-modules", "java.base"), limit);
    }

    /// For what comes with the course.
    public static Javac forCourse(List<Path> classPath, Duration limit) {
        return new Javac(classPath, List.of("-proc:none", "-g", "-implicit:none"), limit);
    }

    /// Compiles `sources`, text by path, upon the class path and `given`.
    ///
    /// The compiler runs in a thread of its own. One that is not through in time is abandoned: it holds no lock
    /// and no file manager that anybody waits for, but it goes on using a processor until it ends by itself.
    /// Compiling in a process that can be killed is the cure, and has its place here.
    public Built compile(Map<String, String> sources, Map<String, byte[]> given) {
        var work = new FutureTask<>(() -> run(sources, given));
        Thread thread = new Thread(null, work, "javac", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return work.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Built.TooSlow(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Breakdown("the compiler was interrupted", e);
        } catch (ExecutionException e) {
            return switch (root(e)) {
                case StackOverflowError overflow -> refused(sources, "the compiler's stack overflowed");
                case OutOfMemoryError memory -> refused(sources, "the compiler ran out of memory");
                case Breakdown breakdown -> throw breakdown;
                case Throwable other -> throw new Breakdown("the compiler failed", other);
            };
        }
    }

    /// The compiler wraps its own collapse, at times more than once.
    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null ? thrown : root(cause);
    }

    private static Built refused(Map<String, String> sources, String message) {
        String path = sources.keySet().stream().sorted().findFirst().orElse("");
        String plain = "This source is nested too deeply, or too large, for the compiler. Write it in smaller pieces.";
        return new Built.Refused(List.of(new Complaint(path, 1, 1, message, plain)));
    }

    private Built run(Map<String, String> sources, Map<String, byte[]> given) throws IOException {
        long start = System.nanoTime();
        StandardJavaFileManager files = take();
        var memory = new Memory(files, given);
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        List<JavaFileObject> units = sources.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Memory.source(entry.getKey(), entry.getValue()))
                .toList();
        var task = (JavacTask) compiler.getTask(Writer.nullWriter(), memory, diagnostics, options, null, units);
        task.setLocale(Locale.ENGLISH);

        var parsed = new ArrayList<CompilationUnitTree>();
        task.parse().forEach(parsed::add);
        List<Complaint> complaints = Complaints.of(diagnostics.getDiagnostics());
        if (complaints.isEmpty()) {
            complaints = Names.misplaced(task, parsed);
        }
        if (complaints.isEmpty()) {
            task.generate();
            complaints = Complaints.of(diagnostics.getDiagnostics());
        }
        idle.push(files);
        return complaints.isEmpty()
                ? new Built.Classes(memory.classes(), Duration.ofNanos(System.nanoTime() - start))
                : new Built.Refused(complaints);
    }

    private StandardJavaFileManager take() throws IOException {
        StandardJavaFileManager files = idle.poll();
        if (files == null) {
            files = compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
        }
        return files;
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
                throw new Breakdown("compiling " + names(sources.keySet()) + " took longer than "
                        + slow.limit().toSeconds() + " s");
        };
    }

    private static String names(Collection<String> paths) {
        return String.join(", ", paths);
    }
}
