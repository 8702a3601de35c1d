package gradus.course.cut;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import gradus.course.syntax.Members;
import gradus.course.syntax.SyntaxTree;
import gradus.course.syntax.UsedNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The private members of the library's class that nothing uses any more once the learner's members replace
/// its own.
final class LibraryOrphans {

    private final SyntaxTree base;
    private final Map<String, Members> baseTypes;
    private final MergedSource.Choice choice;

    LibraryOrphans(SyntaxTree base, Map<String, Members> baseTypes, MergedSource.Choice choice) {
        this.base = base;
        this.baseTypes = baseTypes;
        this.choice = choice;
    }

    /// Private members of the library's that only the replaced members used would be in the way of the
    /// learner's.
    void drop() {
        List<Tree> ground = groundMembers();
        List<Tree> open = new ArrayList<>(ground.stream()
                .filter(UsedNames::isPrivate)
                .filter(member -> !choice.displaced().contains(member))
                .toList());
        var live = new UsedNames();
        ground.stream().filter(member -> !UsedNames.isPrivate(member)).forEach(live::add);
        baseTypes.values().forEach(type -> Members.heading(type.type()).forEach(live::add));
        base.types().stream().filter(type -> type != baseTypes.get("").type()).forEach(live::add);
        choice.kept().forEach(live::add);
        boolean moved = true;
        while (moved) {
            moved = open.removeIf(member -> take(member, live));
        }
        UsedNames lost = UsedNames.of(choice.dropped());
        choice.delegating().keySet().forEach(lost::add);
        var gone = new ArrayList<Tree>();
        moved = true;
        while (moved) {
            moved = open.removeIf(member -> take(member, lost) && gone.add(member));
        }
        choice.dropped().addAll(gone);
        choice.displaced()
                .removeIf(member -> !live.mayUse(member) && choice.dropped().add(member));
    }

    private static boolean take(Tree member, UsedNames names) {
        if (!names.mayUse(member)) {
            return false;
        }
        names.add(member);
        return true;
    }

    /// The members that stay of every type that is not dropped as a whole; nested types by their members.
    private List<Tree> groundMembers() {
        var members = new ArrayList<Tree>();
        baseTypes.values().stream()
                .filter(type -> !choice.dropped().contains(type.type()))
                .forEach(type -> {
                    for (Tree member : type.all()) {
                        if (!choice.dropped().contains(member)
                                && !choice.delegating().containsKey(member)
                                && (!(member instanceof ClassTree) || UsedNames.isPrivate(member))) {
                            members.add(member);
                        }
                    }
                });
        return members;
    }
}
