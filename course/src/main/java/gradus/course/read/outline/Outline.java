package gradus.course.read.outline;

import gradus.course.Cut;
import gradus.course.Level;
import gradus.course.cut.LibrarySources;
import gradus.course.read.file.FrontMatterFile;
import gradus.course.read.file.YamlFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// What must be known of all lessons before one of them can be read: who needs whom, and who cuts what.
///
/// @param lessons by id, in recommended order
/// @param data the ids of the data sets
public record Outline(SequencedMap<String, LessonOutline> lessons, Set<String> data, LibrarySources library) {

    /// A lesson before its prose is read.
    ///
    /// @param cuts each with the line on which `lab.md` names it
    public record LessonOutline(
            String id,
            String track,
            Path folder,
            Optional<FrontMatterFile> lesson,
            Optional<FrontMatterFile> lab,
            List<YamlFields.Entry> needs,
            Level level,
            Map<Cut, Integer> cuts) {

        /// Whether every cut that `lab.md` lists could be read.
        public boolean allCutsRead() {
            return lab.map(document -> document.fields().strings("cuts").size() == cuts.size())
                    .orElse(false);
        }
    }

    /// Every lesson that comes before `id` along needs. A lesson in a cycle comes before itself.
    Set<String> ancestors(String id) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayList<>(needs(id));
        while (!open.isEmpty()) {
            String next = open.removeLast();
            if (found.add(next)) {
                open.addAll(needs(next));
            }
        }
        return found;
    }

    /// The direct needs that exist.
    List<String> needs(String id) {
        return Optional.ofNullable(lessons.get(id))
                .map(other -> other.needs().stream()
                        .map(YamlFields.Entry::text)
                        .filter(lessons::containsKey)
                        .toList())
                .orElse(List.of());
    }

    /// The lessons that cut a class.
    List<String> lessonsCutting(String type) {
        return lessons.values().stream()
                .filter(other -> other.cuts().keySet().stream()
                        .anyMatch(cut -> cut.type().equals(type)))
                .map(LessonOutline::id)
                .toList();
    }

    /// The lessons that cut a member and do not come before `lesson`.
    public List<String> lessonsCuttingLater(String lesson, String type, String member) {
        Set<String> before = ancestors(lesson);
        return lessons.values().stream()
                .filter(other -> other.id().equals(lesson) || !before.contains(other.id()))
                .filter(other -> other.cuts().keySet().stream()
                        .anyMatch(
                                cut -> cut.type().equals(type) && cut.members().contains(member)))
                .map(LessonOutline::id)
                .toList();
    }

    /// The lesson that teaches a class of the library, if the class is a part and is not yet taught in
    /// `lesson`. Nothing can be said of a lesson with needs that are not there.
    public Optional<String> taughtLaterIn(String lesson, String type) {
        List<String> cutting = lessonsCutting(type);
        Set<String> before = ancestors(lesson);
        if (needs(lesson).size() < lessons.get(lesson).needs().size()) {
            return Optional.empty();
        }
        return cutting.stream().anyMatch(id -> id.equals(lesson) || before.contains(id))
                ? Optional.empty()
                : cutting.stream().findFirst();
    }
}
