package gradus.course.read.lab;

import gradus.course.Arena;
import gradus.course.Decision;
import gradus.course.DidYouMean;
import gradus.course.Source;
import gradus.course.cut.LibrarySources;
import gradus.course.proof.ProofFile;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.FrontMatterFile;
import gradus.course.read.file.JavaFile;
import gradus.course.read.file.TextFile;
import gradus.course.read.file.YamlFields;
import gradus.course.read.outline.LabKind;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.outline.Outline;
import gradus.course.read.outline.ReaderContext;
import gradus.course.read.question.DecisionReader;
import gradus.course.read.question.QuestionReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads an arena: `lab.md` with the contenders, the reasons and the questions, the author's class in `arena/`, and
/// the author's answers.
public final class ArenaReader {

    /// The folder of the author's class, and the file with the author's answers.
    public static final String FOLDER = "arena";

    public static final String REFERENCE = "reference.yaml";

    private static final String BETTER = "better";
    private static final List<String> DIRECTIONS = List.of("higher", "lower");
    private static final List<String> SECTIONS = List.of("task", "contenders", "reasons", "questions");
    private static final int MOST_PROBES = 100;
    private static final int MOST_FOLDS = 20;

    private final ReaderContext context;
    private final Outline.LessonOutline outline;
    private final FaultCollector faults;
    private final ProseRenderer prose;
    private final DecisionReader questions;
    private final LessonIndex index;
    private final Path file;

    public ArenaReader(
            ReaderContext context,
            Outline.LessonOutline outline,
            ProseRenderer prose,
            QuestionReader questions,
            LessonIndex index) {
        this.context = context;
        this.outline = outline;
        this.faults = context.faults();
        this.prose = prose;
        this.questions = new DecisionReader(questions);
        this.index = index;
        this.file = outline.folder().resolve("lab.md");
    }

    public Arena read(FrontMatterFile document) {
        YamlFields fields =
                document.fields().allowOnly(LabKind.FIELD, "metric", BETTER, "probes", "folds", "limits", "data");
        Map<String, Passage.HeadedPassage> sections = LabSections.read(document.body(), SECTIONS, index, faults);
        var entries = new ContenderReader(prose, index, faults);
        List<Arena.Contender> contenders = entries.contenders(parts(sections, "contenders"));
        List<Arena.Reason> reasons = entries.reasons(parts(sections, "reasons"), contenders);
        require(contenders.size() >= 2, 1, "An arena compares at least two contenders, but has " + contenders.size());
        require(!reasons.isEmpty(), 1, "An arena has at least one reason to choose from, but has none");
        var budget = new Arena.Budget(
                fields.integer("probes", 2, MOST_PROBES, MOST_PROBES), fields.integer("folds", 1, MOST_FOLDS, 1));
        int most = contenders.size() * budget.folds();
        require(
                budget.probes() < most || contenders.size() < 2,
                fields.line("probes"),
                "With " + budget.probes() + " probes every contender can be run on every fold, which takes " + most
                        + "; allow fewer, so that the learner must choose");
        checkFolders();
        ProofFile.read(outline.folder())
                .fault()
                .ifPresent(fault -> faults.add(fault.file(), fault.line(), fault.message()));
        return new Arena(
                outline.id(),
                sections.containsKey("task")
                        ? prose.renderBlocks(sections.get("task").body())
                        : "",
                fields.string("metric"),
                higherIsBetter(fields),
                contenders,
                reasons,
                budget,
                questions(parts(sections, "questions")),
                new LimitsReader(fields, file, faults).limits(),
                CodingReader.data(context, file, fields),
                code(),
                reference(),
                file);
    }

    private static List<Passage.HeadedPassage> parts(Map<String, Passage.HeadedPassage> sections, String id) {
        return sections.containsKey(id) ? sections.get(id).body().splitByHeading(3) : List.of();
    }

    private boolean higherIsBetter(YamlFields fields) {
        String direction = fields.has(BETTER) ? fields.string(BETTER) : DIRECTIONS.getFirst();
        if (!direction.isEmpty() && !DIRECTIONS.contains(direction)) {
            faults.add(
                    file,
                    fields.line(BETTER),
                    "The field \"" + BETTER + "\" must be \"higher\" or \"lower\", not \"" + direction + "\""
                            + DidYouMean.hint(direction, DIRECTIONS));
        }
        return !direction.equals("lower");
    }

    private List<Decision> questions(List<Passage.HeadedPassage> parts) {
        var read = new ArrayList<Decision>();
        parts.forEach(part -> questions.read(part).ifPresent(read::add));
        read.stream()
                .filter(question -> Arena.LINES.contains(question.id()))
                .forEach(question -> faults.add(
                        file,
                        question.line(),
                        "The id \"" + question.id()
                                + "\" is that of a line of the learner's memo; choose another for the question."));
        require(!read.isEmpty(), 1, "An arena asks at least one question, but has none");
        return read;
    }

    private Source code() {
        Path folder = outline.folder().resolve(FOLDER);
        int count = LibrarySources.javaFiles(folder).size();
        List<JavaFile> files = JavaFile.readAll(folder, Arena.packageOf(outline.id()), faults);
        if (count != 1) {
            faults.add(
                    folder,
                    1,
                    "The folder " + FOLDER
                            + "/ must hold one class, which fits the contenders and scores them; it holds " + count
                            + ".");
        }
        return files.isEmpty()
                ? Source.of(Arena.packageOf(outline.id()) + ".Missing", "")
                : files.getFirst().source();
    }

    private String reference() {
        Path answers = outline.folder().resolve(REFERENCE);
        if (!Files.isRegularFile(answers)) {
            faults.add(answers, 1, "The file is missing; write the answers of a learner who passes.");
            return "";
        }
        Optional<Passage> text = TextFile.read(answers, faults);
        return text.map(Passage::text).orElse("");
    }

    private void require(boolean holds, int line, String sentence) {
        if (!holds) {
            faults.add(file, line, sentence + ".");
        }
    }

    private void checkFolders() {
        for (String name : List.of("checks", "wrong", "right", "ablations")) {
            Path folder = outline.folder().resolve(name);
            if (Files.exists(folder)) {
                faults.add(
                        folder,
                        1,
                        "In an arena the learner writes no code, so it has no folder " + name + "/; remove it.");
            }
        }
        LibrarySources.javaFiles(outline.folder())
                .forEach(source ->
                        faults.add(source, 1, "An arena gives no sources beside lab.md; move it to " + FOLDER + "/."));
    }
}
