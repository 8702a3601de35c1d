package gradus.studio.web;

import static gradus.studio.web.LessonRoutes.json;

import gradus.studio.desk.Desk;
import gradus.studio.run.Run;
import gradus.studio.run.RunFollower;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.Map;

/// The pages of runs, and the requests that start, follow and cancel one.
final class RunRoutes {

    private static final int POLL_MILLIS = 250;

    private final Desk desk;
    private final Templates templates;

    RunRoutes(Desk desk, Templates templates) {
        this.desk = desk;
        this.templates = templates;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/runs", this::list);
        routes.get("/runs/{run}", this::show);
        routes.get("/runs/{run}/events", this::follow);
        routes.post("/runs/{run}/cancel", this::cancel);
        routes.post("/lessons/{lesson}/runs", this::start);
    }

    private void list(Context ctx) {
        var runs = desk.runs().all().stream()
                .map(run -> RunView.of(run, desk, zone()))
                .toList();
        templates.sendPage(ctx, "runs", "runs", "Runs", Map.of("runs", runs));
    }

    private void show(Context ctx) {
        RunFollower follower = desk.runs().follow(ctx.pathParam("run"));
        RunView view = view(follower);
        templates.sendPage(ctx, "run", "runs", view.title(), Map.of("run", view));
    }

    /// Sends the page's changing part whenever it has changed, until the run is over or the page has gone.
    private void follow(Context ctx) throws InterruptedException {
        RunFollower follower = desk.runs().follow(ctx.pathParam("run"));
        var lines = new JsonLines(ctx);
        String sent = "";
        boolean going = true;
        while (going) {
            RunView view = view(follower);
            String html = templates.render("runbody", Map.of("run", view));
            going = html.equals(sent)
                    ? !view.over()
                    : lines.send(Map.of("html", html, "over", view.over())) && !view.over();
            sent = html;
            if (going) {
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    private void cancel(Context ctx) {
        desk.runs().cancel(ctx.pathParam("run"));
        json(ctx, Map.of());
    }

    private void start(Context ctx) {
        Run run = desk.runs().start(ctx.pathParam("lesson"));
        json(ctx, Map.of("page", "/runs/" + run.id()));
    }

    private RunView view(RunFollower follower) {
        // The run before what it has shown: if it is over then, nothing is missing.
        Run run = follower.run();
        return RunView.of(run, follower.progress(), desk, zone());
    }

    private static ZoneId zone() {
        return ZoneId.systemDefault();
    }
}
