package gradus.course.read;

import gradus.course.Section;
import gradus.course.SectionKind;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.outline.LessonIndex;
import java.nio.file.Path;
import java.util.List;

/// Checks where a lesson shows its panel: once, in the section `in-industry`.
final class PanelChecker {

    private final FaultCollector faults;
    private final LessonIndex index;

    PanelChecker(FaultCollector faults, LessonIndex index) {
        this.faults = faults;
        this.index = index;
    }

    void check(Path lesson, List<Section> sections) {
        sections.stream()
                .filter(section -> section.kind() == SectionKind.INDUSTRY)
                .filter(_ -> index.panel.isPresent() && index.panels.isEmpty())
                .forEach(section -> faults.add(
                        lesson,
                        section.line(),
                        "The section doesn't show the panel; write a \"java run panel\" fence with the Java that prints the"
                                + " same as panel.py."));
        index.panels.stream()
                .skip(1)
                .forEach(mention -> faults.add(
                        mention.file(),
                        mention.line(),
                        "The page shows the panel twice; make this fence \"java run\"."));
        index.panels.stream()
                .limit(1)
                .filter(mention -> !mention.file().equals(lesson) || !isInIndustry(mention, sections))
                .forEach(mention -> faults.add(
                        mention.file(),
                        mention.line(),
                        "The panel belongs to the section \"in-industry\"; move it there."));
    }

    private static boolean isInIndustry(LessonIndex.Mention mention, List<Section> sections) {
        return sections.stream()
                .filter(section -> section.line() < mention.line())
                .reduce((_, last) -> last)
                .filter(section -> section.kind() == SectionKind.INDUSTRY)
                .isPresent();
    }
}
