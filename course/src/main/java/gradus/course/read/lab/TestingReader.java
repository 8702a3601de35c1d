package gradus.course.read.lab;

import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.Source;
import gradus.course.Testing;
import gradus.course.cut.LibrarySources;
import gradus.course.proof.ProofFile;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.FrontMatterFile;
import gradus.course.read.file.YamlFields;
import gradus.course.read.outline.LabKind;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.outline.Outline;
import gradus.course.read.outline.ReaderContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a lab of tests: `lab.md`, the test class to start from, right implementations and mutants, and the
/// author's own tests.
public final class TestingReader {

    /// The folders that only such a lab has.
    public static final Set<String> FOLDERS = Set.of("tests", "mutants", "reference", "weak");

    private static final String SUBJECT = "subject";
    private static final List<String> SECTIONS = List.of("task", "contract");
    private static final int MOST_MUTANTS = 50;

    private final ReaderContext context;
    private final Outline.LessonOutline outline;
    private final FaultCollector faults;
    private final ProseRenderer prose;
    private final LessonIndex index;
    private final Path file;

    public TestingReader(ReaderContext context, Outline.LessonOutline outline, ProseRenderer prose, LessonIndex index) {
        this.context = context;
        this.outline = outline;
        this.faults = context.faults();
        this.prose = prose;
        this.index = index;
        this.file = outline.folder().resolve("lab.md");
    }

    public Testing read(FrontMatterFile document) {
        YamlFields fields = document.fields().allowOnly(LabKind.FIELD, SUBJECT, "uses", "limits", "data", "pass");
        var named = new NamedMembers(context, file, fields.strings(SUBJECT), "subject", "the members under test");
        List<Cut> subject = named.cuts();
        List<Source> references = named.references();
        var use = new LibraryUseReader(context, outline, fields);
        Lab.Limits limits = new LimitsReader(fields, file, faults).limits();
        List<String> data = CodingReader.data(context, file, fields);
        int atLeast = fields.integer("pass", 1, MOST_MUTANTS, 1);
        Map<String, Passage.HeadedPassage> sections = LabSections.read(document.body(), SECTIONS, index, faults);
        var solutions =
                new SolutionReader(context, outline.folder(), prose, Set.of(), named.changeable("test"), references);
        List<Lab.Solution> right = solutions.right(1, "one right implementation in right/");
        List<Testing.Mutant> mutants =
                new MutantReader(solutions, new SolutionMembers(subject, references), prose, faults).read();
        if (mutants.size() < atLeast) {
            faults.add(
                    file,
                    fields.line("pass"),
                    "The lab wants " + atLeast + " mutants to be killed, but has " + mutants.size()
                            + "; write more mutants, or want fewer.");
        }
        var tests = new TestClassReader(outline, index, solutions, faults);
        checkFolders();
        ProofFile.read(outline.folder())
                .fault()
                .ifPresent(fault -> faults.add(fault.file(), fault.line(), fault.message()));
        return new Testing(
                outline.id(),
                statement(sections),
                subject,
                use.libraryUse(),
                limits,
                data,
                tests.starter(),
                references,
                right,
                mutants,
                atLeast,
                tests.solutions(),
                file);
    }

    private String statement(Map<String, Passage.HeadedPassage> sections) {
        var html = new StringBuilder();
        SECTIONS.stream().filter(sections::containsKey).map(sections::get).forEach(section -> {
            html.append("<h3>")
                    .append(prose.renderInline(file, section.line(), section.title()))
                    .append("</h3>\n");
            html.append(prose.renderBlocks(section.body()));
        });
        return html.toString();
    }

    private void checkFolders() {
        var unwanted = new ArrayList<>(List.of("checks", "wrong", "ablations"));
        unwanted.removeIf(name -> !Files.exists(outline.folder().resolve(name)));
        unwanted.forEach(name -> faults.add(
                outline.folder().resolve(name),
                1,
                "In a lab of tests the learner writes the checks, so it has no folder " + name + "/; remove it."));
        LibrarySources.javaFiles(outline.folder())
                .forEach(source ->
                        faults.add(source, 1, "A lab of tests gives no sources beside lab.md; move or delete it."));
    }
}
