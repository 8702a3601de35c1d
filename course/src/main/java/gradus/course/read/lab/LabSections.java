package gradus.course.read.lab;

import gradus.course.DidYouMean;
import gradus.course.prose.Passage;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.outline.LessonIndex;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Splits `lab.md` into its sections, which must all be there, in order.
final class LabSections {

    private LabSections() {}

    /// The sections by id.
    ///
    /// @param expected the ids, in order
    static Map<String, Passage.HeadedPassage> read(
            Passage body, List<String> expected, LessonIndex index, FaultCollector faults) {
        Path file = body.file();
        if (!body.beforeHeadings(2).isBlank()) {
            faults.add(file, body.line(), "There is text before the first section; begin with \"## Task {#task}\".");
        }
        var sections = new LinkedHashMap<String, Passage.HeadedPassage>();
        for (Passage.HeadedPassage section : body.splitByHeading(2)) {
            String id = section.id().orElse("");
            if (!expected.contains(id)) {
                faults.add(
                        file,
                        section.line(),
                        "Unknown section \"" + (id.isEmpty() ? section.title() : id) + "\""
                                + DidYouMean.hint(id, expected));
            } else if (sections.putIfAbsent(id, section) != null) {
                faults.add(file, section.line(), "The section \"" + id + "\" appears twice; keep one.");
            } else {
                index.addAnchor(id, file, section.line(), faults);
            }
        }
        expected.stream()
                .filter(id -> !sections.containsKey(id))
                .forEach(id -> faults.add(file, body.line(), "The section \"" + id + "\" is missing; add it."));
        List<String> wanted = expected.stream().filter(sections::containsKey).toList();
        if (!List.copyOf(sections.keySet()).equals(wanted)) {
            faults.add(file, body.line(), "The sections must be in this order: " + String.join(", ", expected) + ".");
        }
        return sections;
    }
}
