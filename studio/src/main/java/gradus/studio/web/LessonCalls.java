package gradus.studio.web;

import gradus.course.Question;
import gradus.studio.desk.Desk;
import gradus.studio.json.Json;
import gradus.studio.refusal.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the pages ask for while one reads: answers to questions, figures, and whose parts run.
final class LessonCalls {

    private final Desk desk;
    private final Templates templates;

    LessonCalls(Desk desk, Templates templates) {
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
        Answer answer = body(ctx, Answer.class);
        Question.Mark mark =
                desk.answer(ctx.pathParam("lesson"), ctx.pathParam("question"), text(answer.answer(), "answer"));
        json(ctx, Map.of("right", mark.right(), "html", templates.render("feedback", Map.of("mark", mark))));
    }

    private void draw(Context ctx) {
        Map<String, String> moved = body(ctx, Moved.class).moved();
        json(
                ctx,
                desk.draw(
                        ctx.pathParam("lesson"),
                        ctx.pathParam("figure"),
                        moved == null ? Map.of() : new HashMap<>(moved)));
    }

    private void tryOut(Context ctx) {
        json(ctx, desk.tryOut(text(body(ctx, Program.class).code(), "code")));
    }

    private void choose(Context ctx) {
        json(ctx, desk.choose(ctx.pathParam("part"), body(ctx, Choice.class).mine()));
    }

    static void json(Context ctx, Object value) {
        ctx.contentType("application/json").result(Json.write(value));
    }

    static <T> T body(Context ctx, Class<T> type) {
        try {
            return Json.read(ctx.body(), type);
        } catch (IllegalArgumentException e) {
            throw Refusal.misuse("The page sent something that is not what was expected; reload it.");
        }
    }

    static String text(@Nullable String value, String name) {
        if (value == null) {
            throw Refusal.misuse("The page sent no " + name + "; reload it.");
        }
        return value;
    }

    private record Answer(@Nullable String answer) {}

    private record Moved(@Nullable Map<String, String> moved) {}

    private record Choice(boolean mine) {}

    private record Program(@Nullable String code) {}
}
