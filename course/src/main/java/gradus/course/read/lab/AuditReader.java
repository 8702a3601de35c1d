package gradus.course.read.lab;

import gradus.course.Audit;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.FrontMatterFile;
import gradus.course.read.file.YamlFields;
import gradus.course.read.outline.LabKind;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.outline.Outline;
import gradus.course.read.question.DecisionReader;
import gradus.course.read.question.QuestionReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads an audit: `lab.md` with the task, and the cases to decide.
public final class AuditReader {

    private static final String TASK = "task";
    private static final String DECISIONS = "decisions";
    private static final List<String> SECTIONS = List.of(TASK, DECISIONS);
    private static final int MOST = 50;

    private final Outline.LessonOutline outline;
    private final ProseRenderer prose;
    private final DecisionReader decisionReader;
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
        this.decisionReader = new DecisionReader(questions);
        this.index = index;
        this.faults = faults;
        this.file = outline.folder().resolve("lab.md");
    }

    public Audit read(FrontMatterFile document) {
        YamlFields fields = document.fields().allowOnly(LabKind.FIELD, "pass");
        Map<String, Passage.HeadedPassage> sections = LabSections.read(document.body(), SECTIONS, index, faults);
        List<Audit.Decision> decisions = new ArrayList<>();
        if (sections.containsKey(DECISIONS)) {
            sections.get(DECISIONS)
                    .body()
                    .splitByHeading(3)
                    .forEach(one -> decisionReader.read(one).ifPresent(decisions::add));
        }
        int atLeast = fields.integer("pass", 1, MOST, 1);
        if (decisions.size() < atLeast) {
            faults.add(
                    file,
                    fields.line("pass"),
                    "The audit has " + decisions.size() + (decisions.size() == 1 ? " case" : " cases") + ", but wants "
                            + atLeast
                            + " decisions to be right; write more cases, or want fewer.");
        }
        checkFolders();
        return new Audit(outline.id(), statement(sections), decisions, atLeast, file);
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
