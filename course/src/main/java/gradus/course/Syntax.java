package gradus.course;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// A Java source as a syntax tree that knows where in the text each node stands. Nothing is resolved or compiled.
final class Syntax {

    private final String text;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Problem> problems;

    private Syntax(String text, CompilationUnitTree unit, SourcePositions positions, List<Problem> problems) {
        this.text = text;
        this.unit = unit;
        this.positions = positions;
        this.problems = List.copyOf(problems);
    }

    /// What the parser objects to, in its own words.
    record Problem(int line, String message) {}

    static Syntax of(Source source) {
        return of(source.text());
    }

    static Syntax of(String text) {
        var said = new DiagnosticCollector<JavaFileObject>();
        var file = new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, said, List.of("-proc:none"), null, List.of(file));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            List<Problem> problems = said.getDiagnostics().stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                    .map(diagnostic -> new Problem(
                            Math.max(1, (int) diagnostic.getLineNumber()),
                            diagnostic
                                    .getMessage(Locale.ROOT)
                                    .lines()
                                    .findFirst()
                                    .orElse("")))
                    .toList();
            return new Syntax(text, unit, Trees.instance(task).getSourcePositions(), problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return text;
    }

    CompilationUnitTree unit() {
        return unit;
    }

    List<Problem> problems() {
        return problems;
    }

    /// The package, or the empty name.
    String packageName() {
        return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    }

    List<ClassTree> types() {
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .toList();
    }

    Optional<ClassTree> type(String simpleName) {
        return types().stream()
                .filter(type -> type.getSimpleName().contentEquals(simpleName))
                .findFirst();
    }

    /// Where `tree` begins: its first modifier, never the comment above it.
    int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    /// The place behind its last character.
    int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    int line(Tree tree) {
        return (int) unit.getLineMap().getLineNumber(Math.max(0, start(tree)));
    }

    String text(Tree tree) {
        return text.substring(start(tree), end(tree));
    }

    /// The blanks with which the line of `tree` begins.
    String indent(Tree tree) {
        int from = lineStart(start(tree));
        int to = from;
        while (to < text.length() && (text.charAt(to) == ' ' || text.charAt(to) == '\t')) {
            to++;
        }
        return text.substring(from, to);
    }

    int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /// The place behind the line break that ends the line of `at`.
    int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }
}
