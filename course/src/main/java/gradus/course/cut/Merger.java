package gradus.course.cut;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import gradus.course.MemberId;
import gradus.course.Rename;
import gradus.course.Source;
import gradus.course.cut.Merged.Remark;
import gradus.course.syntax.CutCode;
import gradus.course.syntax.JavaTokens;
import gradus.course.syntax.Members;
import gradus.course.syntax.SyntaxTree;
import gradus.course.syntax.UsedNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/// Lays members of a learner's class over today's library class, by syntax tree.
///
/// What counts of the learner's file are the members asked for and the helpers that they use: private
/// members, and members that the library's class does not have. Everything else, fields and constructors too,
/// comes from the library, written on one line where the learner's class begins.
public final class Merger {

    private final Source learner;
    private final LibraryClass library;
    private final SyntaxTree base;
    private final SyntaxTree own;
    private final Map<String, Members> baseTypes;
    private final Map<String, Members> ownTypes;
    private final Set<Tree> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Tree> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Tree> displaced = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Tree, String> delegating = new IdentityHashMap<>();
    private final List<Rename> renames;
    private final List<Remark> remarks = new ArrayList<>();

    private Merger(LibraryClass library, Source learner, List<Rename> renames) {
        this.learner = learner;
        this.renames = renames;
        this.library = library;
        this.base = library.syntax();
        this.own = SyntaxTree.parse(learner);
        this.baseTypes = library.types();
        this.ownTypes = CutCode.types(own, learner.simpleName());
    }

    /// `members` of `learner` upon `library`, two sources of the same class.
    ///
    /// @throws IllegalArgumentException if `learner` does not parse or does not declare the class in the
    ///     library's package, or if its members fit only together with its own fields and constructors
    public static Merged merge(Source library, Source learner, Collection<MemberId> members) {
        return merge(LibraryClass.of(library), learner, members, List.of());
    }

    /// The same, where a member of `renames` may still have its earlier name in `learner`.
    public static Merged merge(
            LibraryClass library, Source learner, Collection<MemberId> members, List<Rename> renames) {
        return new Merger(library, learner, renames).merge(members);
    }

    /// Makes the next merge quicker, for whoever has time now and not then.
    public static void prepare() {
        SyntaxTree.prepare();
    }

    private Merged merge(Collection<MemberId> members) {
        if (ownTypes.isEmpty()) {
            throw new IllegalArgumentException(learner.path() + " does not declare the class " + learner.simpleName());
        }
        if (!own.parseErrors().isEmpty()) {
            throw new IllegalArgumentException(
                    learner.path() + " is not Java: " + own.parseErrors().getFirst());
        }
        if (!own.packageName().equals(base.packageName())) {
            throw new IllegalArgumentException(
                    learner.path() + " must be in the package " + base.packageName() + ", not " + own.packageName());
        }
        if (members.stream()
                .anyMatch(member -> member.isWholeType() && member.nested().isEmpty())) {
            return Merged.whole(learner);
        }
        members.forEach(this::select);
        keepHelpers();
        refuseFieldsThatOnlyTheFilesConstructorsSet();
        var choice = new MergedSource.Choice(kept, dropped, displaced, delegating);
        new LibraryOrphans(base, baseTypes, choice).drop();
        return new MergedSource(learner, own, library, ownTypes, choice, remarks).merged();
    }

    private void select(MemberId member) {
        Members theirs = ownTypes.get(member.nested());
        Members ours = baseTypes.get(member.nested());
        int line = own.line(ownTypes.get("").type());
        if (ours == null) {
            remarks.add(new Remark.Gone(member, line));
        } else if (theirs == null) {
            remarks.add(new Remark.Missing(member, line, ""));
        } else if (member.isWholeType()) {
            kept.add(theirs.type());
            dropped.add(ours.type());
        } else {
            List<MethodTree> wanted = ours.methods(member);
            if (wanted.isEmpty()) {
                remarks.add(new Remark.Gone(member, line));
            }
            wanted.forEach(method -> select(member, method, theirs));
        }
    }

    private void select(MemberId member, MethodTree ours, Members theirs) {
        Optional<? extends Tree> same = theirs.findMatching(ours);
        if (same.isPresent() && declaration(own, same.get()).equals(declaration(base, ours))) {
            kept.add(same.get());
            dropped.add(ours);
            return;
        }
        if (same.isEmpty() && selectByEarlierName(member, ours, theirs)) {
            return;
        }
        // Another overload of the library isn't this one with other parameters.
        List<MethodTree> named = theirs.methods(member.name()).stream()
                .filter(method ->
                        baseTypes.get(member.nested()).findMatching(method).isEmpty())
                .toList();
        Tree other = same.isPresent() ? same.get() : named.isEmpty() ? null : named.getFirst();
        if (other == null) {
            remarks.add(new Remark.Missing(member, own.line(theirs.type()), header(base, ours)));
        } else {
            remarks.add(new Remark.Changed(member, own.line(other), header(base, ours), header(own, other)));
        }
    }

