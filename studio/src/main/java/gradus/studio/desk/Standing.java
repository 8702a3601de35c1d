package gradus.studio.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How far the learner has come.
///
/// @param lessons every lesson of the course, in recommended order
/// @param partsMine how many parts of the library are the learner's own and run
/// @param parts how many parts the course has
public record Standing(List<LessonStanding> lessons, int partsMine, int parts) {

    public Standing {
        lessons = List.copyOf(lessons);
    }

    public long passed() {
        return lessons.stream().filter(lesson -> lesson.state() == State.PASSED).count();
    }

    /// Where a lesson stands.
    public enum State {
        /// Something that it needs has not passed. It may be opened all the same.
        AHEAD,
        READY,
        BEGUN,
        PASSED
    }

    /// @param handedIn how often its lab was handed in
    /// @param hints how many hints were taken
    /// @param answered how many of its questions were answered right at the last try
    public record LessonStanding(
            String id,
            String title,
            String track,
            State state,
            int minutes,
            int handedIn,
            int hints,
            int answered,
            int questions,
            Optional<Instant> passedAt) {}
}
