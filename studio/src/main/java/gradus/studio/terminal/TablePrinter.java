package gradus.studio.terminal;

import gradus.course.Arena;
import gradus.course.Audit;
import gradus.course.Coding;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.Milestone;
import gradus.course.Testing;
import gradus.mastery.Absence;
import gradus.studio.desk.CourseProgress;
import gradus.studio.desk.CourseProgress.LessonProgress;
import gradus.studio.desk.LibraryPartStatus;
import gradus.studio.terminal.ConsolePrinter.Style;
import gradus.studio.workspace.StartResult;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Prints lists and tables.
record TablePrinter(ConsolePrinter paper) {

    private static final String CASES = "the cases to decide";

    void started(StartResult startResult, Lab lab) {
        paper.line("The lab of " + startResult.lesson() + " is in your workspace, " + startResult.workspace() + ":");
        for (Path file : startResult.written()) {
            paper.line(Style.GOOD, "  ✓ ", Style.PLAIN, within(startResult, file) + ", " + content(lab, file));
        }
        boolean changed =
                !startResult.emptied().isEmpty() || !startResult.added().isEmpty();
        for (Path file : startResult.kept()) {
            paper.line(
                    Style.FAINT,
                    "  · ",
                    Style.PLAIN,
                    within(startResult, file)
                            + (changed ? ", yours; what you wrote stays" : ", yours, left unchanged"));
        }
        startResult
                .emptied()
                .forEach(member -> paper.line(
                        Style.FAINT,
                        "  · ",
                        Style.PLAIN,
                        "emptied `" + member + "`, which was the library's: this lab asks you to write it"));
        startResult
                .added()
                .forEach(member -> paper.line(
                        Style.FAINT, "  · ", Style.PLAIN, "added `" + member + "`, which your file didn't have yet"));
        if (changed) {
            paper.line("  The files as they were are in .gradus/before-" + startResult.lesson() + ".");
        }
        String next = switch (lab) {
            case Coding coding ->
                coding.decisions().isPresent()
                        ? "Write your code and decide the cases, then submit both: `gradus check "
                        : "Write your code, then submit it: `gradus check ";
            case Arena _ ->
                "Predict, then probe the contenders (`gradus run " + startResult.lesson()
                        + " CONTENDER`), decide and justify, then submit it: `gradus check ";
            case Audit _ -> "Decide the cases, then submit your decisions: `gradus check ";
            case Testing _ -> "Write your tests, then submit them: `gradus check ";
            case Milestone _ -> "There is nothing to write; run the milestone with your own parts: `gradus run ";
        };
        paper.line(next + startResult.lesson() + "`.");
    }

    /// What is in a file that was created.
    private static String content(Lab lab, Path file) {
        return switch (lab) {
            case Coding coding ->
                coding.decisions().filter(it -> file.endsWith(it.answers())).isPresent() ? CASES : "the starter code";
            case Arena _ -> "the file for prediction, choice and memo";
            case Audit _ -> CASES;
            case Testing _ -> "the test class to start from";
            case Milestone _ -> "nothing";
        };
    }

    void due(List<Lesson> due) {
        if (due.isEmpty()) {
            paper.line("Nothing is due for review.");
        } else {
            paper.line(Style.BOLD, "", Style.BOLD, "Due for review, oldest first:");
            due.forEach(lesson -> paper.line("  · ", lesson.title() + " (" + lesson.id() + ")"));
            paper.line("Run `gradus` to open the studio; each quiz is on its lesson's page.");
        }
    }

    void progress(CourseProgress courseProgress, Clock clock) {
        paper.table(
                List.of("  lesson", "state", "submissions", "hints", "correct answers", "date passed"),
                courseProgress.lessons().stream().map(it -> row(it, clock)).toList());
        paper.blankLine();
        paper.line(courseProgress.passed() + " of "
                + count(courseProgress.lessons().size(), "lesson") + " passed; "
                + courseProgress.partsMine() + " of " + count(courseProgress.parts(), "part") + " of the library "
                + (courseProgress.partsMine() == 1 ? "is" : "are") + " yours (" + percent(courseProgress) + " %).");
        if (!courseProgress.toCome().isEmpty()) {
            paper.line(
                    Style.FAINT,
                    "",
                    Style.FAINT,
                    count(courseProgress.toCome().size(), "more lesson") + " are planned and still to come; the map and"
                            + " the page Progress of the studio list them.");
        }
    }

    void parts(List<LibraryPartStatus> parts) {
        paper.table(
                List.of("  part", "runs", "lesson", "package"),
                parts.stream()
                        .map(it -> List.of(
                                (it.mine() ? "✓ " : "· ")
                                        + it.part().substring(it.part().lastIndexOf('.') + 1),
                                it.mine() ? "mine" : it.built() ? "library (yours is ready)" : "library",
                                it.lesson(),
                                it.part().substring(0, Math.max(0, it.part().lastIndexOf('.')))))
                        .toList());
    }

    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static List<String> row(LessonProgress lesson, Clock clock) {
        String sign = switch (lesson.state()) {
            case PASSED -> "✓ ";
            case IN_PROGRESS, READY, LATER -> "· ";
        };
        return List.of(
                sign + lesson.id(),
                lesson.state().words(),
                lesson.submissions() == 0 ? "" : Integer.toString(lesson.submissions()),
                lesson.hints() == 0 ? "" : Integer.toString(lesson.hints()),
                lesson.questions() == 0 ? "" : lesson.correctAnswers() + " of " + lesson.questions(),
                lesson.passedAt().map(at -> date(at, clock)).orElse(""));
    }

    private static String date(Instant at, Clock clock) {
        return Absence.isCredible(at, clock.instant())
                ? LocalDate.ofInstant(at, clock.getZone()).toString()
                : "unknown (clock)";
    }

    private static int percent(CourseProgress courseProgress) {
        return courseProgress.parts() == 0 ? 0 : 100 * courseProgress.partsMine() / courseProgress.parts();
    }

    private static Path within(StartResult startResult, Path file) {
        return startResult.workspace().relativize(file);
    }
}
