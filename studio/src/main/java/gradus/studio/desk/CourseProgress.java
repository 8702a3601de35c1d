package gradus.studio.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How far the learner has come.
///
/// @param lessons every lesson of the course, in recommended order
/// @param partsMine how many parts of the library are the learner's own and run
/// @param parts how many parts the course has
public record CourseProgress(List<LessonProgress> lessons, int partsMine, int parts) {

    public CourseProgress {
        lessons = List.copyOf(lessons);
    }

    public long passed() {
        return lessons.stream()
                .filter(lesson -> lesson.state() == LessonState.PASSED)
                .count();
    }

    /// How far a learner has come with a lesson.
    public enum LessonState {
        /// A prerequisite has not been passed yet. The lesson can be opened all the same.
        LATER,
        /// Every prerequisite has been passed.
        READY,
        IN_PROGRESS,
        PASSED;

        /// As people read it: `in progress`.
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /// @param submissions how often its lab was handed in
    /// @param hints how many hints were taken
    /// @param correctAnswers how many of its questions were answered right at the last try
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
