package gradus.judge.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import gradus.judge.support.JudgeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
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
public final class Javac {

    /// Strings are concatenated with a builder: linking `invokedynamic` doesn't pay for code that runs once.
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
            throw new JudgeException("this Java has no compiler; run Gradus with a JDK instead of a JRE");
        }
        this.compiler = found;
    }

    /// A compiler for learners' code, which sees only `library` and `java.base`. It reuses its symbol tables
    /// if the platform allows it.
    public static Javac forLearners(Map<String, byte[]> library) {
        return new Javac(
                library,
                List.of(),
                Stream.concat(COMMON_OPTIONS.stream(), Stream.of("--limit-modules", "java.base"))
                        .toList(),
                true);
    }

    /// A compiler for the course's own code, and for snippets and figures.
    public static Javac forCourse(List<Path> classPath) {
        return new Javac(Map.of(), classPath, COMMON_OPTIONS, false);
    }

    /// Compiles `sources`, text by path, against the class path and `providedClasses`, by binary name.
    ///
    /// @throws JudgeException if the compiler itself fails
    public Compilation compile(Map<String, String> sources, Map<String, byte[]> providedClasses) {
        try {
            return run(sources, providedClasses);
        } catch (IOException e) {
            throw new JudgeException("the compiler failed", e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // The compiler wraps its own failure, sometimes more than once.
            return switch (root(e)) {
                case StackOverflowError overflow -> tooComplex(sources.keySet(), "the compiler's stack overflowed");
                case OutOfMemoryError memory -> tooComplex(sources.keySet(), "the compiler ran out of memory");
                case JudgeException failure -> throw failure;
                case Throwable other -> throw new JudgeException("the compiler failed", other);
            };
        }
    }

    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null ? thrown : root(cause);
    }

    /// The failure to report for sources that are too complex for the compiler.
    public static Compilation.Rejected tooComplex(Collection<String> paths, String message) {
        String path = paths.stream().sorted().findFirst().orElse("");
        String explanation =
                "This source is nested too deeply, or too large, for the compiler. Split it into smaller pieces.";
        return new Compilation.Rejected(List.of(new CompileError(path, 1, 1, message, explanation)));
    }

    private Compilation run(Map<String, String> sources, Map<String, byte[]> providedClasses) throws IOException {
        long start = System.nanoTime();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        List<JavaFileObject> units = sources.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> InMemoryFileManager.source(entry.getKey(), entry.getValue()))
                .toList();
        JavacSessionPool.Session session = sessions.acquire(
                sources.keySet(), providedClasses, () -> new InMemoryFileManager(files(), library, providedClasses));
        TaskResult result;
        try {
            result = session.run(compiler, diagnostics, options, units, task -> runTask(task, diagnostics));
        } catch (RuntimeException e) {
            result = new TaskResult(reportedBefore(e, diagnostics), true);
        } catch (AssertionError e) {
            result = new TaskResult(reportedBefore(new JudgeException("the compiler failed", e), diagnostics), true);
        }
        List<CompileError> errors = result.errors();
        Map<String, byte[]> classes = session.fileManager().compiledClasses();
        if (!result.corrupted()) {
            sessions.release(session, this::idle);
        }
        return errors.isEmpty()
                ? new Compilation.Compiled(classes, Duration.ofNanos(System.nanoTime() - start))
                : new Compilation.Rejected(errors);
    }

    /// The compiler sometimes fails over code in which it has found errors: then they are what counts.
    private static List<CompileError> reportedBefore(
            RuntimeException failure, DiagnosticCollector<JavaFileObject> diagnostics) {
        List<CompileError> errors = CompileErrorTranslator.translate(diagnostics.getDiagnostics());
        if (errors.isEmpty() || root(failure) instanceof VirtualMachineError) {
            throw failure;
        }
        return errors;
    }

    /// The result of a compiler task.
    ///
    /// @param corrupted whether the task failed while it wrote a class: if reused, it would go on with that
    ///     half class
    private record TaskResult(List<CompileError> errors, boolean corrupted) {}

    private static TaskResult runTask(JavacTask task, DiagnosticCollector<JavaFileObject> diagnostics) {
        try {
            task.setLocale(Locale.ENGLISH);
            var parsed = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(parsed::add);
            List<CompileError> errors = CompileErrorTranslator.translate(diagnostics.getDiagnostics());
            if (errors.isEmpty()) {
                errors = SourcePathChecker.check(task, parsed);
            }
            if (errors.isEmpty()) {
                task.analyze();
                errors = CompileErrorTranslator.translate(diagnostics.getDiagnostics());
            }
            if (!errors.isEmpty()) {
                return new TaskResult(errors, false);
            }
            task.generate();
            errors = CompileErrorTranslator.translate(diagnostics.getDiagnostics());
            return new TaskResult(errors, !errors.isEmpty());
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

    /// Compiles the course's own code, which must compile.
    public Map<String, byte[]> compileOrThrow(Map<String, String> sources, Map<String, byte[]> providedClasses) {
        return switch (compile(sources, providedClasses)) {
            case Compilation.Compiled compiled -> compiled.classes();
            case Compilation.Rejected rejected -> {
                CompileError first = rejected.errors().getFirst();
                throw new JudgeException(first.path() + ":" + first.line() + " does not compile: " + first.message());
            }
        };
    }
}
