package gradus.studio.terminal;

import gradus.course.Lesson;
import gradus.studio.desk.PartStanding;
import gradus.studio.desk.Standing;
import gradus.studio.desk.Standing.LessonStanding;
import gradus.studio.terminal.Paper.Ink;
import gradus.studio.workspace.Started;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// What is told in rows.
record Tables(Paper paper) {

    void started(Started started) {
        paper.line("The lab of " + started.lesson() + " is in your workspace, " + started.workspace() + ":");
        for (Path file : started.written()) {
            paper.line(Ink.GOOD, "  ✓ ", Ink.PLAIN, within(started, file) + ", the starter");
        }
        for (Path file : started.kept()) {
            paper.line(Ink.FAINT, "  · ", Ink.PLAIN, within(started, file) + ", yours: it stays as it is");
        }
        paper.line("Write, then hand in: `gradus check " + started.lesson() + "`.");
    }

    void due(List<Lesson> due) {
        if (due.isEmpty()) {
            paper.line("Nothing is due for review.");
        } else {
            paper.line(Ink.STRONG, "", Ink.STRONG, "Due for review, the longest forgotten first:");
            due.forEach(lesson -> paper.line("  · ", lesson.title() + " (" + lesson.id() + ")"));
            paper.line("`gradus` opens the studio; each quiz is on its lesson's page.");
        }
    }

    void progress(Standing standing, ZoneId zone) {
        paper.table(
                List.of("  lesson", "state", "handed in", "hints", "questions", "passed on"),
                standing.lessons().stream().map(it -> row(it, zone)).toList());
        paper.gap();
        paper.line(standing.passed() + " of " + count(standing.lessons().size(), "lesson") + " passed; "
                + standing.partsMine() + " of " + count(standing.parts(), "part") + " of the library "
                + (standing.partsMine() == 1 ? "is" : "are") + " yours (" + percent(standing) + " %).");
    }

    void parts(List<PartStanding> parts) {
        paper.table(
                List.of("  part", "runs", "built in", "package"),
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

    private static List<String> row(LessonStanding lesson, ZoneId zone) {
        String sign = switch (lesson.state()) {
            case PASSED -> "✓ ";
            case BEGUN, READY, AHEAD -> "· ";
        };
        String state = switch (lesson.state()) {
            case PASSED -> "passed";
            case BEGUN -> "begun";
            case READY -> "ready";
            case AHEAD -> "ahead";
        };
        return List.of(
                sign + lesson.id(),
                state,
                lesson.handedIn() == 0 ? "" : Integer.toString(lesson.handedIn()),
                lesson.hints() == 0 ? "" : Integer.toString(lesson.hints()),
                lesson.questions() == 0 ? "" : lesson.answered() + " of " + lesson.questions(),
                lesson.passedAt()
                        .map(at -> LocalDate.ofInstant(at, zone).toString())
                        .orElse(""));
    }

    private static int percent(Standing standing) {
        return standing.parts() == 0 ? 0 : 100 * standing.partsMine() / standing.parts();
    }

    private static Path within(Started started, Path file) {
        return started.workspace().relativize(file);
    }
}
