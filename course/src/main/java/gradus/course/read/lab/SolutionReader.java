package gradus.course.read.lab;

import gradus.course.Cut;
import gradus.course.DidYouMean;
import gradus.course.Lab;
import gradus.course.Source;
import gradus.course.cut.Cutter;
import gradus.course.cut.LibrarySources;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.FrontMatterFile;
import gradus.course.read.file.JavaFile;
import gradus.course.read.file.TextFile;
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

/// Reads the wrong and the other right solutions of a lab.
final class SolutionReader {

    private final ReaderContext readerContext;
    private final Outline.LessonOutline lessonOutline;
    private final ProseRenderer proseRenderer;
    private final Set<String> misconceptions;
    private final FaultCollector faultCollector;

    SolutionReader(
            ReaderContext readerContext,
            Outline.LessonOutline lessonOutline,
            ProseRenderer proseRenderer,
            Set<String> misconceptions) {
        this.readerContext = readerContext;
        this.lessonOutline = lessonOutline;
        this.proseRenderer = proseRenderer;
        this.misconceptions = misconceptions;
        this.faultCollector = readerContext.faults();
    }

    List<Lab.Solution> wrong() {
        return all("wrong", 4, "four");
    }

    List<Lab.Solution> right() {
        return all("right", 2, "two");
    }

    private List<Lab.Solution> all(String kind, int least, String inWords) {
        Path folder = lessonOutline.folder().resolve(kind);
        var solutions = new ArrayList<Lab.Solution>();
        for (Path one : LibrarySources.list(folder, any -> true)) {
            if (Files.isDirectory(one)) {
                solutions.add(kind.equals("wrong") ? wrong(one) : solution(one, Optional.empty(), List.of()));
            } else {
                faultCollector.add(
                        one,
                        1,
                        "Unknown file \"" + one.getFileName() + "\"; " + kind + "/ holds a folder for each "
                                + "solution.");
            }
        }
        if (solutions.size() < least) {
            faultCollector.add(
                    lessonOutline.folder().resolve("lab.md"),
                    1,
                    "The lab must have " + inWords + " " + kind + " solutions at least, and has " + solutions.size()
                            + ".");
        }
        return solutions;
    }

    private Lab.Solution wrong(Path folder) {
        Path file = folder.resolve("wrong.md");
        if (!Files.isRegularFile(file)) {
            faultCollector.add(
                    file, 1, "The file is missing; a wrong solution names its misconception and has three hints.");
            return solution(folder, Optional.empty(), List.of());
        }
        Optional<FrontMatterFile> document = FrontMatterFile.read(file, faultCollector);
        if (document.isEmpty()) {
            return solution(folder, Optional.empty(), List.of());
        }
        YamlFields yamlFields = document.get().fields().allowOnly("misconception");
        String belief = yamlFields.string("misconception");
        if (!belief.isEmpty() && !misconceptions.contains(belief)) {
            faultCollector.add(
                    file,
                    yamlFields.line("misconception"),
                    "Unknown misconception \"" + belief + "\"" + DidYouMean.hint(belief, misconceptions));
        }
        String name = folder.getFileName().toString();
        Passage body = document.get().body();
        List<String> hints = HintReader.read(proseRenderer, body, body.line(), name, faultCollector);
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
                faultCollector.add(file, 1, "Unknown file \"" + name + "\" in a solution.");
            }
        }
        if (!any) {
            faultCollector.add(folder, 1, "The solution has no Java source.");
        }
        return new Lab.Solution(folder.getFileName().toString(), belief, hints, sources, folder);
    }

    private Optional<Source> source(Path file) {
        Optional<Passage> text = TextFile.read(file, faultCollector);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        SyntaxTree syntaxTree = SyntaxTree.parse(text.get().text());
        String simpleName = LibrarySources.simpleName(file);
        Optional<Cut> cut = lessonOutline.cuts().keySet().stream()
                .filter(one -> one.simpleName().equals(simpleName))
                .findFirst();
        if (!new JavaFile(file, Source.of(simpleName, text.get().text()), syntaxTree).parses(faultCollector)) {
            return Optional.empty();
        }
        if (cut.isEmpty() && cutsAreThere()) {
            faultCollector.add(file, 1, "The solution is of " + simpleName + ", which the lab does not cut.");
        }
        if (cut.isEmpty()) {
            return Optional.empty();
        }
        return syntaxTree.packageName().isEmpty()
                ? overlay(file, cut.get(), syntaxTree)
                : whole(file, cut.get(), syntaxTree);
    }

    /// Whether it is clear what the lab cuts; if not, that has been said already.
    private boolean cutsAreThere() {
        return lessonOutline.allCutsRead()
                && lessonOutline.cuts().keySet().stream()
                        .allMatch(cut -> readerContext
                                .library()
                                .source(lessonOutline.folder(), cut.type())
                                .isPresent());
    }

    private Optional<Source> whole(Path file, Cut cut, SyntaxTree syntaxTree) {
        String type = syntaxTree.packageName() + "." + cut.simpleName();
        if (!type.equals(cut.type())) {
            faultCollector.add(
                    file, 1, "The package must be that of " + cut.type() + ", not " + syntaxTree.packageName() + ".");
            return Optional.empty();
        }
        return Optional.of(Source.of(cut.type(), syntaxTree.text()));
    }

    private Optional<Source> overlay(Path file, Cut cut, SyntaxTree syntaxTree) {
        if (syntaxTree.type(cut.simpleName()).isEmpty()) {
            faultCollector.add(file, 1, "The file must hold a class " + cut.simpleName() + ", after its name.");
            return Optional.empty();
        }
        return readerContext
                .library()
                .source(lessonOutline.folder(), cut.type())
                .filter(source ->
                        SyntaxTree.parse(source).type(cut.simpleName()).isPresent())
                .map(source -> Cutter.overlay(source, syntaxTree.text()));
    }
}
