package gradus.studio.author;

import gradus.course.CourseReadResult;
import gradus.course.Fault;
import gradus.course.Lesson;
import gradus.course.proof.Proof;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Checks the curriculum without running anything: what reading it has found, and proofs that are missing or
/// no longer hold.
public final class AuthorCheck {

    private static final int NAMES_SHOWN = 4;

    private final FaultFactory faultFactory;
    private final CourseReadResult courseReadResult;
    private final Proofs proofs;

    /// @param root the root folder of the project
    public AuthorCheck(Path root, CourseReadResult courseReadResult, Proofs proofs) {
        this.faultFactory = new FaultFactory(root);
        this.courseReadResult = courseReadResult;
        this.proofs = proofs;
    }

    /// Checks the lessons at or below `named`, or all of them.
    ///
    /// @param named a file or folder, or the id of a lesson
    public AuthorReport check(Optional<Path> named) {
        LessonSelection selection = LessonSelection.of(faultFactory.root(), courseReadResult.course(), named);
        var faults = new ArrayList<>(selection.faults(courseReadResult));
        List<Lesson> lessons = selection.lessons(courseReadResult.course(), !faults.isEmpty());
        List<Fault> stale = lessons.parallelStream()
                .flatMap(lesson -> staleness(lesson).stream())
                .toList();
        faults.addAll(stale);
        faults.sort(
                Comparator.comparing((Fault fault) -> fault.file().toString()).thenComparing(Fault::line));
        return new AuthorReport(lessons.size(), 0, faults.stream().distinct().toList());
    }

    private Optional<Fault> staleness(Lesson lesson) {
        Optional<Proof> proof = proofs.of(lesson);
        if (proof.isEmpty()) {
            return Optional.of(fault(lesson, "The lesson has no proof"));
        }
        List<String> changes = proofs.status(lesson).changes(proof.get());
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(fault(lesson, "The proof is stale, because " + sentence(changes) + " changed"));
    }

    private Fault fault(Lesson lesson, String what) {
        return faultFactory.create(
                lesson.folder().resolve(Proof.FILE), 1, what + "; run \"./gradus author prove " + lesson.id() + "\".");
    }

    private static String sentence(List<String> changes) {
        List<String> shown = changes.stream().limit(NAMES_SHOWN).toList();
        String more = changes.size() > NAMES_SHOWN ? " and " + (changes.size() - NAMES_SHOWN) + " more" : "";
        String all = more.isEmpty() && shown.size() > 1
                ? String.join(", ", shown.subList(0, shown.size() - 1)) + " and " + shown.getLast()
                : String.join(", ", shown) + more;
        return all + (changes.size() == 1 && changes.getFirst().startsWith("the ") ? " has" : " have");
    }
}
