package gradus.course.cut;

import gradus.course.Coding;
import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The complete sources of a lab's solutions: parts of classes laid over the library's, and classes that a
/// solution doesn't touch as the library has them. For one thread.
public final class SolutionSources {

    private final List<Cut> cuts;
    private final List<Source> references;
    private final Map<String, LibraryClass> parsed = new HashMap<>();

    private SolutionSources(List<Cut> cuts, List<Source> references) {
        this.cuts = cuts;
        this.references = references;
    }

    /// @param cuts what the lab cuts
    /// @param references the library's sources of these classes
    public static SolutionSources of(List<Cut> cuts, List<Source> references) {
        return new SolutionSources(List.copyOf(cuts), List.copyOf(references));
    }

    /// The sources of the solutions of `lab`.
    public static SolutionSources of(Coding lab) {
        return of(lab.cuts(), lab.references());
    }

    /// A complete source of each class that the lab cuts.
    public List<Source> complete(Lab.Solution solution) {
        var complete = new ArrayList<>(solution.sources());
        for (Source part : solution.parts()) {
            cuts.stream()
                    .filter(cut -> cut.type().equals(part.className()))
                    .forEach(cut -> complete.add(merge(cut, part).source()));
        }
        references.stream()
                .filter(reference ->
                        complete.stream().noneMatch(source -> source.className().equals(reference.className())))
                .toList()
                .forEach(complete::add);
        return complete;
    }

    /// Whether there is a class in the library to lay parts of a class over.
    public boolean hasReference(Cut cut) {
        return reference(cut).filter(LibraryClass::isDeclared).isPresent();
    }

    /// The members of `part` upon the library's class. Lines stay those of the part.
    ///
    /// @param part part of the class that is cut, without a package
    /// @throws IllegalArgumentException if it can't be merged; see [Merger]
    public Merged merge(Cut cut, Source part) {
        LibraryClass library = reference(cut)
                .orElseThrow(() -> new IllegalArgumentException("the library has no class " + cut.type()));
        return Merger.merge(library, inPackage(part), cut.members(), List.of());
    }

    private Optional<LibraryClass> reference(Cut cut) {
        return references.stream()
                .filter(source -> source.className().equals(cut.type()))
                .findFirst()
                .map(source -> parsed.computeIfAbsent(cut.type(), _ -> LibraryClass.of(source)));
    }

    /// On the same line, so that lines stay those of the file.
    private static Source inPackage(Source part) {
        String packageName = part.className().substring(0, part.className().lastIndexOf('.'));
        return Source.of(part.className(), "package " + packageName + "; " + part.text());
    }
}
