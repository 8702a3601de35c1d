package gradus.studio.web;

import gradus.studio.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Scripts, styles and fonts, bundled during development. Their names contain a hash of their content, so
/// browsers may cache them forever.
public final class Assets {

    static final String PATH = "/assets/";

    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8");

    private final Map<String, String> names;

    private Assets(Map<String, String> names) {
        this.names = names;
    }

    static Assets bundled() {
        var names = new TreeMap<String, String>();
        Map<?, ?> manifest = Json.read(new String(read("manifest.json"), StandardCharsets.UTF_8), Map.class);
        manifest.forEach((name, hashed) -> names.put(name.toString(), hashed.toString()));
        return new Assets(names);
    }

    /// The URL path of an asset, by its plain name: `app.css`.
    public String path(String name) {
        return PATH + Objects.requireNonNull(names.get(name), () -> "no asset named " + name + " in the bundle");
    }

    void addTo(RoutesConfig routes) {
        routes.get(PATH + "{file}", this::serve);
        routes.get("/favicon.ico", ctx -> ctx.redirect(path("mark.svg")));
    }

    private void serve(Context ctx) {
        String file = ctx.pathParam("file");
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        if (type == null || !file.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+")) {
            throw new NotFoundResponse();
        }
        ctx.header("Cache-Control", FOREVER).contentType(type).result(read(file));
    }

    private static byte[] read(String file) {
        try (InputStream in = Assets.class.getResourceAsStream("assets/" + file)) {
            if (in == null) {
                throw new NotFoundResponse();
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
