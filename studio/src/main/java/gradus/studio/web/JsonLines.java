package gradus.studio.web;

import gradus.studio.json.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A response of JSON objects, a line each, sent as they come.
final class JsonLines {

    /// Nobody sees progress that is replaced sooner, and each packet costs the server and the page something.
    private static final Duration MOMENT = Duration.ofMillis(50);

    private final OutputStream out;
    private final StringBuilder pending = new StringBuilder();
    private boolean listening = true;
    private boolean timerRuns;

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
        add(object);
        sendPending();
        return listening;
    }

    /// Sends an object within a moment, together with those that follow it.
    synchronized void sendSoon(Object object) {
        add(object);
        if (!timerRuns) {
            timerRuns = true;
            Thread.startVirtualThread(this::sendAfterAMoment);
        }
    }

    private void add(Object object) {
        pending.append(Json.write(object)).append('\n');
    }

    private void sendAfterAMoment() {
        try {
            Thread.sleep(MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            timerRuns = false;
            sendPending();
        }
    }

    /// Nothing is written when nothing is pending: the response may have ended.
    private void sendPending() {
        if (listening && !pending.isEmpty()) {
            try {
                out.write(pending.toString().getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                listening = false;
            }
        }
        pending.setLength(0);
    }
}
