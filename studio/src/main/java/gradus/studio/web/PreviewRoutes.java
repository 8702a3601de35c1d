package gradus.studio.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Map;

/// The requests of a preview: before a page is shown, its files are read anew if they have changed; and pages ask
/// for the version, to know when to reload.
final class PreviewRoutes {

    private static final String VERSION = "preview-version";

    private final Preview preview;

    PreviewRoutes(Preview preview) {
        this.preview = preview;
    }

    /// The version that the course had when the request began; empty if this is no preview.
    static String version(Context ctx) {
        String version = ctx.attribute(VERSION);
        return version == null ? "" : version;
    }

    void addTo(RoutesConfig routes) {
        routes.before(ctx -> {
            if (ctx.method() == HandlerType.GET && !ctx.path().startsWith(Assets.PATH)) {
                ctx.attribute(VERSION, preview.version());
            }
        });
        routes.get("/preview/version", ctx -> LessonRoutes.json(ctx, Map.of("version", preview.version())));
    }
}
