package gradus.studio.author;

import gradus.course.CourseReadResult;
import gradus.course.Fault;
import gradus.course.Lesson;
import gradus.course.Parallel;
import gradus.judge.CourseCompiler;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks the curriculum without running anything: what reading it has found, proofs that are missing or no
/// longer hold, and then sources that don't compile. A mutation score that is missing or stale is a remark.
public final class AuthorCheck {

    private final Path root;
    private final CourseReadResult courseReadResult;
    private final Proofs proofs;
    private final CourseCompiler compiler;
    private final LocalDate today;

    /// @param root the root folder of the project
    public AuthorCheck(
            Path root, CourseReadResult courseReadResult, Proofs proofs, CourseCompiler compiler, LocalDate today) {
        this.root = root;
        this.courseReadResult = courseReadResult;
        this.proofs = proofs;
        this.compiler = compiler;
        this.today = today;
    }

    /// Checks the lessons at or below `named`, or all of them.
    ///
    /// @param named a file or folder, or the id of a lesson
    public AuthorReport check(Optional<Path> named) {
        LessonSelection selection = LessonSelection.of(root, courseReadResult.course(), named);
        var faults = new ArrayList<>(selection.faults(courseReadResult));
        List<Lesson> lessons = selection.lessons(courseReadResult.course(), !faults.isEmpty());
        Parallel.map(lessons, this::faults).forEach(faults::addAll);
        faults.sort(
                Comparator.comparing((Fault fault) -> fault.file().toString()).thenComparing(Fault::line));
        return new AuthorReport(
                lessons.size(),
                0,
                faults.stream().distinct().toList(),
                Parallel.map(
                                lessons,
                                lesson -> Stream.concat(
                                                outdated(lesson).stream(), proofs.mutationRemark(lesson).stream())
                                        .toList())
                        .stream()
                        .flatMap(List::stream)
                        .toList());
    }

    /// What has a proof that holds has been compiled.
    private List<Fault> faults(Lesson lesson) {
        return proofs.fault(lesson)
                .map(stale ->
                        Stream.concat(Stream.of(stale), uncompiled(lesson)).toList())
                .orElse(List.of());
    }

    private Stream<Fault> uncompiled(Lesson lesson) {
        return compiler.errors(lesson).stream()
                .map(error -> proofs.faultFactory()
                        .create(
                                error.file(),
                                error.line(),
                                "The source does not compile: "
                                        + error.message().lines().findFirst().orElse("") + "."));
    }

    private Optional<AuthorReport.Remark> outdated(Lesson lesson) {
        return lesson.notes()
                .reviewed()
                .filter(review -> review.on().plusYears(1).isBefore(today))
                .map(review -> new AuthorReport.Remark(
                        root.relativize(lesson.folder().resolve("lesson.md")),
                        review.line(),
                        "The lesson was last reviewed on " + review.on()
                                + ", more than a year ago; read it as a learner" + " would, and write the new date."));
    }
}
