package gradus.course.read.outline;

import gradus.course.LessonSnippet;
import gradus.course.Panel;
import gradus.course.read.file.FaultCollector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Index of a lesson, filled while it is read and checked at the end: anchors, links, figures, code and more.
public final class LessonIndex {

    /// A mention of a heading or of a misconception.
    public record Mention(String id, Path file, int line) {}

    public final Map<String, Mention> anchors = new LinkedHashMap<>();
    public final List<Mention> links = new ArrayList<>();
    public final Map<String, Mention> figures = new LinkedHashMap<>();
    public final Map<String, String> altTexts = new LinkedHashMap<>();
    public final List<Mention> misconceptions = new ArrayList<>();
    public final List<String> bold = new ArrayList<>();
    public final List<LessonCode> code = new ArrayList<>();
    public final List<LessonSnippet> examples = new ArrayList<>();
    public final List<Mention> panels = new ArrayList<>();

    /// The panel beside `lesson.md`, if there is one.
    public final Optional<Panel> panel;

    public LessonIndex() {
        this(Optional.empty());
    }

    public LessonIndex(Optional<Panel> panel) {
        this.panel = panel;
    }

    /// Adds the id of a heading. Reports a fault if the id is taken.
    public void addAnchor(String id, Path file, int line, FaultCollector faults) {
        Mention other = anchors.putIfAbsent(id, new Mention(id, file, line));
        if (other != null) {
            faults.add(
                    file,
                    line,
                    "The id \"" + id + "\" is taken: " + other.file().getFileName() + " has it on line " + other.line()
                            + "; choose another.");
        }
    }
}
