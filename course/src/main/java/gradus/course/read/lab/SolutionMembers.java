package gradus.course.read.lab;

import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.Source;
import gradus.course.cut.SolutionSources;
import gradus.course.syntax.CutCode;
import gradus.course.syntax.JavaTokens;
import gradus.course.syntax.SyntaxTree;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which members of the library solutions replace.
final class SolutionMembers {

    private final List<Cut> changeable;
    private final List<Source> references;
    private final SolutionSources complete;

    /// @param changeable what solutions may replace, one cut for each class
    /// @param references the library's sources of these classes
    SolutionMembers(List<Cut> changeable, List<Source> references) {
        this.changeable = changeable;
        this.references = references;
        this.complete = SolutionSources.of(changeable, references);
    }

    /// The members that a solution brings, one cut for each class.
    List<Cut> replaced(Lab.Solution code) {
        return Stream.concat(
                        code.parts().stream().map(this::replaced),
                        code.sources().stream().map(this::cut))
                .toList();
    }

    /// The members that a part of a class brings.
    Cut replaced(Source part) {
        var types = CutCode.types(SyntaxTree.parse(part.text()), part.simpleName());
        return new Cut(
                part.className(),
                cut(part).members().stream()
                        .filter(member -> !CutCode.named(types, member).isEmpty())
                        .toList());
    }

    /// What may be replaced of the class of a source.
    Cut cut(Source source) {
        return changeable.stream()
                .filter(cut -> cut.type().equals(source.className()))
                .findFirst()
                .orElseThrow();
    }

    /// Whether a solution has code, and it is the library's.
    boolean isLibrary(Lab.Solution code) {
        boolean hasCode = !code.parts().isEmpty() || !code.sources().isEmpty();
        return hasCode && complete.complete(code).stream().allMatch(this::isReference);
    }

    private boolean isReference(Source source) {
        Source reference = references.stream()
                .filter(one -> one.className().equals(source.className()))
                .findFirst()
                .orElseThrow();
        return JavaTokens.same(members(source), members(reference));
    }

    private String members(Source source) {
        SyntaxTree syntax = SyntaxTree.parse(source);
        var types = CutCode.types(syntax, source.simpleName());
        return cut(source).members().stream()
                .flatMap(member -> CutCode.named(types, member).stream())
                .map(syntax::text)
                .collect(Collectors.joining("\n"));
    }
}
