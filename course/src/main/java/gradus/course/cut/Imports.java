package gradus.course.cut;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import gradus.course.syntax.SyntaxTree;
import gradus.course.syntax.UsedNames;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Updates the imports of a source whose code has changed.
final class Imports {

    private Imports() {}

    /// `after` without the imports that `before` used and `after` doesn't. An import that a comment mentions
    /// stays.
    static String removeUnused(String before, String after) {
        var syntax = SyntaxTree.parse(after);
        UsedNames usedBefore = UsedNames.of(SyntaxTree.parse(before).types());
        UsedNames usedAfter = UsedNames.of(syntax.types());
        String comments = after.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("//") || line.startsWith("*") || line.startsWith("/*"))
                .collect(Collectors.joining("\n"));
        var edits = new TextEdits(after);
        List<ImportTree> left = new ArrayList<>(syntax.unit().getImports());
        for (ImportTree line : syntax.unit().getImports()) {
            String name = simpleName(line);
            if (usedBefore.contains(name) && !usedAfter.contains(name) && !mentions(comments, name)) {
                edits.remove(syntax.lineStart(syntax.startOffset(line)), syntax.lineEnd(syntax.endOffset(line)));
                left.remove(line);
            }
        }
        String text = edits.apply();
        return left.size() == syntax.unit().getImports().size() ? after : oneBlankLine(text, syntax);
    }

    /// `text` with the imports of `others` that it lacks, before its first import or after the package
    /// declaration.
    static String addMissing(String text, List<? extends ImportTree> others) {
        var syntax = SyntaxTree.parse(text);
        List<String> has = syntax.unit().getImports().stream()
                .map(Tree::toString)
                .map(String::strip)
                .toList();
        String missing = others.stream()
                .map(Tree::toString)
                .map(String::strip)
                .filter(line -> !has.contains(line))
                .collect(Collectors.joining("\n"));
        if (missing.isEmpty()) {
            return text;
        }
        var edits = new TextEdits(text);
        if (!has.isEmpty()) {
            edits.insert(syntax.startOffset(syntax.unit().getImports().getFirst()), missing + "\n");
        } else if (syntax.unit().getPackage() != null) {
            edits.insert(syntax.endOffset(syntax.unit().getPackage()), "\n\n" + missing);
        } else {
            edits.insert(0, missing + "\n\n");
        }
        return edits.apply();
    }

    static String simpleName(ImportTree line) {
        String name = line.getQualifiedIdentifier().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean mentions(String comments, String name) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "\\b")
                .matcher(comments)
                .find();
    }

    private static String oneBlankLine(String text, SyntaxTree before) {
        int head = before.startOffset(before.types().getFirst());
        int behind = text.length() - (before.text().length() - head);
        return text.substring(0, behind).replaceAll("\n{3,}", "\n\n") + text.substring(behind);
    }
}
