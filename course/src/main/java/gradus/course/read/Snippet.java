package gradus.course.read;

import com.sun.source.tree.Tree;
import gradus.course.syntax.Syntax;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// Code that the learner reads or writes.
///
/// @param line from a line of `syntax` to one of `file`
/// @param trees the nodes that are read or written
/// @param loose whether a simple name means the library's class without an import
record Snippet(Path file, IntUnaryOperator line, Syntax syntax, List<? extends Tree> trees, boolean loose) {

    /// All of a source that stands in its own file.
    static Snippet of(Path file, Syntax syntax) {
        return new Snippet(file, line -> line, syntax, syntax.types(), false);
    }

    /// A fragment: imports, members or statements, whichever it is.
    static Syntax fragment(String code) {
        Syntax whole = Syntax.of(code);
        Syntax statements = Syntax.of("class Part { void part() throws Exception { " + code + "\n}}");
        Syntax members = Syntax.of("class Part { " + code + "\n}");
        if (statements.problems().isEmpty()) {
            return statements;
        }
        return whole.problems().isEmpty() ? whole : members.problems().isEmpty() ? members : statements;
    }
}
