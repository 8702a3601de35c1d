package gradus.studio.terminal;

import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.mastery.Recommendation;
import gradus.studio.desk.CheckReply;
import gradus.studio.desk.Desk;
import gradus.studio.json.Json;
import gradus.studio.refusal.Refusal;
import gradus.studio.terminal.Paper.Ink;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// Hands in what is in the workspace, once or at every save.
final class Checking {

    private final Surroundings around;
    private final Paper paper;
    private final Desk desk;
    private final boolean json;
    private final String lesson;

    Checking(Surroundings around, Paper paper, Desk desk, boolean json, Optional<String> wanted) {
        this.around = around;
        this.paper = paper;
        this.desk = desk;
        this.json = json;
        this.lesson = wanted.map(id -> desk.lesson(id).id()).orElseGet(this::choose);
    }

    /// @return the exit code
    int once() {
        Submission submission = desk.submission(lesson);
        CheckReply reply;
        try (var line = new LiveLine(around, paper, json)) {
            reply = desk.check(submission, line);
        }
        if (json) {
            paper.json(Json.write(reply));
        } else {
            new VerdictText(paper, desk, lesson).print(reply.verdict());
        }
        if (reply.verdict() instanceof Verdict.JudgeFault fault) {
            around.err()
                    .println(paper.signs("The judge could not check " + lesson + " (" + fault.what()
                            + "); nothing was counted against you: try again."));
        } else if (!json) {
            paper.gap();
            new NextText(paper, desk).print(reply.next());
        }
        return switch (reply.verdict()) {
            case Verdict.Passed _ -> Exit.DONE;
            case Verdict.JudgeFault _ -> Exit.FAULT;
            case Verdict.NotYet _,
                    Verdict.DidNotCompile _,
                    Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.Forbidden _,
                    Verdict.EndedEarly _ -> Exit.NOT_YET;
        };
    }

    /// Checks now and at every save, until it is interrupted.
    void atEverySave() {
        var files = desk.submission(lesson).sources().keySet().stream()
                .map(desk.workspace()::file)
                .toList();
        try (var saves = new Saves(files)) {
            while (!Thread.interrupted()) {
                watchedOnce();
                paper.gap();
                paper.line(
                        Ink.FAINT, "· ", Ink.FAINT, "Save a file of " + lesson + " to check again; Ctrl-C ends this.");
                saves.await();
                paper.gap();
            }
        } catch (InterruptedException e) {
            // The way in which this ends: nothing is left to be interrupted.
        }
    }

    /// A file that is away or unreadable for the moment does not end the watch.
    private void watchedOnce() {
        try {
            once();
        } catch (Refusal refusal) {
            around.err().println(paper.signs(refusal.getMessage()));
        }
    }

    private String choose() {
        Optional<String> begun = desk.course().lessons().stream()
                .map(it -> it.id())
                .filter(id -> began(id).isPresent())
                .max(Comparator.comparing(id -> began(id).orElseThrow()));
        String chosen = begun.or(this::recommended)
                .orElseThrow(() -> Refusal.misuse(
                        "There is no lesson to check, for none was begun; name one: `gradus check LESSON`."));
        if (!json) {
            paper.line(
                    "Checking " + chosen + ", " + (begun.isPresent() ? "which you began last." : "which comes next."));
            paper.gap();
        }
        return chosen;
    }

    private Optional<Instant> began(String id) {
        return desk.mastery().of(id).began();
    }

    private Optional<String> recommended() {
        return switch (desk.next()) {
            case Recommendation.Learn it -> Optional.of(it.lesson());
            case Recommendation.Retry it -> Optional.of(it.lesson());
            case Recommendation.Review _, Recommendation.Rest _ -> Optional.empty();
        };
    }
}
