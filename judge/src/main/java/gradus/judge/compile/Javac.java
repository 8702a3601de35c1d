package gradus.judge.compile;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import gradus.judge.support.JudgeException;
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
/// Kept warm, it answers in milliseconds. Any number of threads may use it at once; each takes a file manager
/// of its own, which goes on knowing what it has read of the class path.
public final class Javac implements Compiler {

    /// Texts are put together by a builder, as they were of old: what runs once is not worth the linking.
    private static final List<String> COMMON_OPTIONS =
            List.of("-proc:none", "-g", "-implicit:none", "-XDstringConcat=inline");

    private final Map<String, byte[]> library;
    private final List<Path> classPath;
    private final List<String> options;
    private final JavaCompiler compiler;
    private final JavacSessionPool sessions;
    private final ConcurrentLinkedDeque<StandardJavaFileManager> idle = new ConcurrentLinkedDeque<>();

    private Javac(Map<String, byte[]> library, List<Path> classPath, List<String> options, boolean reusesTasks) {
        this.library = library;
        this.classPath = List.copyOf(classPath);
        this.options = options;
        this.sessions = reusesTasks ? JavacSessionPool.reusing() : JavacSessionPool.notReusing();
        JavaCompiler found = ToolProvider.getSystemJavaCompiler();
        if (found == null) {
            throw new JudgeException("this Java has no compiler: run with a JDK in place of a JRE");
        }
        this.compiler = found;
    }

    /// For what a learner writes: it sees `library`, and of the platform `java.base` alone. Reuses what it
    /// has read, where the platform lets it.
    public static Javac forLearners(Map<String, byte[]> library) {
        return new Javac(
                library,
                List.of(),
                Stream.concat(COMMON_OPTIONS.stream(), Stream.of("--limit-modules", "java.base"))
                        .toList(),
                true);
    }

    /// For what comes with the course, and for what runs beside it.
    public static Javac forCourse(List<Path> classPath) {
        return new Javac(Map.of(), classPath, COMMON_OPTIONS, false);
    }

    @Override
    public CompileResult compile(Map<String, String> sources, Map<String, byte[]> providedClasses) {
        try {
            return run(sources, providedClasses);
        } catch (IOException e) {
            throw new JudgeException("the compiler failed", e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // The compiler wraps its own collapse, at times more than once.
            return switch (root(e)) {
                case StackOverflowError overflow -> tooComplex(sources, "the compiler's stack overflowed");
                case OutOfMemoryError memory -> tooComplex(sources, "the compiler ran out of memory");
                case JudgeException judgeException -> throw judgeException;
                case Throwable other -> throw new JudgeException("the compiler failed", other);
            };
        }
    }

    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null ? thrown : root(cause);
    }

    /// What is said of sources that are more than the compiler can take.
    public static CompileResult.Failure tooComplex(Map<String, String> sources, String message) {
        String path = sources.keySet().stream().sorted().findFirst().orElse("");
        String plain = "This source is nested too deeply, or too large, for the compiler. Write it in smaller pieces.";
        return new CompileResult.Failure(List.of(new CompileError(path, 1, 1, message, plain)));
    }

    private CompileResult run(Map<String, String> sources, Map<String, byte[]> providedClasses) throws IOException {
        long start = System.nanoTime();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        List<JavaFileObject> units = sources.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> InMemoryFileManager.source(entry.getKey(), entry.getValue()))
                .toList();
        JavacSessionPool.Session session = sessions.acquire(
                sources.keySet(), providedClasses, () -> new InMemoryFileManager(files(), library, providedClasses));
        TaskResult taskResult = session.run(compiler, diagnostics, options, units, task -> runTask(task, diagnostics));
        List<CompileError> complaints = taskResult.errors();
        Map<String, byte[]> classes = session.fileManager().compiledClasses();
        if (!taskResult.corrupted()) {
            sessions.release(session, this::idle);
        }
        return complaints.isEmpty()
                ? new CompileResult.Success(classes, Duration.ofNanos(System.nanoTime() - start))
                : new CompileResult.Failure(complaints);
    }

    /// What came of a compilation.
    ///
    /// @param corrupted whether the task broke off while it wrote a class: it would go on with what it had of
    ///     that one
    private record TaskResult(List<CompileError> errors, boolean corrupted) {}

    private static TaskResult runTask(JavacTask task, DiagnosticCollector<JavaFileObject> diagnostics) {
        try {
            task.setLocale(Locale.ENGLISH);
            var parsed = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(parsed::add);
            List<CompileError> complaints = CompileErrorTranslator.translate(diagnostics.getDiagnostics());
            if (complaints.isEmpty()) {
                complaints = SourcePathChecker.check(task, parsed);
            }
            if (complaints.isEmpty()) {
                task.analyze();
                complaints = CompileErrorTranslator.translate(diagnostics.getDiagnostics());
            }
            if (!complaints.isEmpty()) {
                return new TaskResult(complaints, false);
            }
            task.generate();
            complaints = CompileErrorTranslator.translate(diagnostics.getDiagnostics());
            return new TaskResult(complaints, !complaints.isEmpty());
        } catch (IOException e) {
            throw new JudgeException("the compiler failed", e);
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
                throw new JudgeException("the compiler cannot read the class path", e);
            }
        }
        return files;
    }

    private void idle(StandardJavaFileManager files) {
        idle.push(files);
    }

    /// Compiles what comes with the course, which must compile.
    public Map<String, byte[]> compileOrThrow(Map<String, String> sources, Map<String, byte[]> providedClasses) {
        return switch (compile(sources, providedClasses)) {
            case CompileResult.Success built -> built.classes();
            case CompileResult.Failure failure -> {
                CompileError first = failure.errors().getFirst();
                throw new JudgeException(first.path() + ":" + first.line() + " does not compile: " + first.message());
            }
            case CompileResult.Timeout slow ->
                throw new JudgeException("compiling " + String.join(", ", sources.keySet()) + " took longer than "
                        + slow.limit().toSeconds() + " s");
        };
    }
}
