package gradus.course.read.outline;

import com.sun.source.tree.Tree;
import gradus.course.syntax.SyntaxTree;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// Code that the learner reads or writes.
///
/// @param line from a line of `syntax` to one of `file`
/// @param trees the nodes that are read or written
/// @param implicitImports whether a simple name means the library's class without an import
public record LessonCode(
        Path file, IntUnaryOperator line, SyntaxTree syntax, List<? extends Tree> trees, boolean implicitImports) {

    /// All of a source that stands in its own file.
    public static LessonCode of(Path file, SyntaxTree syntax) {
        return new LessonCode(file, line -> line, syntax, syntax.types(), false);
    }

    /// A fragment: imports, members or statements, whichever it is.
    public static SyntaxTree fragment(String code) {
        SyntaxTree whole = SyntaxTree.parse(code);
        SyntaxTree statements = SyntaxTree.parse("class Part { void part() throws Exception { " + code + "\n}}");
        SyntaxTree members = SyntaxTree.parse("class Part { " + code + "\n}");
        if (statements.parseErrors().isEmpty()) {
            return statements;
        }
        return whole.parseErrors().isEmpty() ? whole : members.parseErrors().isEmpty() ? members : statements;
    }
}
