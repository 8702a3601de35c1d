package gradus.studio.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gradus.studio.json.Json;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;

/// Renders pages and fragments from the precompiled templates.
final class Templates {

    private static final String PACKAGE = "gradus.studio.web.pages";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);
    private final Assets assets;

    Templates(Assets assets) {
        this.assets = assets;
    }

    /// Responds with a whole page. `section` is the navigation entry it belongs to.
    void sendPage(Context ctx, String template, String section, String title, Map<String, ?> model) {
        var all = new HashMap<String, Object>(model);
        String theme = LayoutView.theme(ctx.cookie("gradus-theme"));
        all.put("frame", new LayoutView(title, section, theme, assets, PreviewRoutes.version(ctx)));
        ctx.html(render(template, all));
    }

    /// Renders a template to HTML.
    String render(String template, Map<String, Object> model) {
        var output = new StringOutput();
        engine.render(template + ".jte", model, output);
        return output.toString();
    }

    /// Responds with a notice: as a page if the client accepts HTML, else as JSON.
    void sendNotice(Context ctx, HttpStatus status, Notice notice) {
        ctx.status(status);
        String accepted = ctx.header("Accept");
        if (accepted != null && accepted.contains("text/html")) {
            sendPage(ctx, "notice", "", notice.title(), Map.of("notice", notice));
        } else {
            ctx.contentType("application/json").result(Json.write(notice));
        }
    }
}