    /// The learner's member of an earlier name stays; the library's member calls it.
    private boolean selectByEarlierName(MemberId member, MethodTree ours, Members theirs) {
        for (Rename rename : renames) {
            if (rename.isOf(className(), member)
                    && baseTypes.get(member.nested()).methods(rename.from()).isEmpty()) {
                for (MethodTree earlier : theirs.methods(rename.from())) {
                    if (parameters(earlier).equals(parameters(ours))
                            && declaration(own, earlier).equals(declaration(base, ours))) {
                        kept.add(earlier);
                        delegating.put(ours, rename.from());
                        remarks.add(new Remark.Renamed(member, own.line(earlier), rename.from()));
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private String className() {
        return base.packageName().isEmpty() ? learner.simpleName() : base.packageName() + "." + learner.simpleName();
    }

    private static List<String> parameters(MethodTree method) {
        return method.getParameters().stream()
                .map(parameter -> Members.typeText(String.valueOf(parameter.getType())))
                .toList();
    }

    /// What a caller relies on: modifiers, result, name and parameter types.
    private static List<String> declaration(SyntaxTree syntax, Tree method) {
        var tree = (MethodTree) method;
        var parts = new ArrayList<String>();
        tree.getModifiers().getFlags().stream()
                .map(Object::toString)
                .filter(flag -> !flag.equals("final") && !flag.equals("synchronized") && !flag.equals("strictfp"))
                .sorted()
                .forEach(parts::add);
        parts.add(Members.typeText(String.valueOf(tree.getReturnType())));
        return parts;
    }

    private static String header(SyntaxTree syntax, Tree method) {
        String text = syntax.text(method);
        var tree = (MethodTree) method;
        int body =
                tree.getBody() == null ? text.length() : syntax.startOffset(tree.getBody()) - syntax.startOffset(tree);
        return JavaTokens.onOneLine(text.substring(0, body))
                .replaceFirst("^(@\\w+(\\([^)]*\\))? )+", "")
                .replaceFirst(";$", "");
    }

    private void keepHelpers() {
        UsedNames names = UsedNames.of(kept);
        boolean more = !kept.isEmpty();
        while (more) {
            more = false;
            for (Map.Entry<String, Members> type : ownTypes.entrySet()) {
                if (baseTypes.containsKey(type.getKey())
                        && !insideKept(type.getValue().type())) {
                    for (Tree member : type.getValue().all()) {
                        if (!kept.contains(member) && names.mayUse(member) && isHelper(type.getKey(), member)) {
                            kept.add(member);
                            names.add(member);
                            more = true;
                        }
                    }
                }
            }
            for (ClassTree other : own.types()) {
                if (other != ownTypes.get("").type()
                        && base.type(other.getSimpleName().toString()).isEmpty()
                        && names.mayUse(other)
                        && kept.add(other)) {
                    names.add(other);
                    more = true;
                }
            }
        }
    }

    /// The library's constructors leave such a field 0 or null.
    private void refuseFieldsThatOnlyTheFilesConstructorsSet() {
        for (Tree member : kept) {
            if (member instanceof VariableTree field
                    && field.getInitializer() == null
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
                throw new IllegalArgumentException(learner.path() + " has a field of its own, " + field.getName()
                        + ", which only its own constructors set");
            }
        }
    }

    /// Whether a member that runs uses this one of the learner's, and not the library's.
    private boolean isHelper(String path, Tree member) {
        if (member instanceof BlockTree) {
            return initializesOwnField(member);
        }
        Optional<? extends Tree> ours = baseTypes.get(path).findMatching(member);
        if (ours.isEmpty()) {
            return !(member instanceof MethodTree method && method.getName().contentEquals("<init>"));
        }
        if (dropped.contains(ours.get())
                || containsKept(own, member, kept)
                || own.text(member).contains(StarterGenerator.TODO)
                || library.isSame(ours.get(), own.text(member))) {
            return false;
        }
        if (UsedNames.isPrivate(member) && UsedNames.isPrivate(ours.get())) {
            displaced.add(ours.get());
            return true;
        }
        Remark remark = new Remark.IgnoredEdit(ownTypes.get(path).name(member), own.line(member));
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
        return false;
    }

    /// Whether an initializer block is for a field that runs and is not the library's.
    private boolean initializesOwnField(Tree block) {
        UsedNames names = UsedNames.of(List.of(block));
        return kept.stream().anyMatch(member -> member instanceof VariableTree && names.mayUse(member));
    }

    static boolean containsKept(SyntaxTree syntax, Tree type, Set<Tree> kept) {
        return type instanceof ClassTree
                && kept.stream()
                        .anyMatch(tree -> syntax.startOffset(tree) > syntax.startOffset(type)
                                && syntax.endOffset(tree) <= syntax.endOffset(type));
    }

    private boolean insideKept(ClassTree type) {
        return kept.stream()
                .anyMatch(tree ->
                        own.startOffset(tree) <= own.startOffset(type) && own.endOffset(type) <= own.endOffset(tree));
    }
}
