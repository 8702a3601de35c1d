package gradus.studio.author;

import gradus.course.CourseReadResult;
import gradus.course.Fault;
import gradus.course.Lesson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Checks the curriculum without running anything: what reading it has found, and proofs that are missing or
/// no longer hold. A mutation score that is missing or stale is a remark.
public final class AuthorCheck {

    private final Path root;
    private final CourseReadResult courseReadResult;
    private final Proofs proofs;

    /// @param root the root folder of the project
    public AuthorCheck(Path root, CourseReadResult courseReadResult, Proofs proofs) {
        this.root = root;
        this.courseReadResult = courseReadResult;
        this.proofs = proofs;
    }

    /// Checks the lessons at or below `named`, or all of them.
    ///
    /// @param named a file or folder, or the id of a lesson
    public AuthorReport check(Optional<Path> named) {
        LessonSelection selection = LessonSelection.of(root, courseReadResult.course(), named);
        var faults = new ArrayList<>(selection.faults(courseReadResult));
        List<Lesson> lessons = selection.lessons(courseReadResult.course(), !faults.isEmpty());
        List<Fault> stale = lessons.parallelStream()
                .flatMap(lesson -> proofs.fault(lesson).stream())
                .toList();
        faults.addAll(stale);
        faults.sort(
                Comparator.comparing((Fault fault) -> fault.file().toString()).thenComparing(Fault::line));
        List<Fault> remarks = lessons.parallelStream()
                .flatMap(lesson -> proofs.mutationRemark(lesson).stream())
                .toList();
        return new AuthorReport(lessons.size(), 0, faults.stream().distinct().toList(), remarks);
    }
}
