package gradus.studio.web;

import static gradus.studio.web.LessonRoutes.json;

import gradus.studio.desk.ArenaStanding;
import gradus.studio.desk.Desk;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;

/// The requests of an arena's form besides those of its file: probes, and what they say.
final class ArenaRoutes {

    private final Desk desk;
    private final Templates templates;

    ArenaRoutes(Desk desk, Templates templates) {
        this.desk = desk;
        this.templates = templates;
    }

    void addTo(RoutesConfig routes) {
        routes.get(
                "/lessons/{lesson}/probes",
                ctx -> send(ctx, desk.runs().arenas().standing(ctx.pathParam("lesson"))));
        routes.post(
                "/lessons/{lesson}/probes/{contender}",
                ctx -> send(ctx, desk.runs().arenas().probe(ctx.pathParam("lesson"), ctx.pathParam("contender"))));
        routes.post(
                "/lessons/{lesson}/start-over",
                ctx -> send(ctx, desk.runs().arenas().startOver(ctx.pathParam("lesson"))));
    }

    private void send(Context ctx, ArenaStanding standing) {
        json(ctx, Map.of("html", templates.render("probes", Map.of("standing", standing))));
    }
}
