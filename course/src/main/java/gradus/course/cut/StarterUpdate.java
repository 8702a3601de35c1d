package gradus.course.cut;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import gradus.course.Cut;
import gradus.course.MemberId;
import gradus.course.Source;
import gradus.course.syntax.CutCode;
import gradus.course.syntax.JavaTokens;
import gradus.course.syntax.Members;
import gradus.course.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A learner's file, made ready for a further lab on the same class.
///
/// The members that the lab cuts are emptied if they are still the library's, because an earlier starter gave
/// them away; whatever the learner wrote stays as it is.
///
/// @param source the file as it should be now
/// @param emptied members whose bodies were the library's and are now to be written
/// @param added members that the file lacked
/// @param kept members that the learner has written already
public record StarterUpdate(Source source, List<MemberId> emptied, List<MemberId> added, List<MemberId> kept) {

    public StarterUpdate {
        emptied = List.copyOf(emptied);
        added = List.copyOf(added);
        kept = List.copyOf(kept);
    }

    /// @param learner the learner's file; if it doesn't parse, it stays as it is
    /// @param starter what a learner without a file would get
    /// @param library the library's source of the class
    /// @param cut what the lab cuts
    public static StarterUpdate of(Source learner, Source starter, Source library, Cut cut) {
        var own = SyntaxTree.parse(learner);
        var result = new Update(own, SyntaxTree.parse(starter), SyntaxTree.parse(library), cut.simpleName());
        if (own.parseErrors().isEmpty() && own.type(cut.simpleName()).isPresent()) {
            cut.members().forEach(result::member);
        }
        return new StarterUpdate(
                new Source(learner.path(), learner.className(), result.edits.apply()),
                result.emptied,
                result.added,
                result.kept);
    }

    private static final class Update {

        private final SyntaxTree own;
        private final SyntaxTree starter;
        private final SyntaxTree library;
        private final Map<String, Members> ownTypes;
        private final Map<String, Members> starterTypes;
        private final Map<String, Members> libraryTypes;
        private final TextEdits edits;
        private final List<MemberId> emptied = new ArrayList<>();
        private final List<MemberId> added = new ArrayList<>();
        private final List<MemberId> kept = new ArrayList<>();

        Update(SyntaxTree own, SyntaxTree starter, SyntaxTree library, String simpleName) {
            this.own = own;
            this.starter = starter;
            this.library = library;
            this.ownTypes = CutCode.types(own, simpleName);
            this.starterTypes = CutCode.types(starter, simpleName);
            this.libraryTypes = CutCode.types(library, simpleName);
            this.edits = new TextEdits(own.text());
        }

        private void member(MemberId member) {
            for (MethodTree method : CutCode.named(libraryTypes, member)) {
                libraryTypes.forEach((name, type) -> {
                    if (type.all().contains(method)) {
                        member(member, name, method);
                    }
                });
            }
        }

        private void member(MemberId member, String type, MethodTree method) {
            Members mine = ownTypes.get(type);
            Optional<MethodTree> fresh = body(starterTypes.get(type), method);
            if (mine == null || fresh.isEmpty()) {
                return;
            }
            Optional<MethodTree> written = body(mine, method);
            if (written.isEmpty()) {
                int end = own.lineStart(mine.closeBrace());
                edits.insert(end, "\n" + starter.indent(fresh.get()) + starter.text(fresh.get()) + "\n");
                note(added, member);
            } else if (JavaTokens.same(own.text(written.get().getBody()), library.text(method.getBody()))) {
                edits.replace(
                        own.startOffset(written.get().getBody()),
                        own.endOffset(written.get().getBody()),
                        starter.text(fresh.get().getBody()));
                note(emptied, member);
            } else if (!own.text(written.get().getBody()).contains(StarterGenerator.TODO)) {
                note(kept, member);
            }
        }

        private static Optional<MethodTree> body(Members type, MethodTree like) {
            return type == null
                    ? Optional.empty()
                    : type.findMatching(like)
                            .filter(MethodTree.class::isInstance)
                            .map((Tree found) -> (MethodTree) found)
                            .filter(found -> found.getBody() != null);
        }

        private static void note(List<MemberId> members, MemberId member) {
            if (!members.contains(member)) {
                members.add(member);
            }
        }
    }
}
