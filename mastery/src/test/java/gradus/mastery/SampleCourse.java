package gradus.mastery;

import gradus.course.Course;
import gradus.course.Lesson;
import gradus.course.Level;
import gradus.course.Track;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A course of four lessons: `one`; `two` and `three`, which need it; and `four`, which needs `two` and
/// `three`.
final class SampleCourse {

    static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    static final Course COURSE = new Course(
            "A road",
            List.of(new Track("road", "The road")),
            List.of(lesson("one"), lesson("two", "one"), lesson("three", "one"), lesson("four", "two", "three")),
            List.of(),
            List.of(),
            List.of());

    private SampleCourse() {}

    static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    static Attempt began(String lesson, int day) {
        return new Attempt.Began(lesson, day(day));
    }

    static Attempt passed(String lesson, int day) {
        return new Attempt.HandedIn(lesson, day(day), "Passed", 9, 9, "sources-of-day-" + day);
    }

    static Attempt failed(String lesson, int day, int passed) {
        return new Attempt.HandedIn(lesson, day(day), "NotYet", 9, passed, "failed-on-day-" + day);
    }

    static Attempt answered(String lesson, int day, boolean right) {
        return answered(lesson, day(day), right);
    }

    static Attempt answered(String lesson, Instant at, boolean right) {
        return new Attempt.Answered(lesson, at, "q", "a", right, Optional.empty());
    }

    private static Lesson lesson(String id, String... needs) {
        return new Lesson(
                id,
                "road",
                "Step " + id,
                "you can walk",
                List.of(needs),
                30,
                Level.FOUNDATION,
                Map.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Lesson.Notes.NONE,
                Path.of(id));
    }
}
