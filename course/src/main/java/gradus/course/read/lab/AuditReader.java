package gradus.course.read.lab;

import gradus.course.Audit;
import gradus.course.Decisions;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.FrontMatterFile;
import gradus.course.read.file.YamlFields;
import gradus.course.read.outline.LabKind;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.outline.Outline;
import gradus.course.read.question.QuestionReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads an audit: `lab.md` with the task, and the cases to decide.
public final class AuditReader {

    private static final String TASK = "task";
    private static final List<String> SECTIONS = List.of(TASK, DecisionsReader.SECTION);
    private static final String PASS = "pass";

    private final Outline.LessonOutline outline;
    private final ProseRenderer prose;
    private final DecisionsReader decisionsReader;
    private final LessonIndex index;
    private final FaultCollector faults;
    private final Path file;

    public AuditReader(
            Outline.LessonOutline outline,
            ProseRenderer prose,
            QuestionReader questions,
            LessonIndex index,
            FaultCollector faults) {
        this.outline = outline;
        this.prose = prose;
        this.decisionsReader = new DecisionsReader(questions, faults);
        this.index = index;
        this.faults = faults;
        this.file = outline.folder().resolve("lab.md");
    }

    public Audit read(FrontMatterFile document) {
        YamlFields fields = document.fields().allowOnly(LabKind.FIELD, PASS);
        Map<String, Passage.HeadedPassage> sections = LabSections.read(document.body(), SECTIONS, index, faults);
        Decisions decisions = Optional.ofNullable(sections.get(DecisionsReader.SECTION))
                .map(section -> decisionsReader.read(outline.id(), "audit", section, fields, PASS))
                .orElse(new Decisions(outline.id(), List.of(), 1));
        checkFolders();
        return new Audit(outline.id(), statement(sections), decisions, file);
    }

    private void checkFolders() {
        for (String name : List.of("checks", "wrong", "right", "ablations")) {
            Path folder = outline.folder().resolve(name);
            if (Files.exists(folder)) {
                faults.add(folder, 1, "An audit runs nothing, so it has no folder " + name + "/; remove it.");
            }
        }
    }

    private String statement(Map<String, Passage.HeadedPassage> sections) {
        return sections.containsKey(TASK)
                ? prose.renderBlocks(sections.get(TASK).body())
                : "";
    }
}
