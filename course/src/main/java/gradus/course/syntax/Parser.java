package gradus.course.syntax;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// The compiler's parser, for one text. Half of the time for parsing a class goes into making it, so one may be made
/// ahead.
final class Parser {

    private static final AtomicReference<Parser> SPARE = new AtomicReference<>();

    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    private final JavacTask task;
    private final SourcePositions positions;
    private String text = "";

    private Parser() {
        var file = new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, NoFiles.INSTANCE, diagnostics, List.of("-proc:none"), null, List.of(file));
        positions = Trees.instance(task).getSourcePositions();
    }

    /// Makes the parser of the next text, if there is none yet.
    static void prepare() {
        if (SPARE.get() == null) {
            SPARE.set(new Parser());
        }
    }

    /// The parser that was made ahead, or a new one.
    static Parser take() {
        Parser ready = SPARE.getAndSet(null);
        return ready == null ? new Parser() : ready;
    }

    CompilationUnitTree parse(String source) {
        text = source;
        try {
            return task.parse().iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SourcePositions positions() {
        return positions;
    }

    /// What it found wrong with the text.
    List<Diagnostic<? extends JavaFileObject>> errors() {
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }
}
