package gradus.studio.web;

import static gradus.studio.web.LessonRoutes.json;
import static gradus.studio.web.LessonRoutes.text;

import gradus.course.Lab;
import gradus.course.Sha256;
import gradus.judge.Submission;
import gradus.studio.desk.Desk;
import gradus.studio.error.UserFacingException;
import gradus.studio.web.request.RequestBody;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The requests of a lab's workbench: files and their versions, saving, hints, Run and Check.
final class LabRoutes {

    private final Desk desk;
    private final Templates templates;

    LabRoutes(Desk desk, Templates templates) {
        this.desk = desk;
        this.templates = templates;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/lessons/{lesson}/lab", this::open);
        routes.get("/lessons/{lesson}/lab/versions", this::versions);
        routes.put("/lessons/{lesson}/lab", this::save);
        routes.post("/lessons/{lesson}/hints/{task}", this::hint);
        routes.post("/lessons/{lesson}/check", this::check);
        routes.post("/lessons/{lesson}/run", this::run);
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

    private void hint(Context ctx) {
        json(ctx, desk.hint(ctx.pathParam("lesson"), Optional.of(ctx.pathParam("task"))));
    }

    private void check(Context ctx) {
        Submission submission = submission(ctx);
        new CheckStream(ctx, templates).stream(watcher -> {
            var reply = desk.check(submission, watcher);
            return new CheckStream.Result(
                    reply.verdict(),
                    lab(submission),
                    submission,
                    Optional.of(RecommendationView.of(reply.next(), desk.course())));
        });
    }

    private void run(Context ctx) {
        Submission submission = submission(ctx);
        new CheckStream(ctx, templates)
                .stream(watcher -> new CheckStream.Result(
                        desk.run(submission, watcher), lab(submission), submission, Optional.empty()));
    }

    private Lab lab(Submission submission) {
        return desk.lesson(submission.lesson()).lab().orElseThrow();
    }

    private Submission submission(Context ctx) {
        String lesson = ctx.pathParam("lesson");
        Map<String, String> sources = RequestBody.json(ctx, Sources.class).sources();
        if (sources == null || sources.isEmpty() || sources.containsValue(null)) {
            throw UserFacingException.usageError("The page sent no sources to check; reload the page.");
        }
        if (!desk.sources(lesson).keySet().equals(sources.keySet())) {
            throw UserFacingException.usageError("The page's files differ from the lab's; reload the page.");
        }
        return new Submission(lesson, sources);
    }

    private List<WorkFile> files(String lesson) {
        return desk.sources(lesson).entrySet().stream()
                .map(file -> new WorkFile(file.getKey(), file.getValue(), version(file.getValue())))
                .toList();
    }

    private static String version(String text) {
        return Sha256.of(text).substring(0, 20);
    }

    private record WorkFile(String path, String text, String version) {}

    private record Save(
            @Nullable String path,
            @Nullable String text,
            @Nullable String base) {}

    private record Sources(@Nullable Map<String, String> sources) {}
}
