package gradus.mastery;

import gradus.course.Course;
import gradus.course.Lesson;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says what to do next. Pure: the same course, mastery and time give the same recommendation.
///
/// First what is half done, then what is about to be forgotten, then the next lesson of the recommended order
/// whose needs have all passed.
public final class Planner {

    /// After this long untouched, a passed lesson is due: the first interval of FSRS-6 for a "good" answer,
    /// 2.3065 days, rounded down (open-spaced-repetition, FSRS-6 defaults).
    private static final Duration FIRST_INTERVAL = Duration.ofDays(2);

    private final Course course;

    public Planner(Course course) {
        this.course = course;
    }

    /// What to do now.
    public Recommendation next(Mastery mastery, Instant now) {
        return unfinished(mastery)
                .or(() -> review(mastery, now))
                .or(() -> nextLesson(mastery))
                .orElseGet(() -> rest(mastery));
    }

    /// The passed lessons that nobody has touched for the first interval, the longest forgotten first.
    public List<Lesson> due(Mastery mastery, Instant now) {
        return course.lessons().stream()
                .filter(lesson -> mastery.passed(lesson.id()))
                .filter(lesson ->
                        lastActivity(mastery, lesson).plus(FIRST_INTERVAL).compareTo(now) <= 0)
                .sorted(Comparator.comparing(lesson -> lastActivity(mastery, lesson)))
                .toList();
    }

    /// Whether everything that `lesson` needs has passed.
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
        String state = last.passed() > 0
                ? last.passed() + " of " + last.checks() + " checks pass"
                : "none of its " + last.checks() + " checks passes yet";
        return "You handed in \"" + lesson.title() + "\" " + times + ", and " + state + ".";
    }

    private Optional<Recommendation> review(Mastery mastery, Instant now) {
        return due(mastery, now).stream()
                .findFirst()
                .map(lesson -> new Recommendation.Review(
                        lesson.id(),
                        "You passed \"" + lesson.title() + "\" and have not come back to it for "
                                + Duration.between(lastActivity(mastery, lesson), now)
                                        .toDays()
                                + " days: answer its quiz before it fades."));
    }

    private Optional<Recommendation> nextLesson(Mastery mastery) {
        return course.lessons().stream()
                .filter(lesson -> !mastery.passed(lesson.id()) && ready(mastery, lesson))
                .findFirst()
                .map(lesson -> new Recommendation.Learn(lesson.id(), learn(mastery, lesson)));
    }

    private String learn(Mastery mastery, Lesson lesson) {
        if (mastery.knowledgeOf(lesson.id()).startedAt().isPresent()) {
            return "You have begun \"" + lesson.title() + "\"; its lab waits in your workspace.";
        }
        if (!lesson.needs().isEmpty()) {
            return "You have passed what it needs: "
                    + lesson.needs().stream().map(this::title).collect(Collectors.joining(", ")) + ".";
        }
        boolean first = course.lessons().stream().noneMatch(other -> mastery.passed(other.id()));
        return first
                ? "It is the first step, and it needs nothing before it."
                : "It is the next step on the road, and it needs nothing before it.";
    }

    private static Recommendation rest(Mastery mastery) {
        return new Recommendation.Rest(
                mastery.lessons().isEmpty()
                        ? "The course has no lesson that you could begin."
                        : "You have passed every lesson there is, and nothing is due for review today.");
    }

    private String title(String lesson) {
        return course.lesson(lesson).map(it -> "\"" + it.title() + "\"").orElse(lesson);
    }

    private static Instant lastActivity(Mastery mastery, Lesson lesson) {
        return mastery.knowledgeOf(lesson.id()).lastActivityAt().orElse(Instant.EPOCH);
    }
}
