package gradus.course.read.lab;

import gradus.course.Cut;
import gradus.course.DidYouMean;
import gradus.course.Lab;
import gradus.course.Source;
import gradus.course.cut.LibrarySources;
import gradus.course.cut.Merged;
import gradus.course.cut.SolutionSources;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.FrontMatterFile;
import gradus.course.read.file.JavaFile;
import gradus.course.read.file.TextFile;
import gradus.course.read.file.ToDoMark;
import gradus.course.read.file.YamlFields;
import gradus.course.read.outline.ReaderContext;
import gradus.course.syntax.SyntaxTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads the wrong solutions, the alternative right solutions and the ablations of a lab.
final class SolutionReader {

    private static final String WRONG = "wrong.md";

    private final Path lesson;
    private final ProseRenderer prose;
    private final Set<String> misconceptions;
    private final FaultCollector faults;
    private final Changeable changeable;
    private final SolutionSources complete;

    /// What solutions may change.
    ///
    /// @param members by class
    /// @param complete whether all that `lab.md` names could be read
    /// @param verb what the lab does to them: `cut`
    record Changeable(List<Cut> members, boolean complete, String verb) {}

    /// @param lesson the folder of the lesson
    SolutionReader(
            ReaderContext context,
            Path lesson,
            ProseRenderer prose,
            Set<String> misconceptions,
            Changeable changeable,
            List<Source> references) {
        this.lesson = lesson;
        this.changeable = changeable;
        this.complete = SolutionSources.of(changeable.members(), references);
        this.prose = prose;
        this.misconceptions = misconceptions;
        this.faults = context.faults();
    }

    List<Lab.Solution> wrong() {
        return all("wrong", 4, "four wrong solutions", this::wrong);
    }

    List<Lab.Solution> right() {
        return right(2, "two right solutions");
    }

    /// @param minimumText `minimum` in words, with what there must be so many of
    List<Lab.Solution> right(int minimum, String minimumText) {
        return all("right", minimum, minimumText, one -> solution(one, "", Optional.empty(), List.of()));
    }

    List<Lab.Solution> ablations() {
        return all("ablations", 0, "no ablations", one -> solution(one, "", Optional.empty(), List.of()));
    }

    /// What is in each folder of the folder `kind`.
    <T> List<T> all(String kind, int minimum, String minimumText, Function<Path, T> read) {
        Path folder = lesson.resolve(kind);
        var solutions = new ArrayList<T>();
        for (Path one : LibrarySources.list(folder, any -> true)) {
            if (Files.isDirectory(one)) {
                solutions.add(read.apply(one));
            } else {
                faults.add(
                        one,
                        1,
                        "Unknown file \"" + one.getFileName() + "\"; " + kind
                                + "/ may contain only a folder for each solution.");
            }
        }
        if (solutions.size() < minimum) {
            faults.add(
                    lesson.resolve("lab.md"),
                    1,
                    "The lab must have at least " + minimumText + ", but has " + solutions.size() + ".");
        }
        return solutions;
    }

    private Lab.Solution wrong(Path folder) {
        Path file = folder.resolve(WRONG);
        if (!Files.isRegularFile(file)) {
            faults.add(file, 1, "The file is missing; a wrong solution names its misconception and has three hints.");
            return solution(folder, WRONG, Optional.empty(), List.of());
        }
        Optional<FrontMatterFile> document = FrontMatterFile.read(file, faults);
        if (document.isEmpty()) {
            return solution(folder, WRONG, Optional.empty(), List.of());
        }
        YamlFields fields = document.get().fields().allowOnly("misconception");
        String belief = fields.string("misconception");
        if (!belief.isEmpty() && !misconceptions.contains(belief)) {
            faults.add(
                    file,
                    fields.line("misconception"),
                    "Unknown misconception \"" + belief + "\"" + DidYouMean.hint(belief, misconceptions));
        }
        String name = folder.getFileName().toString();
        Passage body = document.get().body();
        List<String> hints = HintReader.read(prose, body, body.line(), name, faults);
        return solution(folder, WRONG, Optional.of(belief).filter(misconceptions::contains), hints);
    }

