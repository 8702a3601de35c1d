package gradus.course.scaffold;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import gradus.course.Cut;
import gradus.course.DidYouMean;
import gradus.course.MemberId;
import gradus.course.Source;
import gradus.course.cut.LibrarySources;
import gradus.course.syntax.CutCode;
import gradus.course.syntax.Members;
import gradus.course.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/// A method or constructor that a lab cuts, in the library's source.
///
/// @param label what its hints are headed by
/// @param nested the class that declares it, within the top-level class; empty if that is the class itself
record CutMember(Cut cut, String label, String nested, Members members, MethodTree method, SyntaxTree syntax) {

    /// All members of a cut, in its order.
    static List<CutMember> of(Cut cut, LibrarySources library) {
        Source source = library.source(cut.type()).orElseThrow();
        SyntaxTree syntax = SyntaxTree.parse(source);
        Map<String, Members> types = CutCode.types(syntax, cut.simpleName());
        var found = new ArrayList<CutMember>();
        for (MemberId member : cut.members()) {
            List<MethodTree> methods = CutCode.named(types, member);
            types.forEach((nested, members) -> members.all().stream()
                    .filter(MethodTree.class::isInstance)
                    .map(MethodTree.class::cast)
                    .filter(methods::contains)
                    .map(method -> new CutMember(cut, cut.label(member), nested, members, method, syntax))
                    .forEach(found::add));
        }
        return found;
    }

    /// Why a cut can't be made: one sentence; empty if it can.
    static Optional<String> problem(Cut cut, LibrarySources library) {
        Optional<Source> source = library.source(cut.type());
        if (source.isEmpty()) {
            return Optional.of("The cut names an unknown class of the library: \"" + cut.type() + "\""
                    + DidYouMean.hint(cut.type(), library.classes()));
        }
        Map<String, Members> types = CutCode.types(SyntaxTree.parse(source.get()), cut.simpleName());
        return cut.members().stream()
                .filter(member -> CutCode.named(types, member).isEmpty())
                .findFirst()
                .map(member -> "The cut names an unknown member: \"" + member + "\" in " + cut.type()
                        + DidYouMean.hint(
                                member.name(),
                                types.values().stream()
                                        .flatMap(type -> type.all().stream()
                                                .filter(MethodTree.class::isInstance)
                                                .map(type::name))
                                        .toList()));
    }

    /// The name as code writes it: `Vector`, `LogisticRegression.Model`.
    String owner() {
        return nested.isEmpty() ? cut.simpleName() : cut.simpleName() + "." + nested;
    }

    String name() {
        return members.name(method);
    }

    boolean isConstructor() {
        return method.getReturnType() == null;
    }

    boolean isStatic() {
        return method.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    /// Whether code in another package can call it.
    boolean isPublic() {
        boolean inInterface = members.type().getKind() == Tree.Kind.INTERFACE;
        return method.getModifiers().getFlags().contains(Modifier.PUBLIC) || inInterface;
    }

    /// Its heading, as a declaration without a body.
    String signature() {
        int from = method.getModifiers().getAnnotations().stream()
                .mapToInt(syntax::endOffset)
                .max()
                .orElse(syntax.startOffset(method));
        return syntax.text()
                        .substring(from, syntax.startOffset(method.getBody()))
                        .strip()
                        .replaceAll("\\s+", " ") + ";";
    }

    /// Its whole code, as it stands in the source, without its documentation.
    String code() {
        return (syntax.indent(method) + syntax.text(method)).stripIndent();
    }

    /// The heading of a class from its first modifier to its brace: `public final class Vector {`.
    static String heading(SyntaxTree syntax, Members members) {
        return syntax.text()
                .substring(syntax.startOffset(members.type()), members.openBrace() + 1)
                .replaceAll("\\s+", " ");
    }
}
