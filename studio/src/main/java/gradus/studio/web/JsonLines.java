package gradus.studio.web;

import gradus.studio.json.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A response of JSON objects, a line each, sent as they come.
final class JsonLines {

    private final OutputStream out;
    private boolean listening = true;

    JsonLines(Context ctx) {
        ctx.contentType("application/x-ndjson");
        this.out = unbuffered(ctx);
    }

    /// The response's own stream. The context's stream buffers its data until there is enough to compress.
    private static OutputStream unbuffered(Context ctx) {
        try {
            return ctx.res().getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends an object, unless the page has gone.
    ///
    /// @return whether the page is still there
    synchronized boolean send(Object object) {
        if (listening) {
            try {
                out.write((Json.write(object) + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                listening = false;
            }
        }
        return listening;
    }
}