    /// @param description the name of the file that describes it; empty if nothing does
    Lab.Solution solution(Path folder, String description, Optional<String> belief, List<String> hints) {
        var files = new ArrayList<Path>();
        for (Path file : LibrarySources.list(folder, all -> true)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".java")) {
                files.add(file);
            } else if (!name.equals(description)) {
                faults.add(file, 1, "Unknown file \"" + name + "\" in a solution; move or delete it.");
            }
        }
        if (files.isEmpty()) {
            faults.add(folder, 1, "The solution has no Java source; add one.");
        }
        var whole = new ArrayList<Source>();
        var parts = new ArrayList<Source>();
        files.forEach(file -> read(file, whole, parts));
        return new Lab.Solution(folder.getFileName().toString(), belief, hints, whole, parts, folder, Optional.empty());
    }

    private void read(Path file, List<Source> whole, List<Source> parts) {
        Optional<Passage> text = TextFile.read(file, faults);
        if (text.isEmpty()) {
            return;
        }
        ToDoMark.report(file, text.get().text(), faults);
        SyntaxTree syntax = SyntaxTree.parse(text.get().text());
        String simpleName = LibrarySources.simpleName(file);
        Optional<Cut> cut = changeable.members().stream()
                .filter(one -> one.simpleName().equals(simpleName))
                .findFirst();
        if (!new JavaFile(file, Source.of(simpleName, syntax.text()), syntax).parses(faults)) {
            return;
        }
        if (cut.isEmpty() && cutsAreThere()) {
            faults.add(
                    file,
                    1,
                    "The solution contains " + simpleName + ", which the lab does not " + changeable.verb()
                            + "; remove it.");
        }
        if (cut.isEmpty()) {
            return;
        }
        Source source = Source.of(cut.get().type(), syntax.text());
        if (!syntax.packageName().isEmpty()) {
            String type = syntax.packageName() + "." + simpleName;
            if (type.equals(source.className())) {
                whole.add(source);
            } else {
                faults.add(
                        file,
                        1,
                        "The package must be that of " + source.className() + ", not " + syntax.packageName() + ".");
            }
        } else if (syntax.type(simpleName).isEmpty()) {
            faults.add(file, 1, "The file must declare the class " + simpleName + ", as its name says.");
        } else if (canBeMerged(file, cut.get(), source)) {
            parts.add(source);
        }
    }

    /// Whether all cuts of the lab could be resolved. If not, that fault has been reported already.
    private boolean cutsAreThere() {
        return changeable.complete() && changeable.members().stream().allMatch(complete::hasReference);
    }

    /// If the library lacks the class, that fault has been reported already.
    private boolean canBeMerged(Path file, Cut cut, Source part) {
        if (!complete.hasReference(cut)) {
            return false;
        }
        try {
            complete.merge(cut, part).remarks().forEach(remark -> report(file, remark));
            return true;
        } catch (IllegalArgumentException e) {
            faults.add(file, 1, "The partial class can't be merged into the reference: " + e.getMessage() + ".");
            return false;
        }
    }

    /// A partial class may leave members to the reference, but not change what isn't cut.
    private void report(Path file, Merged.Remark remark) {
        switch (remark) {
            case Merged.Remark.Changed changed ->
                faults.add(
                        file,
                        changed.line(),
                        "The member is declared `" + changed.expected() + "` in the library, not `" + changed.got()
                                + "`.");
            case Merged.Remark.IgnoredEdit edit ->
                faults.add(
                        file,
                        edit.line(),
                        "The lab doesn't " + changeable.verb() + " " + edit.member()
                                + ", so the solution can't change it; remove it.");
            case Merged.Remark.ImportClash clash ->
                faults.add(
                        file,
                        clash.line(),
                        "The library's source imports another class with the simple name of " + clash.name()
                                + "; write the full name where you use it.");
            case Merged.Remark.Missing _,
                    Merged.Remark.Renamed _,
                    Merged.Remark.Gone _,
                    Merged.Remark.LentImport _ -> {}
        }
    }
}
