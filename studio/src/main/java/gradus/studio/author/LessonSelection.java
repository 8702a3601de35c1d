package gradus.studio.author;

import gradus.course.Course;
import gradus.course.CourseReadResult;
import gradus.course.Fault;
import gradus.course.Lesson;
import gradus.studio.error.UserFacingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The lessons that an author names: all of them, or those of a track, or one by its id, its folder or a file
/// in it.
///
/// @param root the root folder of the project
/// @param only the folder or file that was named, absolute; empty for everything
public record LessonSelection(Path root, Optional<Path> only) {

    /// @param named a file or folder, or the id of a lesson
    static LessonSelection of(Path root, Course course, Optional<Path> named) {
        return new LessonSelection(
                root,
                named.map(name -> absolute(
                        root, course.lesson(name.toString()).map(Lesson::folder).orElse(name))));
    }

    /// The lessons at or below `named`, or all of them.
    ///
    /// @param root the root folder of the project
    /// @param named a file or folder, or the id of a lesson
    /// @throws UserFacingException if there are none
    public static List<Lesson> lessons(Path root, Course course, Optional<Path> named) {
        return of(root, course, named).lessons(course, false);
    }

    /// The lessons that were named.
    ///
    /// @param hasFaults whether something else was found there, so that it needn't be a lesson
    /// @throws UserFacingException if there are none
    List<Lesson> lessons(Course course, boolean hasFaults) {
        List<Lesson> lessons = course.lessons().stream()
                .filter(lesson ->
                        contains(lesson.folder()) || only.orElseThrow().startsWith(absolute(root, lesson.folder())))
                .toList();
        if (lessons.isEmpty() && only.isPresent() && !hasFaults) {
            throw UserFacingException.usageError(
                    "There is no lesson at " + only.get() + "; name a lesson, its folder or a file in it, or a track.");
        }
        return lessons;
    }

    /// What reading the course has found there.
    List<Fault> faults(CourseReadResult result) {
        return result.faults().stream().filter(fault -> contains(fault.file())).toList();
    }

    /// Whether `file` is what was named, or in it.
    boolean contains(Path file) {
        return only.map(path -> absolute(root, file).startsWith(path)).orElse(true);
    }

    private static Path absolute(Path root, Path path) {
        return root.toAbsolutePath().resolve(path).normalize();
    }
}
