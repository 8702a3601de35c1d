package gradus.studio.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gradus.studio.json.Json;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Renders pages and fragments from the precompiled templates.
final class Templates {

    private static final String PACKAGE = "gradus.studio.web.pages";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);
    private final Assets assets;
    private final Supplier<List<String>> notices;

    /// @param notices takes the sentences about the journal that no page has shown yet
    Templates(Assets assets, Supplier<List<String>> notices) {
        this.assets = assets;
        this.notices = notices;
    }

    /// Responds with a whole page. `section` is the navigation entry it belongs to.
    void sendPage(Context ctx, String template, String section, String title, Map<String, ?> model) {
        sendPage(ctx, template, section, title, model, notices.get());
    }

    private void sendPage(
            Context ctx, String template, String section, String title, Map<String, ?> model, List<String> told) {
        String theme = LayoutView.theme(ctx.cookie("gradus-theme"));
        var frame = new LayoutView(title, section, theme, assets, PreviewRoutes.version(ctx), told);
        ctx.html(page(template, frame, model));
    }

    /// The page with a notice, for a request of which nothing else could be read.
    String noticePage(Notice notice) {
        var frame = new LayoutView(notice.title(), "", LayoutView.theme(null), assets, "", List.of());
        return page("notice", frame, Map.of("notice", notice));
    }

    private String page(String template, LayoutView frame, Map<String, ?> model) {
        var all = new HashMap<String, Object>(model);
        all.put("frame", frame);
        return render(template, all);
    }

    /// The sentences about the journal that no page has shown yet, as HTML.
    String notices() {
        return render("journalnotices", Map.of("notices", notices.get()));
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
            // Nothing of the journal, because this may be the answer to somebody without access.
            sendPage(ctx, "notice", "", notice.title(), Map.of("notice", notice), List.of());
        } else {
            ctx.contentType("application/json").result(Json.write(notice));
        }
    }
}
