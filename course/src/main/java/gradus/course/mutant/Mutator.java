package gradus.course.mutant;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import gradus.course.syntax.JavaTokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds what can be changed in a method by some mutation operators.
///
/// What an exception or any other message says is left alone: no check should depend on it.
abstract class Mutator extends TreePathScanner<@Nullable Void, @Nullable Void> {

    final MethodCode code;
    private final MutantKind kind;
    private final List<Change> changes = new ArrayList<>();

    Mutator(MethodCode code, MutantKind kind) {
        this.code = code;
        this.kind = kind;
    }

    /// The changes, in the order of the source.
    final List<Change> changes() {
        scan(code.path(), null);
        return changes;
    }

    @Override
    public final @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
        boolean skipped = tree instanceof ThrowTree
                || tree instanceof AnnotationTree
                || tree instanceof AssertTree
                || tree instanceof BinaryTree binary && isText(binary);
        if (tree instanceof ThrowTree thrown) {
            thrown(thrown);
        }
        return skipped ? null : super.scan(tree, nothing);
    }

    private boolean isText(ExpressionTree tree) {
        return tree.getKind() == Tree.Kind.PLUS && code.types().of(tree).equals("String");
    }

    /// A statement that throws; what it throws isn't scanned.
    void thrown(ThrowTree thrown) {}

    /// Adds a change that replaces all of `tree`.
    final void replace(String operator, Tree tree, String replacement) {
        replace(operator, tree, tree, replacement);
    }

    /// Adds a change that replaces `tree`, which is part of `site`.
    final void replace(String operator, Tree site, Tree tree, String replacement) {
        replace(operator, site, code.start(tree), code.end(tree), replacement);
    }

    /// Adds a change within `site`.
    final void replace(String operator, Tree site, int from, int to, String replacement) {
        change(operator, site, List.of(new Change.Edit(from, to, replacement)));
    }

    final void change(String operator, Tree site, List<Change.Edit> edits) {
        changes.add(new Change(kind, operator, String.join(" ", JavaTokens.of(code.text(site))), edits));
    }

    /// Adds a change of the operator between two operands.
    final void operator(String name, Tree site, Tree left, Tree right, String from, String to) {
        int at = code.syntax().text().indexOf(from, code.end(left));
        if (at >= 0 && at + from.length() <= code.start(right)) {
            replace(name, site, at, at + from.length(), to);
        }
    }

    final @Nullable Tree parent() {
        return getCurrentPath().getParentPath() == null
                ? null
                : getCurrentPath().getParentPath().getLeaf();
    }
}
