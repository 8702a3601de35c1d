package gradus.course.syntax;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import gradus.course.Source;
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
public final class Syntax {

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
    public record Problem(int line, String message) {}

    /// The tree of `source`.
    public static Syntax of(Source source) {
        return of(source.text());
    }

    /// The tree of `text`, as far as it parses; [#problems()] says where it does not.
    public static Syntax of(String text) {
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

    /// The whole text.
    public String text() {
        return text;
    }

    /// The root of the compiler's tree.
    public CompilationUnitTree unit() {
        return unit;
    }

    /// What does not parse; empty if all of it does.
    public List<Problem> problems() {
        return problems;
    }

    /// The package, or the empty name.
    public String packageName() {
        return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    }

    /// The top-level types, in their order.
    public List<ClassTree> types() {
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .toList();
    }

    /// The top-level type of a name.
    public Optional<ClassTree> type(String simpleName) {
        return types().stream()
                .filter(type -> type.getSimpleName().contentEquals(simpleName))
                .findFirst();
    }

    /// Where `tree` begins: its first modifier, never the comment above it.
    public int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    /// The place behind its last character.
    public int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    /// The line on which `tree` begins, from 1.
    public int line(Tree tree) {
        return (int) unit.getLineMap().getLineNumber(Math.max(0, start(tree)));
    }

    /// The text of `tree`, as it was written.
    public String text(Tree tree) {
        return text.substring(start(tree), end(tree));
    }

    /// The blanks with which the line of `tree` begins.
    public String indent(Tree tree) {
        int from = lineStart(start(tree));
        int to = from;
        while (to < text.length() && (text.charAt(to) == ' ' || text.charAt(to) == '\t')) {
            to++;
        }
        return text.substring(from, to);
    }

    /// Where the line of `at` begins.
    public int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /// The place behind the line break that ends the line of `at`.
    public int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }
}
