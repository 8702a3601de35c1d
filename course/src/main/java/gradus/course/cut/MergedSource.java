package gradus.course.cut;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import gradus.course.Source;
import gradus.course.cut.Merged.Lines;
import gradus.course.cut.Merged.Remark;
import gradus.course.syntax.JavaTokens;
import gradus.course.syntax.Members;
import gradus.course.syntax.SyntaxTree;
import gradus.course.syntax.UsedNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts a merged source together: a blank page of the learner's size, on which their members are where they
/// were.
final class MergedSource {

    private final Source learner;
    private final SyntaxTree own;
    private final LibraryClass library;
    private final SyntaxTree base;
    private final Map<String, Members> ownTypes;
    private final Map<String, Members> baseTypes;
    private final Choice choice;
    private final List<Remark> remarks;
    private final StringBuilder page;
    private final TreeMap<Integer, String> insertions = new TreeMap<>();
    private final List<Lines> lines = new ArrayList<>();

    MergedSource(
            Source learner,
            SyntaxTree own,
            LibraryClass library,
            Map<String, Members> ownTypes,
            Choice choice,
            List<Remark> remarks) {
        this.learner = learner;
        this.own = own;
        this.library = library;
        this.base = library.syntax();
        this.ownTypes = ownTypes;
        this.baseTypes = library.types();
        this.choice = choice;
        this.remarks = remarks;
        this.page = new StringBuilder(own.text());
    }

    /// What runs of both sources.
    ///
    /// @param kept members of the learner's
    /// @param dropped members of the library's that they replace, and what only those used
    /// @param displaced private members of the library's whose names the learner's helpers have
    /// @param delegating members of the library's that call the learner's of an earlier name
    record Choice(Set<Tree> kept, Set<Tree> dropped, Set<Tree> displaced, Map<Tree, String> delegating) {}

    Merged merged() {
        for (int i = 0; i < page.length(); i++) {
            if (page.charAt(i) != '\n' && page.charAt(i) != '\r') {
                page.setCharAt(i, ' ');
            }
        }
        head();
        type("");
        choice.kept().stream().filter(tree -> own.types().contains(tree)).forEach(this::keep);
        base.types().stream()
                .filter(type -> type != baseTypes.get("").type())
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
        UsedNames names = UsedNames.of(choice.kept());
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
        lent(names);
    }

    /// Imports that the learner's code needs, and only the library's source has.
    private void lent(UsedNames names) {
        Set<String> has = own.unit().getImports().stream()
                .flatMap(imported ->
                        Stream.of(imported.getQualifiedIdentifier().toString(), Imports.simpleName(imported)))
                .collect(Collectors.toSet());
        for (ImportTree imported : base.unit().getImports()) {
            String simple = Imports.simpleName(imported);
            String full = imported.getQualifiedIdentifier().toString();
            String all = full.substring(0, full.lastIndexOf('.')) + ".*";
            boolean needed = !imported.isStatic() && names.contains(simple);
            if (needed
                    && !has.contains(simple)
                    && !has.contains(all)
                    && !own.text().contains(full)) {
                remarks.add(new Remark.LentImport(full, own.line(own.types().getFirst())));
            }
        }
    }

    /// The heading and the members of the library's type at `path`, then the learner's members of it.
    private void type(String path) {
        ClassTree theirs = ownTypes.get(path).type();
        Members members = baseTypes.get(path);
        ClassTree ours = members.type();
        var inPlace = new ArrayList<String>();
        for (Tree member : ownTypes.get(path).all()) {
            if (choice.kept().contains(member)) {
                keep(member);
            } else if (member instanceof ClassTree nested && Merger.containsKept(own, nested, choice.kept())) {
                inPlace.add(child(path, nested));
            }
        }
        String heading = library.onOneLine(base.startOffset(ours), members.openBrace() + 1);
        insert(own.startOffset(theirs), heading + " " + ground(path, ours, members, inPlace));
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
            if (base.startOffset(member) >= done && !choice.dropped().contains(member) && !elsewhere) {
                int end = endOfDeclaration(all, member);
                String earlier = choice.delegating().get(member);
                String code = earlier == null
                        ? library.onOneLine(base.startOffset(member), end)
                        : call((MethodTree) member, earlier);
                text.append(code).append(' ');
                done = end;
            }
        }
        String code = text.toString();
        for (Tree tree : choice.displaced()) {
            code = switch (tree) {
                case MethodTree method -> renamed(code, method.getName().toString(), true);
                case VariableTree field -> renamed(code, field.getName().toString(), false);
                case ClassTree nested -> renamed(code, nested.getSimpleName().toString(), false);
                default -> code;
            };
        }
        return code;
    }

    private String call(MethodTree method, String earlier) {
        String header = base.text().substring(base.startOffset(method), base.startOffset(method.getBody()));
        String arguments = method.getParameters().stream()
                .map(parameter -> parameter.getName().toString())
                .collect(Collectors.joining(", "));
        boolean returns = !"void".equals(String.valueOf(method.getReturnType()));
        return JavaTokens.onOneLine(header) + " { " + (returns ? "return " : "") + earlier + "(" + arguments + "); }";
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
