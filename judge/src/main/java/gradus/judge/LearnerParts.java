package gradus.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The learner's own members to run with, as they were when last submitted and passed. They are laid over
/// today's library, which runs everywhere else.
///
/// @param parts by binary name of the top-level class; what several labs have passed of a class in the order
///     in which they passed
public record LearnerParts(Map<String, List<LearnerPart>> parts) {

    public static final LearnerParts NONE = new LearnerParts(Map.of());

    public LearnerParts {
        var copies = new TreeMap<String, List<LearnerPart>>();
        parts.forEach((type, files) -> copies.put(type, List.copyOf(files)));
        copies.values().removeIf(List::isEmpty);
        parts = Map.copyOf(copies);
    }

    /// These and one more.
    public LearnerParts with(LearnerPart part) {
        var more = new LinkedHashMap<>(parts);
        var files = new ArrayList<>(parts.getOrDefault(part.file().className(), List.of()));
        files.add(part);
        more.put(part.file().className(), files);
        return new LearnerParts(more);
    }

    /// These without the class `type`.
    public LearnerParts without(String type) {
        var rest = new LinkedHashMap<>(parts);
        rest.remove(type);
        return new LearnerParts(rest);
    }

    /// What has passed of the class `type`.
    public List<LearnerPart> of(String type) {
        return parts.getOrDefault(type, List.of());
    }
}
