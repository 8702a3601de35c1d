package gradus.course.cut;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import gradus.course.Coding;
import gradus.course.Cut;
import gradus.course.MemberId;
import gradus.course.Source;
import gradus.course.syntax.CutCode;
import gradus.course.syntax.JavaTokens;
import gradus.course.syntax.Members;
import gradus.course.syntax.SyntaxTree;
import gradus.course.syntax.UsedNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Finds which members that earlier labs have cut the reference solution of a lab calls: what a lesson builds on.
///
/// The names in the source decide. A class counts if the source of the lab's class names it and can see it, and
/// a member of it if the learner's part of the code calls that name with as many arguments. So a call of
/// another method with the same name may be taken for it.
public final class TaughtCalls {

    private final LibrarySources library;

    public TaughtCalls(LibrarySources library) {
        this.library = library;
    }

    /// The members that the reference of `lab` calls, by the binary names of their classes.
    public Map<String, List<MemberId>> of(Coding lab) {
        var found = new TreeMap<String, List<MemberId>>();
        for (Cut cut : lab.cuts()) {
            library.source(lab, cut.type()).ifPresent(source -> add(lab, cut, source, found));
        }
        return found;
    }

    private void add(Coding lab, Cut cut, Source source, Map<String, List<MemberId>> found) {
        SyntaxTree syntax = SyntaxTree.parse(source);
        UsedNames used = UsedNames.of(CutCode.of(cut, source, syntax).trees());
        lab.libraryUse().taught().forEach((type, members) -> {
            if (!sees(syntax, source, type)) {
                return;
            }
            for (MemberId member : members) {
                boolean own = cut.type().equals(type) && cut.members().contains(member);
                List<MemberId> known = found.getOrDefault(type, List.of());
                if (!own && !known.contains(member) && calls(used, type, member)) {
                    found.computeIfAbsent(type, _ -> new ArrayList<>()).add(member);
                }
            }
        });
    }

    private boolean calls(UsedNames used, String type, MemberId member) {
        String simpleName = type.substring(type.lastIndexOf('.') + 1);
        Optional<Source> source = library.source(type);
        if (source.isEmpty() || member.isWholeType()) {
            return used.contains(simpleName);
        }
        Map<String, Members> types = CutCode.types(SyntaxTree.parse(source.get()), simpleName);
        List<MethodTree> methods = CutCode.named(types, member);
        return methods.stream().anyMatch(used::mayUse);
    }

    /// Whether a class is named in the source, and is the same class, in the same package or imported.
    private static boolean sees(SyntaxTree syntax, Source source, String type) {
        String simpleName = type.substring(type.lastIndexOf('.') + 1);
        String home = type.substring(0, type.lastIndexOf('.'));
        if (!JavaTokens.of(source.text()).contains(simpleName)) {
            return false;
        }
        return syntax.packageName().equals(home)
                || syntax.unit().getImports().stream()
                        .map(ImportTree::getQualifiedIdentifier)
                        .map(Object::toString)
                        .anyMatch(name -> name.equals(type) || name.equals(home + ".*") || name.startsWith(type + "."));
    }
}
