package gradus.studio.web;

import gradus.studio.json.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A response of JSON objects, a line each, sent as they come.
final class JsonLines {

    /// Nobody sees progress that is replaced sooner, and each packet costs the server and the page something.
    private static final Duration MOMENT = Duration.ofMillis(50);

    private final OutputStream out;
    private final List<Map<String, ?>> pending = new ArrayList<>();
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
    synchronized boolean send(Map<String, ?> object) {
        pending.add(object);
        sendPending();
        return listening;
    }

    /// The same, without those of the pending objects that count no more with this one.
    synchronized void send(Map<String, ?> object, Predicate<Map<String, ?>> stillCounts) {
        pending.removeIf(stillCounts.negate());
        send(object);
    }

    /// Sends an object within a moment, together with those that follow it.
    synchronized void sendSoon(Map<String, ?> object) {
        pending.add(object);
        if (!timerRuns) {
            timerRuns = true;
            Thread.startVirtualThread(this::sendAfterAMoment);
        }
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
                String text = pending.stream()
                        .map(object -> Json.write(object) + "\n")
                        .collect(Collectors.joining());
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                listening = false;
            }
        }
        pending.clear();
    }
}
