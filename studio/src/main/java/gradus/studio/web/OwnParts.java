package gradus.studio.web;

import gradus.course.Coding;
import gradus.studio.desk.LibraryPartStatus;
import java.util.List;

/// What a lab that has passed has made the learner's own, as shown beside the verdict.
///
/// @param now the simple names of the lab's parts
/// @param built how many parts of the library are the learner's by now
/// @param all how many parts the course builds
public record OwnParts(List<String> now, int built, int all) {

    public OwnParts {
        now = List.copyOf(now);
    }

    static OwnParts of(Coding passed, List<LibraryPartStatus> parts) {
        return new OwnParts(
                passed.cuts().stream()
                        .map(cut -> VerdictWords.simpleName(cut.type()))
                        .distinct()
                        .toList(),
                (int) parts.stream().filter(LibraryPartStatus::built).count(),
                parts.size());
    }
}
