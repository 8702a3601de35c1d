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

/// The outline of the course, which is read before any lesson: which lessons each lesson needs, and what it
/// cuts.
///
/// @param lessons by id, in recommended order
/// @param data the ids of the data sets
public record Outline(SequencedMap<String, LessonOutline> lessons, Set<String> data, LibrarySources library) {

    /// The outline of a lesson, read before its prose.
    ///
    /// @param cuts its cuts, each with its line in `lab.md`
    public record LessonOutline(
            String id,
            String track,
            Path folder,
            Optional<FrontMatterFile> lesson,
            Optional<FrontMatterFile> lab,
            List<YamlFields.Entry> needs,
            Level level,
            Map<Cut, Integer> cuts) {

        /// Whether all cuts in `lab.md` could be parsed.
        public boolean allCutsRead() {
            return lab.map(document -> document.fields().strings("cuts").stream()
                            .allMatch(entry -> Cut.parse(entry.text()).isPresent()))
                    .orElse(false);
        }
    }

    /// The direct and indirect prerequisites of `id`. A lesson in a cycle is among its own.
    public Set<String> ancestors(String id) {
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

    /// The direct prerequisites of `id` that exist.
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

    /// The lessons that cut a member and aren't prerequisites of `lesson`.
    public List<String> lessonsCuttingLater(String lesson, String type, String member) {
        Set<String> before = ancestors(lesson);
        return lessons.values().stream()
                .filter(other -> other.id().equals(lesson) || !before.contains(other.id()))
                .filter(other -> other.cuts().keySet().stream()
                        .anyMatch(cut -> cut.type().equals(type) && cut.names(member)))
                .map(LessonOutline::id)
                .toList();
    }

    /// The lesson that teaches a class of the library, if the class is a part and neither `lesson` nor a
    /// prerequisite of it teaches the class. Empty if `lesson` needs an unknown lesson.
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
