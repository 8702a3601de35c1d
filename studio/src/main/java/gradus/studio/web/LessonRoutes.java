package gradus.studio.web;

import gradus.course.Grade;
import gradus.studio.desk.Desk;
import gradus.studio.error.UserFacingException;
import gradus.studio.json.Json;
import gradus.studio.web.request.RequestBody;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The requests of a lesson's page: answers to questions, figures, examples, and the choice of parts.
final class LessonRoutes {

    private final Desk desk;
    private final Templates templates;

    LessonRoutes(Desk desk, Templates templates) {
        this.desk = desk;
        this.templates = templates;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/lessons/{lesson}/questions/{question}", this::answer);
        routes.post("/lessons/{lesson}/figures/{figure}", this::draw);
        routes.post("/lessons/{lesson}/examples", this::tryOut);
        routes.post("/parts/{part}", this::choose);
    }

    private void answer(Context ctx) {
        Answer answer = RequestBody.json(ctx, Answer.class);
        Grade grade = desk.answer(ctx.pathParam("lesson"), ctx.pathParam("question"), text(answer.answer(), "answer"));
        json(
                ctx,
                Map.of(
                        "right",
                        grade instanceof Grade.Right,
                        "counted",
                        grade instanceof Grade.Right || grade instanceof Grade.Wrong,
                        "html",
                        templates.render("feedback", Map.of("mark", grade))));
    }

    private void draw(Context ctx) {
        Map<String, String> moved = RequestBody.json(ctx, FigureControls.class).moved();
        json(
                ctx,
                desk.draw(
                        ctx.pathParam("lesson"),
                        ctx.pathParam("figure"),
                        moved == null ? Map.of() : new HashMap<>(moved)));
    }

    private void tryOut(Context ctx) {
        json(
                ctx,
                desk.runSnippet(
                        ctx.pathParam("lesson"),
                        text(RequestBody.json(ctx, Program.class).code(), "code")));
    }

    private void choose(Context ctx) {
        json(
                ctx,
                desk.choosePart(
                        ctx.pathParam("part"),
                        RequestBody.json(ctx, Choice.class).mine()));
    }

    static void json(Context ctx, Object value) {
        ctx.contentType("application/json").result(Json.write(value));
    }

    static String text(@Nullable String value, String name) {
        if (value == null) {
            throw UserFacingException.usageError("The page's request has no \"" + name + "\"; reload the page.");
        }
        return value;
    }

    private record Answer(@Nullable String answer) {}

    private record FigureControls(@Nullable Map<String, String> moved) {}

    private record Choice(boolean mine) {}

    private record Program(@Nullable String code) {}
}
