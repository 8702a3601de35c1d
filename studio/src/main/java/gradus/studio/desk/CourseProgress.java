package gradus.studio.desk;

import gradus.course.PlannedLesson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The learner's progress in the course.
///
/// @param lessons every lesson of the course, in recommended order
/// @param partsMine the number of parts for which the learner's own code runs
/// @param parts the number of parts that the course builds
/// @param toCome the lessons that have not been written yet, in recommended order
public record CourseProgress(List<LessonProgress> lessons, int partsMine, int parts, List<PlannedLesson> toCome) {

    public CourseProgress {
        lessons = List.copyOf(lessons);
        toCome = List.copyOf(toCome);
    }

    public long passed() {
        return lessons.stream()
                .filter(lesson -> lesson.state() == LessonState.PASSED)
                .count();
    }

    /// The learner's state in a lesson.
    public enum LessonState {
        /// A prerequisite has not been passed yet. The lesson can be opened anyway.
        LATER,
        /// Every prerequisite has been passed.
        READY,
        IN_PROGRESS,
        PASSED;

        /// The state in words: `in progress`.
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /// @param submissions how often its lab was submitted
    /// @param hints the number of hints taken
    /// @param correctAnswers the number of its questions whose answer that counts is right
    public record LessonProgress(
            String id,
            String title,
            String track,
            LessonState state,
            int minutes,
            int submissions,
            int hints,
            int correctAnswers,
            int questions,
            Optional<Instant> passedAt) {}
}
