package gradus.course.read;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import gradus.course.read.outline.LessonCode;
import gradus.course.read.outline.ReaderContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds code that uses a part of the library before the lesson that teaches it.
final class PrerequisiteChecker {

    private final ReaderContext context;
    private final String lesson;

    PrerequisiteChecker(ReaderContext context, String lesson) {
        this.context = context;
        this.lesson = lesson;
    }

    /// Reports each class that `code` uses too early, once, at its first use.
    void check(LessonCode code) {
        Map<String, String> meaning = meaning(code);
        var used = new LinkedHashMap<String, Integer>();
        for (Tree tree : code.trees()) {
            tree.accept(
                    new TreeScanner<Void, Void>() {
                        @Override
                        public Void visitIdentifier(IdentifierTree name, Void nothing) {
                            note(meaning.get(name.getName().toString()), name);
                            return null;
                        }

                        @Override
                        public Void visitMemberSelect(MemberSelectTree name, Void nothing) {
                            String written = name.toString();
                            note(context.library().classes().contains(written) ? written : null, name);
                            return super.visitMemberSelect(name, nothing);
                        }

                        private void note(@Nullable String type, Tree at) {
                            if (type != null) {
                                used.putIfAbsent(
                                        type,
                                        code.line().applyAsInt(code.syntax().line(at)));
                            }
                        }
                    },
                    null);
        }
        used.forEach((type, line) -> context.outline()
                .taughtLaterIn(lesson, type)
                .ifPresent(teaching -> context.faults()
                        .add(
                                code.file(),
                                line,
                                "Lesson \"" + lesson + "\" uses " + type + " before lesson \"" + teaching
                                        + "\" teaches it; avoid it, or add that lesson to needs.")));
    }

    /// The library's classes by the simple names by which `code` can refer to them.
    private Map<String, String> meaning(LessonCode code) {
        var meaning = new HashMap<String, String>();
        String own = code.syntax().packageName();
        for (String type : context.library().classes()) {
            if (code.implicitImports()
                    || type.substring(0, type.lastIndexOf('.')).equals(own)) {
                meaning.put(simple(type), type);
            }
        }
        for (ImportTree line : code.syntax().unit().getImports()) {
            String name = line.getQualifiedIdentifier().toString();
            String owner = name.substring(0, Math.max(0, name.lastIndexOf('.')));
            for (String type : context.library().classes()) {
                boolean named = name.equals(type);
                boolean all = !line.isStatic() && name.endsWith(".*") && type.equals(owner + "." + simple(type));
                if (named || all) {
                    meaning.put(simple(type), type);
                } else if (line.isStatic() && owner.equals(type)) {
                    meaning.put(simple(name), type);
                }
            }
        }
        return meaning;
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
