package gradus.course.cut;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import gradus.course.MemberId;
import gradus.course.Source;
import gradus.course.cut.Merged.Lines;
import gradus.course.cut.Merged.Remark;
import gradus.course.syntax.JavaTokens;
import gradus.course.syntax.Members;
import gradus.course.syntax.SyntaxTree;
import gradus.course.syntax.UsedNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Lays members of a learner's class over today's library class, by syntax tree.
///
/// What counts of the learner's file are the members asked for and the helpers that they use: private members, and
/// members that the library's class does not have. Everything else, fields and constructors too, comes from the
/// library, written on one line where the learner's class begins.
public final class Merger {

    private final Source library;
    private final Source learner;
    private final SyntaxTree base;
    private final SyntaxTree own;
    private final Map<String, ClassTree> baseTypes = new LinkedHashMap<>();
    private final Map<String, ClassTree> ownTypes = new LinkedHashMap<>();
    private final Set<Tree> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Tree> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Tree> displaced = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Remark> remarks = new ArrayList<>();

    private Merger(Source library, Source learner) {
        this.library = library;
        this.learner = learner;
        this.base = SyntaxTree.parse(library);
        this.own = SyntaxTree.parse(learner);
    }

    /// `members` of `learner` upon `library`, two sources of the same class.
    ///
    /// @throws IllegalArgumentException if `learner` does not parse, or does not declare the class
    public static Merged merge(Source library, Source learner, Collection<MemberId> members) {
        return new Merger(library, learner).merge(members);
    }

    private Merged merge(Collection<MemberId> members) {
        ClassTree top = own.type(learner.simpleName())
                .orElseThrow(() -> new IllegalArgumentException(
                        learner.path() + " does not declare the class " + learner.simpleName()));
        if (!own.parseErrors().isEmpty()) {
            throw new IllegalArgumentException(
                    learner.path() + " is not Java: " + own.parseErrors().getFirst());
        }
        collect("", top, own, ownTypes);
        base.type(library.simpleName()).ifPresent(type -> collect("", type, base, baseTypes));
        if (members.stream()
                .anyMatch(member -> member.isWholeType() && member.nested().isEmpty())) {
            return new Merged(learner, List.of(new Lines(1, Integer.MAX_VALUE)), List.of());
        }
        members.forEach(this::select);
        keepHelpers();
        dropOrphans();
        return new Emission().merged();
    }

    private static void collect(String path, ClassTree type, SyntaxTree syntax, Map<String, ClassTree> types) {
        types.put(path, type);
        for (Tree member : new Members(syntax, type).all()) {
            if (member instanceof ClassTree nested) {
                collect(
                        path.isEmpty() ? nested.getSimpleName().toString() : path + "." + nested.getSimpleName(),
                        nested,
                        syntax,
                        types);
            }
        }
    }

    // ---- what runs of the learner's file

    private void select(MemberId member) {
        ClassTree theirs = ownTypes.get(member.nested());
        ClassTree ours = baseTypes.get(member.nested());
        int line = own.line(ownTypes.get(""));
        if (ours == null) {
            remarks.add(new Remark.Gone(member, line));
        } else if (theirs == null) {
            remarks.add(new Remark.Missing(member, line));
        } else if (member.isWholeType()) {
            kept.add(theirs);
            dropped.add(ours);
        } else {
            var declared = new Members(base, ours);
            List<MethodTree> wanted = declared.methods(member);
            if (wanted.isEmpty()) {
                remarks.add(new Remark.Gone(member, line));
            }
            wanted.forEach(method -> select(member, method, new Members(own, theirs)));
        }
    }

