package gradus.course.read;

import gradus.course.prose.Passage;
import gradus.course.prose.Prose;
import java.util.List;

/// Three hints: a question, a pointer, an explanation.
final class Hints {

    private Hints() {}

    /// Reads the hints that `passage` is; anything but three in a numbered list is a fault.
    ///
    /// @param line where to look when there are none
    /// @param of what they help with
    static List<String> read(Prose prose, Passage passage, int line, String of, Faults faults) {
        List<Prose.Item> items = prose.items(passage);
        if (items.size() != 3) {
            faults.add(
                    passage.file(),
                    line,
                    "The hints for \"" + of + "\" must be three in a numbered list (a question,"
                            + " a pointer, an explanation), and there are " + items.size() + ".");
        }
        return items.stream().map(Prose.Item::html).toList();
    }
}
