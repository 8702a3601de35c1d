package gradus.course.read.lab;

import gradus.course.Cut;
import gradus.course.DidYouMean;
import gradus.course.Lab;
import gradus.course.Source;
import gradus.course.cut.LibrarySources;
import gradus.course.cut.Merged;
import gradus.course.cut.Merger;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.FrontMatterFile;
import gradus.course.read.file.JavaFile;
import gradus.course.read.file.TextFile;
import gradus.course.read.file.ToDoMark;
import gradus.course.read.file.YamlFields;
import gradus.course.read.outline.Outline;
import gradus.course.read.outline.ReaderContext;
import gradus.course.syntax.SyntaxTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the wrong solutions, the alternative right solutions and the ablations of a lab.
final class SolutionReader {

    private final ReaderContext context;
    private final Outline.LessonOutline outline;
    private final ProseRenderer prose;
    private final Set<String> misconceptions;
    private final FaultCollector faults;

    SolutionReader(
            ReaderContext context, Outline.LessonOutline outline, ProseRenderer prose, Set<String> misconceptions) {
        this.context = context;
        this.outline = outline;
        this.prose = prose;
        this.misconceptions = misconceptions;
        this.faults = context.faults();
    }

    List<Lab.Solution> wrong() {
        return all("wrong", 4, "four");
    }

    List<Lab.Solution> right() {
        return all("right", 2, "two");
    }

    List<Lab.Solution> ablations() {
        return all("ablations", 0, "no");
    }

    private List<Lab.Solution> all(String kind, int minimum, String minimumText) {
        Path folder = outline.folder().resolve(kind);
        var solutions = new ArrayList<Lab.Solution>();
        for (Path one : LibrarySources.list(folder, any -> true)) {
            if (Files.isDirectory(one)) {
                solutions.add(kind.equals("wrong") ? wrong(one) : solution(one, Optional.empty(), List.of()));
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
                    outline.folder().resolve("lab.md"),
                    1,
                    "The lab must have at least " + minimumText + " " + kind + " solutions, but has " + solutions.size()
                            + ".");
        }
        return solutions;
    }

    private Lab.Solution wrong(Path folder) {
        Path file = folder.resolve("wrong.md");
        if (!Files.isRegularFile(file)) {
            faults.add(file, 1, "The file is missing; a wrong solution names its misconception and has three hints.");
            return solution(folder, Optional.empty(), List.of());
        }
        Optional<FrontMatterFile> document = FrontMatterFile.read(file, faults);
        if (document.isEmpty()) {
            return solution(folder, Optional.empty(), List.of());
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
        return solution(folder, Optional.of(belief).filter(misconceptions::contains), hints);
    }

    private Lab.Solution solution(Path folder, Optional<String> belief, List<String> hints) {
        var sources = new ArrayList<Source>();
        boolean any = false;
        for (Path file : LibrarySources.list(folder, all -> true)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".java")) {
                any = true;
                source(file).ifPresent(sources::add);
            } else if (!(name.equals("wrong.md") && folder.getParent().endsWith("wrong"))) {
                faults.add(file, 1, "Unknown file \"" + name + "\" in a solution; move or delete it.");
            }
        }
        if (!any) {
            faults.add(folder, 1, "The solution has no Java source; add one.");
        }
        addReferences(sources);
        return new Lab.Solution(folder.getFileName().toString(), belief, hints, sources, folder);
    }

    /// A class that the solution does not touch is the library's.
    private void addReferences(List<Source> sources) {
        if (cutsAreThere()) {
            outline.cuts().keySet().stream()
                    .filter(cut -> sources.stream()
                            .noneMatch(source -> source.className().equals(cut.type())))
                    .flatMap(cut -> context.library().source(outline.folder(), cut.type()).stream())
                    .toList()
                    .forEach(sources::add);
        }
    }

    private Optional<Source> source(Path file) {
        Optional<Passage> text = TextFile.read(file, faults);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        ToDoMark.report(file, text.get().text(), faults);
        SyntaxTree syntax = SyntaxTree.parse(text.get().text());
        String simpleName = LibrarySources.simpleName(file);
        Optional<Cut> cut = outline.cuts().keySet().stream()
                .filter(one -> one.simpleName().equals(simpleName))
                .findFirst();
        if (!new JavaFile(file, Source.of(simpleName, text.get().text()), syntax).parses(faults)) {
            return Optional.empty();
        }
        if (cut.isEmpty() && cutsAreThere()) {
            faults.add(file, 1, "The solution contains " + simpleName + ", which the lab does not cut; remove it.");
        }
        if (cut.isEmpty()) {
            return Optional.empty();
        }
        return syntax.packageName().isEmpty() ? partial(file, cut.get(), syntax) : whole(file, cut.get(), syntax);
    }

    /// Whether all cuts of the lab could be resolved. If not, that fault has been reported already.
    private boolean cutsAreThere() {
        return outline.allCutsRead()
                && outline.cuts().keySet().stream()
                        .allMatch(cut -> context.library()
                                .source(outline.folder(), cut.type())
                                .isPresent());
    }

    private Optional<Source> whole(Path file, Cut cut, SyntaxTree syntax) {
        String type = syntax.packageName() + "." + cut.simpleName();
        if (!type.equals(cut.type())) {
            faults.add(file, 1, "The package must be that of " + cut.type() + ", not " + syntax.packageName() + ".");
            return Optional.empty();
        }
        return Optional.of(Source.of(cut.type(), syntax.text()));
    }

    private Optional<Source> partial(Path file, Cut cut, SyntaxTree syntax) {
        if (syntax.type(cut.simpleName()).isEmpty()) {
            faults.add(file, 1, "The file must declare the class " + cut.simpleName() + ", as its name says.");
            return Optional.empty();
        }
        return context.library()
                .source(outline.folder(), cut.type())
                .filter(source ->
                        SyntaxTree.parse(source).type(cut.simpleName()).isPresent())
                .flatMap(source -> merged(file, cut, source, syntax.text()))
                .map(merged -> reported(file, merged));
    }

    private Optional<Merged> merged(Path file, Cut cut, Source library, String text) {
        try {
            return Optional.of(Merger.merge(library, inPackage(cut, text), cut.members()));
        } catch (IllegalArgumentException e) {
            faults.add(file, 1, "The partial class can't be merged into the reference: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    /// On the same line, so that lines stay those of the file.
    private static Source inPackage(Cut cut, String text) {
        String packageName = cut.type().substring(0, cut.type().lastIndexOf('.'));
        return Source.of(cut.type(), "package " + packageName + "; " + text);
    }

    /// A partial class may leave members to the reference, but not change what isn't cut.
    private Source reported(Path file, Merged merged) {
        for (Merged.Remark remark : merged.remarks()) {
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
                            "The lab doesn't cut " + edit.member() + ", so the solution can't change it; remove it.");
                case Merged.Remark.ImportClash clash ->
                    faults.add(
                            file,
                            clash.line(),
                            "The library's source imports another class with the simple name of " + clash.name()
                                    + "; write the full name where you use it.");
                case Merged.Remark.Missing missing -> {}
                case Merged.Remark.Renamed renamed -> {}
                case Merged.Remark.Gone gone -> {}
            }
        }
        return merged.source();
    }
}
