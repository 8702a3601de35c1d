package gradus.course.read.lab;

import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import java.util.List;

/// Reads the three hints for a member or a wrong solution: a question, a pointer, an explanation.
final class HintReader {

    private HintReader() {}

    /// Reads the hints in `passage`. Reports a fault if it isn't a numbered list of three.
    ///
    /// @param line the line for the fault
    /// @param subject what the hints are for
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
