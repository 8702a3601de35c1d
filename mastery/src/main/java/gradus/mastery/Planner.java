package gradus.mastery;

import gradus.course.Arena;
import gradus.course.Audit;
import gradus.course.Coding;
import gradus.course.Course;
import gradus.course.Lesson;
import gradus.course.Milestone;
import gradus.course.Testing;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Recommends what to do next. A pure function of course, mastery and time.
///
/// First come labs that were submitted but haven't passed, then lessons due for review, then the next lesson
/// in recommended order whose prerequisites have all been passed.
public final class Planner {

    /// A passed lesson is due for review after this long without activity: the first interval of FSRS-6 for a
    /// "good" answer, 2.3065 days, rounded down (open-spaced-repetition, FSRS-6 defaults).
    private static final Duration FIRST_INTERVAL = Duration.ofDays(2);

    private final Course course;

    public Planner(Course course) {
        this.course = course;
    }

    /// The recommendation for `now`.
    public Recommendation next(Mastery mastery, Instant now) {
        return unfinished(mastery)
                .or(() -> review(mastery, now))
                .or(() -> nextLesson(mastery))
                .orElseGet(() -> rest(mastery));
    }

    /// The passed lessons that are due for review, the one with the oldest activity first.
    public List<Lesson> due(Mastery mastery, Instant now) {
        return course.lessons().stream()
                .filter(lesson -> mastery.passed(lesson.id()))
                .filter(lesson -> isDue(lastActivity(mastery, lesson), now))
                .sorted(Comparator.comparing(lesson -> lastActivity(mastery, lesson)))
                .toList();
    }

    /// A time that can't be true would put a review off for ever, so such a lesson is due; answering its quiz gives it
    /// a true one.
    private static boolean isDue(Instant lastActivity, Instant now) {
        return !Absence.isCredible(lastActivity, now)
                || !lastActivity.plus(FIRST_INTERVAL).isAfter(now);
    }

    /// Whether all prerequisites of `lesson` have been passed.
    public boolean ready(Mastery mastery, Lesson lesson) {
        return lesson.needs().stream().allMatch(mastery::passed);
    }

    private Optional<Recommendation> unfinished(Mastery mastery) {
        return course.lessons().stream()
                .filter(lesson -> mastery.knowledgeOf(lesson.id()).stuck())
                .max(Comparator.comparing(lesson -> lastActivity(mastery, lesson)))
                .map(lesson -> new Recommendation.Retry(lesson.id(), retry(lesson, mastery.knowledgeOf(lesson.id()))));
    }

    private static String retry(Lesson lesson, Mastery.Knowledge known) {
        Attempt.HandedIn last = known.lastSubmission().orElseThrow();
        String times =
                known.submissions() == 1 ? "once" : known.submissions() == 2 ? "twice" : known.submissions() + " times";
        if (last.awaitsGate()) {
            return "All checks of \"" + lesson.title() + "\" pass. Its gate is still to run: `gradus run " + lesson.id()
                    + "`, or Start on its page.";
        }
        return "You've submitted \"" + lesson.title() + "\" " + times + ", and " + state(lesson, last) + ".";
    }

    private static String state(Lesson lesson, Attempt.HandedIn last) {
        int passed = last.passed();
        int all = last.checks();
        return switch (graded(lesson)) {
            case CHECKS ->
                passed > 0 ? passed + " of " + all + " checks pass" : "none of its " + all + " checks passes yet";
            case DECISIONS ->
                passed > 0
                        ? passed + " of " + all + " decisions are right"
                        : "none of its " + all + " decisions is right yet";
            case BOTH ->
                passed > 0
                        ? passed + " of " + all + " checks and decisions are right"
                        : "none of its " + all + " checks and decisions is right yet";
        };
    }

    /// What a submission of a lab has results for.
    private enum Graded {
        CHECKS,
        DECISIONS,
        BOTH
    }

    private static Graded graded(Lesson lesson) {
        return lesson.lab()
                .map(lab -> switch (lab) {
                    case Coding coding -> coding.decisions().isPresent() ? Graded.BOTH : Graded.CHECKS;
                    case Arena _, Milestone _, Testing _ -> Graded.CHECKS;
                    case Audit _ -> Graded.DECISIONS;
                })
                .orElse(Graded.CHECKS);
    }

    private Optional<Recommendation> review(Mastery mastery, Instant now) {
        return due(mastery, now).stream()
                .findFirst()
                .map(lesson -> new Recommendation.Review(
                        lesson.id(),
                        "You passed \"" + lesson.title() + "\" and haven't come back to it "
                                + Absence.since(lastActivity(mastery, lesson), now)
                                + ". Answer its quiz before you forget it."));
    }

    private Optional<Recommendation> nextLesson(Mastery mastery) {
        return course.lessons().stream()
                .filter(lesson -> !mastery.passed(lesson.id()) && ready(mastery, lesson))
                .findFirst()
                .map(lesson -> new Recommendation.Learn(lesson.id(), learn(mastery, lesson)));
    }

    private String learn(Mastery mastery, Lesson lesson) {
        if (mastery.knowledgeOf(lesson.id()).startedAt().isPresent()) {
            return "You've started \"" + lesson.title() + "\"; its lab is in your workspace.";
        }
        if (!lesson.needs().isEmpty()) {
            return "You've passed its prerequisites: "
                    + lesson.needs().stream().map(this::title).collect(Collectors.joining(", ")) + ".";
        }
        boolean first = course.lessons().stream().noneMatch(other -> mastery.passed(other.id()));
        return first
                ? "It's the first lesson, and it has no prerequisites."
                : "It's the next lesson, and it has no prerequisites.";
    }

    private static Recommendation rest(Mastery mastery) {
        return new Recommendation.Rest(
                mastery.lessons().isEmpty()
                        ? "The course has no lesson that you can start."
                        : "You've passed every lesson, and no review is due today.");
    }

    private String title(String lesson) {
        return course.lesson(lesson).map(it -> "\"" + it.title() + "\"").orElse(lesson);
    }

    private static Instant lastActivity(Mastery mastery, Lesson lesson) {
        return mastery.knowledgeOf(lesson.id()).lastActivityAt().orElse(Instant.EPOCH);
    }
}
