package gradus.studio.terminal;

import gradus.course.Arena;
import gradus.course.Audit;
import gradus.course.Coding;
import gradus.course.Milestone;
import gradus.course.Testing;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.mastery.Recommendation;
import gradus.studio.desk.CheckReply;
import gradus.studio.desk.Desk;
import gradus.studio.error.UserFacingException;
import gradus.studio.json.Json;
import gradus.studio.terminal.ConsolePrinter.Style;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// Submits the files in the workspace, once or on every save.
final class SubmissionChecker {

    private final TerminalEnvironment around;
    private final ConsolePrinter consolePrinter;
    private final Desk desk;
    private final boolean json;
    private final String lesson;

    SubmissionChecker(
            TerminalEnvironment around,
            ConsolePrinter consolePrinter,
            Desk desk,
            boolean json,
            Optional<String> wanted) {
        this.around = around;
        this.consolePrinter = consolePrinter;
        this.desk = desk;
        this.json = json;
        this.lesson = wanted.map(id -> desk.lesson(id).id()).orElseGet(this::choose);
    }

    /// @return the exit code
    int checkOnce() {
        Submission submission = desk.submission(lesson);
        CheckReply reply;
        try (var line = new ProgressLine(around, consolePrinter, json)) {
            reply = desk.check(submission, line);
        }
        if (json) {
            consolePrinter.json(Json.write(reply));
        } else {
            print(submission, reply.verdict());
        }
        if (reply.verdict() instanceof Verdict.JudgeFault fault) {
            consolePrinter.error("The judge couldn't check " + lesson + " (" + fault.message()
                    + "); it doesn't count against you: try again.");
        } else if (!json) {
            consolePrinter.blankLine();
            printNext(reply);
        }
        return switch (reply.verdict()) {
            case Verdict.Passed _ -> ExitCode.SUCCESS;
            case Verdict.JudgeFault _ -> ExitCode.SYSTEM_ERROR;
            case Verdict.ChecksPassed _,
                    Verdict.NotYet _,
                    Verdict.DidNotCompile _,
                    Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.Forbidden _,
                    Verdict.EndedEarly _ -> ExitCode.NOT_YET;
        };
    }

    private void print(Submission submission, Verdict verdict) {
        switch (desk.lesson(lesson).lab().orElseThrow()) {
            case Coding coding -> new CodingPrinter(consolePrinter, desk, coding).print(submission, verdict);
            case Testing testing -> new TestingPrinter(consolePrinter, desk, testing).print(verdict);
            case Milestone milestone -> new VerdictPrinter(consolePrinter, desk, milestone).print(verdict);
            case Arena arena -> new ArenaPrinter(consolePrinter, desk, arena).print(submission, verdict);
            case Audit audit -> new AuditPrinter(consolePrinter, audit).print(submission, verdict);
        }
    }

    /// After a check that hasn't passed, the next thing to do is to mend this lab, even if something else is due.
    private void printNext(CheckReply reply) {
        var printer = new RecommendationPrinter(consolePrinter, desk);
        boolean done = reply.verdict() instanceof Verdict.Passed;
        if (done
                || reply.next() instanceof Recommendation.Retry retry
                        && retry.lesson().equals(lesson)) {
            printer.print(reply.next());
        } else {
            printer.again(lesson);
        }
    }

    /// Checks now and on every save, until interrupted.
    void watch() {
        var files = desk.submission(lesson).sources().keySet().stream()
                .map(desk.workspace()::file)
                .toList();
        try (var fileWatcher = new FileWatcher(files)) {
            while (!Thread.interrupted()) {
                checkWhileWatching();
                consolePrinter.blankLine();
                consolePrinter.line(
                        Style.FAINT,
                        "· ",
                        Style.FAINT,
                        "Save a file of " + lesson + " to check again, or press Ctrl-C to stop.");
                fileWatcher.awaitSave();
                consolePrinter.blankLine();
            }
        } catch (InterruptedException e) {
            // An interrupt is the normal way to stop watching.
        }
    }

    /// A file that is missing or unreadable for a moment doesn't stop the watch.
    private void checkWhileWatching() {
        try {
            checkOnce();
        } catch (UserFacingException userFacingException) {
            consolePrinter.error(String.valueOf(userFacingException.getMessage()));
        }
        desk.notices().forEach(consolePrinter::error);
    }

    private String choose() {
        Optional<String> started = desk.course().lessons().stream()
                .map(it -> it.id())
                .filter(id -> began(id).isPresent())
                .max(Comparator.comparing(id -> began(id).orElseThrow()));
        String chosen = started.or(this::recommended)
                .orElseThrow(() -> UserFacingException.usageError(
                        "There is no lesson to check because you haven't started one; name one: `gradus check"
                                + " LESSON`."));
        if (!json) {
            consolePrinter.line("Checking " + chosen + ", "
                    + (started.isPresent() ? "the lesson you started last." : "the next lesson."));
            consolePrinter.blankLine();
        }
        return chosen;
    }

    private Optional<Instant> began(String id) {
        return desk.mastery().knowledgeOf(id).startedAt();
    }

    private Optional<String> recommended() {
        return switch (desk.next()) {
            case Recommendation.Learn it -> Optional.of(it.lesson());
            case Recommendation.Retry it -> Optional.of(it.lesson());
            case Recommendation.Review _, Recommendation.Rest _ -> Optional.empty();
        };
    }
}
