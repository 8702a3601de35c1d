package gradus.course.cut;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import gradus.course.Source;
import gradus.course.syntax.Members;
import gradus.course.syntax.SyntaxTree;
import java.util.Optional;

/// Merges the members of a partial class into a complete one.
final class Overlay {

    private Overlay() {}

    static Source of(Source source, String partial) {
        var top = SyntaxTree.parse(partial);
        var base = SyntaxTree.parse(source);
        ClassTree over = type(top, source.simpleName(), "the partial class");
        ClassTree under = type(base, source.simpleName(), source.path());
        var have = new Members(base, under);
        var edits = new TextEdits(source.text());
        for (Tree member : new Members(top, over).all()) {
            Optional<? extends Tree> same = have.findMatching(member);
            if (same.isPresent()) {
                edits.replace(base.startOffset(same.get()), base.endOffset(same.get()), top.text(member));
            } else {
                int end = base.lineStart(have.closeBrace());
                edits.insert(Math.max(end, have.openBrace() + 1), "\n" + top.indent(member) + top.text(member) + "\n");
            }
        }
        String text = Imports.addMissing(edits.apply(), top.unit().getImports());
        return new Source(source.path(), source.className(), text);
    }

    private static ClassTree type(SyntaxTree syntax, String simpleName, String where) {
        return syntax.type(simpleName)
                .orElseThrow(() -> new IllegalArgumentException("no class " + simpleName + " in " + where));
    }
}
