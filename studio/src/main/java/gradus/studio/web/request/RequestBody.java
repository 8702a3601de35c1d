package gradus.studio.web.request;

import gradus.studio.error.UserFacingException;
import gradus.studio.json.Json;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Bodies of requests.
public final class RequestBody {

    public static final int MOST_BYTES = 1_000_000;

    /// Of a body that isn't wanted. A client that still sends when the connection is closed never sees the answer.
    private static final int MOST_DISCARDED_BYTES = 16_000_000;

    private RequestBody() {}

    /// Reads the body, so that what comes after this has the whole request.
    ///
    /// @throws HttpResponseException with status 413 if it has more than [#MOST_BYTES]
    public static void read(Context ctx) throws IOException {
        try {
            ctx.bodyAsBytes();
        } catch (HttpResponseException tooLarge) {
            discard(ctx);
            throw tooLarge;
        }
    }

    /// Reads the body, or a bounded part of it, and keeps nothing.
    public static void discard(Context ctx) throws IOException {
        InputStream in = ctx.req().getInputStream();
        byte[] chunk = new byte[8192];
        int read = in.read(chunk);
        for (int total = read; read >= 0 && total < MOST_DISCARDED_BYTES; total += read) {
            read = in.read(chunk);
        }
    }

    /// The record that the body represents as a JSON object.
    ///
    /// @throws UserFacingException if it represents something else
    public static <T extends Record> T json(Context ctx, Class<T> type) {
        String body = new String(ctx.bodyAsBytes(), StandardCharsets.UTF_8).strip();
        T read;
        try {
            read = Json.read(body, type);
        } catch (IllegalArgumentException e) {
            throw unexpected(type, kind(body));
        }
        if (read == null) {
            throw unexpected(type, "null");
        }
        return read;
    }

    private static UserFacingException unexpected(Class<? extends Record> type, String kind) {
        String fields = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
        return UserFacingException.usageError("The page's request should be a JSON object with " + fields
                + ", but it is " + kind + "; reload the page.");
    }

    /// What a body is that couldn't be read.
    private static String kind(String body) {
        if (body.isEmpty()) {
            return "nothing";
        }
        return switch (parsed(body)) {
            case Map<?, ?> _ -> "one with another content";
            case List<?> _ -> "a list";
            case String _ -> "a text";
            case Number _ -> "a number";
            case Boolean _ -> "true or false";
            default -> "no JSON";
        };
    }

    private static Object parsed(String body) {
        try {
            return Json.read(body, Object.class);
        } catch (IllegalArgumentException e) {
            return Void.class;
        }
    }
}
