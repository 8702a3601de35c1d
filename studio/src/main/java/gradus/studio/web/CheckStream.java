package gradus.studio.web;

import gradus.course.Arena;
import gradus.course.Audit;
import gradus.course.Coding;
import gradus.course.Lab;
import gradus.course.Milestone;
import gradus.course.Testing;
import gradus.judge.ProgressEvent;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.studio.error.UserFacingException;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Streams the events of a check as it runs: one JSON object per line, whose kind is in `event`. The last
/// event is `verdict` or `broken`.
///
/// If the learner leaves the page, the check still runs to its end and is recorded.
final class CheckStream {

    private static final String PRINTED = "printed";

    private final Templates templates;
    private final Consumer<Map<String, ?>> ended;
    private final JsonLines lines;

    /// @param ended takes the last event, before it is sent
    CheckStream(Context ctx, Templates templates, Consumer<Map<String, ?>> ended) {
        this.templates = templates;
        this.ended = ended;
        this.lines = new JsonLines(ctx);
    }

    void stream(Function<Consumer<ProgressEvent>, Result> work) {
        try {
            verdict(work.apply(this::progress));
        } catch (UserFacingException userFacingException) {
            end(broken(Notice.userError(ErrorResponses.message(userFacingException))));
        } catch (RuntimeException fault) {
            end(broken(ErrorResponses.internalError(fault)));
        }
    }

    private void progress(ProgressEvent progressEvent) {
        lines.sendSoon(
                switch (progressEvent) {
                    case ProgressEvent.Waiting it -> Map.of("event", "waiting", "sentence", it.sentence());
                    case ProgressEvent.Compiled _ -> Map.of("event", "compiled");
                    case ProgressEvent.Checking it -> Map.of("event", "checking", "id", it.id(), "title", it.title());
                    case ProgressEvent.Checked it ->
                        Map.of(
                                "event",
                                "checked",
                                "id",
                                it.result().id(),
                                "title",
                                it.result().title(),
                                "outcome",
                                it.result().outcome().getClass().getSimpleName());
                    case ProgressEvent.Integrating it -> Map.of("event", "integrating", "parts", it.parts());
                    case ProgressEvent.Printed it -> Map.of("event", PRINTED, "text", it.text());
                    // A gate among the checks is over before anybody could look.
                    case ProgressEvent.Report _ -> Map.of("event", "reported");
                });
    }

    private void verdict(Result result) {
        switch (result.lab()) {
            case Coding coding -> code(result, coding);
            case Milestone milestone -> code(result, milestone);
            case Testing testing ->
                TestingView.of(result.verdict(), testing)
                        .ifPresentOrElse(
                                view -> verdict(
                                        result,
                                        templates.render(
                                                "testingverdict", Map.of("verdict", view, "next", result.next())),
                                        List.of()),
                                () -> code(result, testing));
            case Arena arena -> {
                ArenaView view = ArenaView.of(result.verdict(), arena, result.submission());
                verdict(
                        result,
                        templates.render("arenaverdict", Map.of("verdict", view, "next", result.next())),
                        List.of());
            }
            case Audit audit -> {
                AuditView view = AuditView.of(result.verdict(), audit, result.submission());
                verdict(
                        result,
                        templates.render("auditverdict", Map.of("verdict", view, "next", result.next())),
                        List.of());
            }
        }
    }

    private void code(Result result, Lab lab) {
        VerdictView view = VerdictView.of(
                result.verdict(), lab, result.submission(), result.next().isEmpty());
        verdict(
                result,
                templates.render("verdict", Map.of("verdict", view, "next", result.next(), "own", result.own())),
                view.problems());
    }

    private void verdict(Result result, String html, List<Verdict.Problem> problems) {
        end(Map.of(
                "event",
                "verdict",
                "html",
                templates.notices() + html,
                "passed",
                result.verdict() instanceof Verdict.Passed,
                "problems",
                problems));
    }

    private static Map<String, Object> broken(Notice notice) {
        return Map.of("event", "broken", "title", notice.title(), "sentence", notice.sentence());
    }

    private void end(Map<String, ?> event) {
        ended.accept(event);
        // The page replaces its list of running checks, and keeps what was printed.
        lines.send(event, pending -> PRINTED.equals(pending.get("event")));
    }

    /// The verdict, and after a check the recommendation; after one that passed, what is the learner's own now.
    record Result(
            Verdict verdict,
            Lab lab,
            Submission submission,
            Optional<RecommendationView> next,
            Optional<OwnParts> own) {}
}
