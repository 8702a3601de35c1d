package gradus.studio.web;

import static gradus.studio.web.LessonRoutes.json;
import static gradus.studio.web.LessonRoutes.text;

import gradus.course.Lab;
import gradus.course.Sha256;
import gradus.judge.ProgressEvent;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.studio.desk.Desk;
import gradus.studio.error.UserFacingException;
import gradus.studio.web.request.RequestBody;
import gradus.studio.workspace.SetAside;
import gradus.studio.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The requests of a lab's workbench: files and their versions, saving, the starter, hints, Run and Check.
final class LabRoutes {

    private final Desk desk;
    private final Templates templates;
    private final RecentChecks recentChecks = new RecentChecks();

    LabRoutes(Desk desk, Templates templates) {
        this.desk = desk;
        this.templates = templates;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/lessons/{lesson}/lab", this::open);
        routes.get("/lessons/{lesson}/lab/versions", this::versions);
        routes.put("/lessons/{lesson}/lab", this::save);
        routes.post("/lessons/{lesson}/lab/starter", this::putStarterBack);
        routes.post("/lessons/{lesson}/lab/problems", this::problems);
        routes.post("/lessons/{lesson}/hints/{task}", this::hint);
        routes.post("/lessons/{lesson}/check", this::check);
        routes.post("/lessons/{lesson}/run", this::run);
        routes.get("/lessons/{lesson}/checks/{check}", this::ending);
    }

    private void open(Context ctx) {
        json(ctx, files(ctx.pathParam("lesson")));
    }

    private void versions(Context ctx) {
        var versions = new TreeMap<String, String>();
        desk.sources(ctx.pathParam("lesson")).forEach((path, text) -> versions.put(path, version(text)));
        json(ctx, versions);
    }

    /// Saves a file if its version on disk is the one the page has seen. Otherwise responds with a conflict
    /// and the text on disk, so that changes from an IDE aren't lost.
    private synchronized void save(Context ctx) {
        String lesson = ctx.pathParam("lesson");
        Save save = RequestBody.json(ctx, Save.class);
        String path = text(save.path(), "path");
        String text = text(save.text(), "text");
        String there = desk.sources(lesson).get(path);
        if (there != null && !there.equals(text) && !version(there).equals(save.base())) {
            ctx.status(HttpStatus.CONFLICT);
            json(ctx, new WorkFile(path, there, version(there)));
            return;
        }
        desk.save(lesson, path, text);
        json(ctx, Map.of("version", version(text)));
    }

    private synchronized void putStarterBack(Context ctx) {
        String lesson = ctx.pathParam("lesson");
        Lab lab = desk.lesson(lesson)
                .lab()
                .orElseThrow(() -> UserFacingException.usageError("Lesson " + lesson + " has no lab to start over."));
        Path kept = SetAside.files(desk.workspace(), lab);
        json(ctx, Map.of("files", files(lesson), "kept", kept.toString()));
    }

    /// Responds with what keeps the code from compiling as it is on the page.
    private void problems(Context ctx) {
        Handed handed = RequestBody.json(ctx, Handed.class);
        json(ctx, desk.problems(submission(ctx.pathParam("lesson"), handed.sources())));
    }

    private void hint(Context ctx) {
        json(ctx, desk.hint(ctx.pathParam("lesson"), Optional.of(ctx.pathParam("task"))));
    }

    private void check(Context ctx) {
        stream(ctx, (submission, watcher) -> {
            var reply = desk.check(submission, watcher);
            return new CheckStream.Result(
                    reply.verdict(),
                    lab(submission),
                    submission,
                    Optional.of(RecommendationView.of(reply.next(), desk.course())),
                    own(submission, reply.verdict()));
        });
    }

    private void run(Context ctx) {
        stream(
                ctx,
                (submission, watcher) -> new CheckStream.Result(
                        desk.run(submission, watcher),
                        lab(submission),
                        submission,
                        Optional.empty(),
                        Optional.empty()));
    }

    /// Streams a check. If the page has named it, the page can ask for its ending.
    private void stream(Context ctx, BiFunction<Submission, Consumer<ProgressEvent>, CheckStream.Result> work) {
        Handed handed = RequestBody.json(ctx, Handed.class);
        Submission submission = submission(ctx.pathParam("lesson"), handed.sources());
        String check = name(
                ctx.pathParam("lesson"),
                Objects.requireNonNullElseGet(
                        handed.check(), () -> UUID.randomUUID().toString()));
        if (!recentChecks.begin(check)) {
            throw new ConflictResponse();
        }
        try {
            new CheckStream(ctx, templates, event -> recentChecks.end(check, event))
                    .stream(watcher -> work.apply(submission, watcher));
        } finally {
            recentChecks.giveUp(check);
        }
    }

    /// Responds with the last event of a check, or says that it's still running.
    private void ending(Context ctx) {
        String check = name(ctx.pathParam("lesson"), ctx.pathParam("check"));
        boolean running = recentChecks.isRunning(check);
        // In this order: a check that ends in between has an event.
        Optional<Map<String, ?>> event = recentChecks.lastEvent(check);
        if (event.isPresent()) {
            json(ctx, event.orElseThrow());
        } else if (running) {
            ctx.status(HttpStatus.ACCEPTED);
            json(ctx, Map.of());
        } else {
            throw UserFacingException.usageError("The studio knows no such check; check again.");
        }
    }

    private Optional<OwnParts> own(Submission submission, Verdict verdict) {
        return desk.lesson(submission.lesson())
                .coding()
                .filter(_ -> verdict instanceof Verdict.Passed)
                .map(coding -> OwnParts.of(coding, desk.courseProgress()));
    }

    private Lab lab(Submission submission) {
        return desk.lesson(submission.lesson()).lab().orElseThrow();
    }

    private Submission submission(String lesson, @Nullable Map<String, String> sources) {
        if (sources == null || sources.isEmpty() || sources.containsValue(null)) {
            throw UserFacingException.usageError("The page sent no sources to check; reload the page.");
        }
        List<String> paths = desk.lesson(lesson).lab().map(Workspace::paths).orElse(List.of());
        if (!Set.copyOf(paths).equals(sources.keySet())) {
            throw UserFacingException.usageError("The page's files differ from the lab's; reload the page.");
        }
        return new Submission(lesson, sources);
    }

    private List<WorkFile> files(String lesson) {
        return desk.sources(lesson).entrySet().stream()
                .map(file -> new WorkFile(file.getKey(), file.getValue(), version(file.getValue())))
                .toList();
    }

    private static String name(String lesson, String check) {
        return lesson + "/" + check;
    }

    private static String version(String text) {
        return Sha256.of(text).substring(0, 20);
    }

    private record WorkFile(String path, String text, String version) {}

    private record Save(
            @Nullable String path,
            @Nullable String text,
            @Nullable String base) {}

    /// @param check the page's name for this check; unique
    private record Handed(
            @Nullable Map<String, String> sources, @Nullable String check) {}
}
