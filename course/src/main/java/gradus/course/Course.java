package gradus.course;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The course: its tracks, and its lessons in recommended order.
///
/// @param title the title of the course
/// @param tracks the subjects, in reading order
/// @param lessons every lesson, in recommended order; the skill graph is their `needs`. What submissions may call
///     follows from it
/// @param data the data sets that lessons may use
/// @param glossary the terms of the field, in alphabetical order
/// @param road every lesson in recommended order, written or still to come; empty if the course doesn't say
public record Course(
        String title,
        List<Track> tracks,
        List<Lesson> lessons,
        List<DataSet> data,
        List<Term> glossary,
        List<PlannedLesson> road) {

    public Course {
        tracks = List.copyOf(tracks);
        lessons = LibraryUses.complete(lessons);
        data = List.copyOf(data);
        glossary = List.copyOf(glossary);
        road = List.copyOf(road);
    }

    /// Every lab in which code is written, in the recommended order of the lessons.
    public List<Coding> codings() {
        return lessons.stream().flatMap(lesson -> lesson.coding().stream()).toList();
    }

    /// The lessons of the road that have not been written yet, in recommended order.
    public List<PlannedLesson> toCome() {
        return road.stream().filter(planned -> lesson(planned.id()).isEmpty()).toList();
    }

    public Optional<Lesson> lesson(String id) {
        return lessons.stream().filter(lesson -> lesson.id().equals(id)).findFirst();
    }

    public Optional<DataSet> dataSet(String id) {
        return data.stream().filter(set -> set.id().equals(id)).findFirst();
    }

    /// The direct and indirect prerequisites of `lesson`, nearest first; never `lesson` itself.
    public SequencedSet<String> ancestors(String lesson) {
        return ancestors(lessons.stream().collect(Collectors.toMap(Lesson::id, Function.identity())), lesson);
    }

    /// The same among lessons by id. A cycle, which is a fault, ends.
    static SequencedSet<String> ancestors(Map<String, Lesson> byId, String lesson) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(
                Optional.ofNullable(byId.get(lesson)).map(Lesson::needs).orElse(List.of()));
        while (!open.isEmpty()) {
            String id = open.removeFirst();
            if (found.add(id) && byId.containsKey(id)) {
                open.addAll(byId.get(id).needs());
            }
        }
        return found;
    }

    /// The parts: for each class that a lab cuts, by binary name, the ids of the lessons that cut it.
    public Map<String, List<String>> parts() {
        return lessons.stream()
                .flatMap(lesson -> lesson.coding().stream())
                .flatMap(lab -> lab.cuts().stream().map(cut -> Map.entry(cut.type(), lab.lesson())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /// The data sets with these ids, in the order of `ids`.
    public List<DataSet> dataSets(Collection<String> ids) {
        return ids.stream().flatMap(id -> dataSet(id).stream()).toList();
    }
}