    private void select(MemberId member, MethodTree ours, Members theirs) {
        Optional<? extends Tree> same = theirs.findMatching(ours);
        if (same.isPresent() && declaration(own, same.get()).equals(declaration(base, ours))) {
            kept.add(same.get());
            dropped.add(ours);
            return;
        }
        List<MethodTree> named = theirs.methods(member.name());
        Tree other = same.isPresent() ? same.get() : named.isEmpty() ? null : named.getFirst();
        if (other == null) {
            remarks.add(new Remark.Missing(member, own.line(ownTypes.get(member.nested()))));
        } else {
            remarks.add(new Remark.Changed(member, own.line(other), header(base, ours), header(own, other)));
        }
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
            for (Map.Entry<String, ClassTree> type : ownTypes.entrySet()) {
                if (baseTypes.containsKey(type.getKey()) && !insideKept(type.getValue())) {
                    for (Tree member : new Members(own, type.getValue()).all()) {
                        if (!kept.contains(member) && names.mayUse(member) && isHelper(type.getKey(), member)) {
                            kept.add(member);
                            names.add(member);
                            more = true;
                        }
                    }
                }
            }
            for (ClassTree other : own.types()) {
                if (other != ownTypes.get("")
                        && base.type(other.getSimpleName().toString()).isEmpty()
                        && names.mayUse(other)
                        && kept.add(other)) {
                    names.add(other);
                    more = true;
                }
            }
        }
    }

    /// Whether a member that runs uses this one of the learner's, and not the library's.
    private boolean isHelper(String path, Tree member) {
        Optional<? extends Tree> ours = new Members(base, baseTypes.get(path)).findMatching(member);
        if (ours.isEmpty()) {
            return !(member instanceof MethodTree method && method.getName().contentEquals("<init>"));
        }
        if (dropped.contains(ours.get())
                || containsKept(member)
                || JavaTokens.same(own.text(member), base.text(ours.get()))) {
            return false;
        }
        if (UsedNames.isPrivate(member) && UsedNames.isPrivate(ours.get())) {
            displaced.add(ours.get());
            return true;
        }
        Remark remark = new Remark.IgnoredEdit(new Members(own, ownTypes.get(path)).name(member), own.line(member));
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
        return false;
    }

    private boolean containsKept(Tree type) {
        return type instanceof ClassTree
                && kept.stream()
                        .anyMatch(tree -> own.startOffset(tree) > own.startOffset(type)
                                && own.endOffset(tree) <= own.endOffset(type));
    }

    private boolean insideKept(ClassTree type) {
        return kept.stream()
                .anyMatch(tree ->
                        own.startOffset(tree) <= own.startOffset(type) && own.endOffset(type) <= own.endOffset(tree));
    }

    // ---- what runs of the library's

    /// Private members of the library's that only the replaced members used would be in the way of the learner's.
    private void dropOrphans() {
        List<Tree> ground = groundMembers();
        List<Tree> open = new ArrayList<>(ground.stream()
                .filter(UsedNames::isPrivate)
                .filter(member -> !displaced.contains(member))
                .toList());
        var live = new UsedNames();
        ground.stream().filter(member -> !UsedNames.isPrivate(member)).forEach(live::add);
        baseTypes.values().forEach(type -> Members.heading(type).forEach(live::add));
        base.types().stream().filter(type -> type != baseTypes.get("")).forEach(live::add);
        kept.forEach(live::add);
        boolean moved = true;
        while (moved) {
            moved = open.removeIf(member -> take(member, live));
        }
        UsedNames lost = UsedNames.of(dropped);
        var gone = new ArrayList<Tree>();
        moved = true;
        while (moved) {
            moved = open.removeIf(member -> take(member, lost) && gone.add(member));
        }
        dropped.addAll(gone);
        displaced.removeIf(member -> !live.mayUse(member) && dropped.add(member));
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
        baseTypes.values().stream().filter(type -> !dropped.contains(type)).forEach(type -> {
            for (Tree member : new Members(base, type).all()) {
                if (!dropped.contains(member) && (!(member instanceof ClassTree) || UsedNames.isPrivate(member))) {
                    members.add(member);
                }
            }
        });
        return members;
    }

    /// Puts the source together: a blank page of the learner's size, on which their members are where they were.
    private final class Emission {

        private final StringBuilder page = new StringBuilder(own.text());
        private final TreeMap<Integer, String> insertions = new TreeMap<>();
        private final List<Lines> lines = new ArrayList<>();

        Merged merged() {
            for (int i = 0; i < page.length(); i++) {
                if (page.charAt(i) != '\n' && page.charAt(i) != '\r') {
                    page.setCharAt(i, ' ');
                }
            }
            head();
            type("");
            kept.stream().filter(tree -> own.types().contains(tree)).forEach(this::keep);
            base.types().stream()
                    .filter(type -> type != baseTypes.get(""))
                    .forEach(type -> insert(own.text().length(), "\n" + JavaTokens.onOneLine(base.text(type))));
            var text = new StringBuilder(page);
            insertions.descendingMap().forEach(text::insert);
            lines.sort(Comparator.comparingInt(Lines::first));
            return new Merged(new Source(learner.path(), learner.className(), text.toString()), lines, remarks);
        }

        /// The package and the imports of both.
        private void head() {
            var line = new StringBuilder();
            if (base.unit().getPackage() != null) {
                line.append(JavaTokens.onOneLine(base.text(base.unit().getPackage())))
                        .append(' ');
            }
            Map<String, String> named = new HashMap<>();
            for (ImportTree imported : base.unit().getImports()) {
                line.append(JavaTokens.onOneLine(base.text(imported))).append(' ');
                named.put(
                        Imports.simpleName(imported),
                        imported.getQualifiedIdentifier().toString());
            }
            insert(0, line.toString());
            UsedNames names = UsedNames.of(kept);
            for (ImportTree imported : own.unit().getImports()) {
                String simple = Imports.simpleName(imported);
                String other = named.get(simple);
                String full = imported.getQualifiedIdentifier().toString();
                if (simple.equals("*")
                        || names.contains(simple) && (other == null || other.equals(full) || imported.isStatic())) {
                    restore(own.startOffset(imported), own.endOffset(imported));
                } else if (names.contains(simple)) {
                    remarks.add(new Remark.ImportClash(full, own.line(imported)));
                }
            }
        }

        /// The heading and the members of the library's type at `path`, then the learner's members of it.
        private void type(String path) {
            ClassTree theirs = ownTypes.get(path);
            ClassTree ours = baseTypes.get(path);
            var members = new Members(base, ours);
            var inPlace = new ArrayList<String>();
            for (Tree member : new Members(own, theirs).all()) {
                if (kept.contains(member)) {
                    keep(member);
                } else if (member instanceof ClassTree nested && containsKept(nested)) {
                    inPlace.add(child(path, nested));
                }
            }
            String heading = base.text().substring(base.startOffset(ours), members.openBrace() + 1);
            insert(own.startOffset(theirs), JavaTokens.onOneLine(heading) + " " + ground(path, ours, members, inPlace));
            int close = own.endOffset(theirs) - 1;
            restore(close, close + 1);
            inPlace.forEach(this::type);
        }

        private String ground(String path, ClassTree type, Members members, List<String> inPlace) {
            var text = new StringBuilder();
            List<? extends Tree> all = members.all();
            int done = members.openBrace() + 1;
            if (type.getKind() == Tree.Kind.ENUM) {
                done = members.endOfConstants();
                text.append(JavaTokens.onOneLine(base.text().substring(members.openBrace() + 1, done)))
                        .append("; ");
            }
            for (Tree member : all) {
                boolean elsewhere = member instanceof ClassTree nested && inPlace.contains(child(path, nested));
                if (base.startOffset(member) >= done && !dropped.contains(member) && !elsewhere) {
                    int end = endOfDeclaration(all, member);
                    String code = JavaTokens.onOneLine(base.text().substring(base.startOffset(member), end));
                    text.append(code).append(' ');
                    done = end;
                }
            }
            String code = text.toString();
            for (Tree tree : displaced) {
                code = switch (tree) {
                    case MethodTree method -> renamed(code, method.getName().toString(), true);
                    case VariableTree field -> renamed(code, field.getName().toString(), false);
                    case ClassTree nested ->
                        renamed(code, nested.getSimpleName().toString(), false);
                    default -> code;
                };
            }
            return code;
        }

        private String renamed(String code, String name, boolean method) {
            return JavaTokens.rename(code, name, name + "OfLibrary", method);
        }

        /// `int a, b;` is one declaration of two members.
        private int endOfDeclaration(List<? extends Tree> members, Tree member) {
            return members.stream()
                    .filter(other -> base.startOffset(other) == base.startOffset(member))
                    .mapToInt(base::endOffset)
                    .max()
                    .orElseThrow();
        }

        private String child(String path, ClassTree nested) {
            return path.isEmpty() ? nested.getSimpleName().toString() : path + "." + nested.getSimpleName();
        }

        private void keep(Tree member) {
            restore(own.startOffset(member), own.endOffset(member));
            lines.add(new Lines(own.line(member), own.lineAt(own.endOffset(member))));
        }

        private void restore(int from, int to) {
            page.replace(from, to, own.text().substring(from, to));
        }

        private void insert(int offset, String text) {
            insertions.merge(offset, text, String::concat);
        }
    }
}
