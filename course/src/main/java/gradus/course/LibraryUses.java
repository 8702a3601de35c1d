package gradus.course;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Works out what submissions may call of the library from the lessons' prerequisites and cuts. It isn't stored
/// with each lesson, because it grows with the number of all lessons.
final class LibraryUses {

    private final Map<String, Lesson> lessons;

    private LibraryUses(List<Lesson> lessons) {
        this.lessons = lessons.stream().collect(Collectors.toMap(Lesson::id, lesson -> lesson, (a, _) -> a));
    }

    /// The same lessons, whose labs know what may be called.
    static List<Lesson> complete(List<Lesson> lessons) {
        var uses = new LibraryUses(lessons);
        return lessons.stream().map(uses::complete).toList();
    }

    private Lesson complete(Lesson lesson) {
        return lesson.libraryUse()
                .filter(use -> !use.allowsEverything())
                .map(use -> lesson.withLibraryUse(libraryUse(lesson, use)))
                .orElse(lesson);
    }

    /// The classes that the lessons before have built and those that the lab declares, without other members
    /// that are still to be built.
    private LibraryUse libraryUse(Lesson lesson, LibraryUse completed) {
        LibraryUse lab = LibraryUse.declaring(completed.declared());
        Set<String> before = Course.ancestors(lessons, lesson.id());
        var types = new HashSet<>(lab.types());
        var taught = new HashMap<>(lab.taught());
        var untaught = new HashMap<String, List<MemberId>>();
        for (Lesson other : lessons.values()) {
            boolean isBefore = before.contains(other.id());
            for (Cut cut : other.coding().map(Coding::cuts).orElse(List.of())) {
                if (isBefore) {
                    types.add(cut.type());
                }
                if (!other.id().equals(lesson.id())) {
                    (isBefore ? taught : untaught)
                            .merge(
                                    cut.type(),
                                    cut.members(),
                                    (a, b) -> Stream.concat(a.stream(), b.stream())
                                            .toList());
                }
            }
        }
        return new LibraryUse(lab.declared(), types, taught, untaught);
    }
}
