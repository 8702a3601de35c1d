package gradus.course.cut;

import com.sun.source.tree.Tree;
import gradus.course.Source;
import gradus.course.syntax.CutCode;
import gradus.course.syntax.JavaTokens;
import gradus.course.syntax.Members;
import gradus.course.syntax.SyntaxTree;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// A class of the library, parsed once for any number of merges by one thread.
public final class LibraryClass {

    private final SyntaxTree syntax;
    private final Map<String, Members> types;
    private final Map<Tree, List<String>> tokens = new IdentityHashMap<>();
    private final Map<Long, String> onOneLine = new HashMap<>();

    private LibraryClass(Source source) {
        this.syntax = SyntaxTree.parse(source);
        this.types = CutCode.types(syntax, source.simpleName());
    }

    public static LibraryClass of(Source source) {
        return new LibraryClass(source);
    }

    /// Whether the source declares the class that it is named after.
    boolean isDeclared() {
        return !types.isEmpty();
    }

    SyntaxTree syntax() {
        return syntax;
    }

    /// The class and those nested in it, by their names within it.
    Map<String, Members> types() {
        return types;
    }

    /// Whether `code` is that of `member`, whatever its layout.
    boolean isSame(Tree member, String code) {
        return tokens.computeIfAbsent(member, tree -> JavaTokens.of(syntax.text(tree)))
                .equals(JavaTokens.of(code));
    }

    /// The code between two offsets, on one line.
    String onOneLine(int from, int to) {
        return onOneLine.computeIfAbsent(
                (long) from << 32 | to, _ -> JavaTokens.onOneLine(syntax.text().substring(from, to)));
    }
}
