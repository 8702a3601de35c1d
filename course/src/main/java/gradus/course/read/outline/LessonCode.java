package gradus.course.read.outline;

import com.sun.source.tree.Tree;
import gradus.course.syntax.SyntaxTree;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// Code of a lesson that the learner reads or writes.
///
/// @param line maps a line of `syntax` to a line of `file`
/// @param trees the nodes that the learner reads or writes
/// @param implicitImports whether simple names refer to the library's classes without an import
public record LessonCode(
        Path file, IntUnaryOperator line, SyntaxTree syntax, List<? extends Tree> trees, boolean implicitImports) {

    /// All code of a source file.
    public static LessonCode of(Path file, SyntaxTree syntax) {
        return new LessonCode(file, line -> line, syntax, syntax.types(), false);
    }

    /// The syntax tree of a fragment, which may be a whole source, statements or members.
    public static SyntaxTree fragment(String code) {
        SyntaxTree statements = SyntaxTree.parse("class Part { void part() throws Exception { " + code + "\n}}");
        if (statements.parseErrors().isEmpty()) {
            return statements;
        }
        SyntaxTree whole = SyntaxTree.parse(code);
        if (whole.parseErrors().isEmpty()) {
            return whole;
        }
        SyntaxTree members = SyntaxTree.parse("class Part { " + code + "\n}");
        return members.parseErrors().isEmpty() ? members : statements;
    }
}
