package gradus.course.read.lab;

import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import java.util.List;

/// Three hints: a question, a pointer, an explanation.
final class HintReader {

    private HintReader() {}

    /// Reads the hints that `passage` is; anything but three in a numbered list is a fault.
    ///
    /// @param line where to look when there are none
    /// @param subject what they help with
    static List<String> read(ProseRenderer prose, Passage passage, int line, String subject, FaultCollector faults) {
        List<ProseRenderer.Item> items = prose.renderListItems(passage);
        if (items.size() != 3) {
            faults.add(
                    passage.file(),
                    line,
                    "The hints for \"" + subject + "\" must be a numbered list of three (a question,"
                            + " a pointer, an explanation), but there are " + items.size() + ".");
        }
        return items.stream().map(ProseRenderer.Item::html).toList();
    }
}
