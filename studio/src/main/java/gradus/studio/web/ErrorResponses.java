package gradus.studio.web;

import gradus.studio.error.UserFacingException;
import gradus.studio.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Error responses. A user-facing exception is shown with its own message. Any other error is logged, and the
/// response names the reference of the log entry.
final class ErrorResponses {

    private static final Logger LOG = System.getLogger("gradus.studio.web");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Templates templates;

    ErrorResponses(Templates templates) {
        this.templates = templates;
    }

    void addTo(RoutesConfig routes) {
        routes.exception(
                UserFacingException.class,
                (userFacingException, ctx) -> templates.sendNotice(
                        ctx, status(ctx, userFacingException), Notice.userError(message(userFacingException))));
        routes.exception(HttpResponseException.class, (e, ctx) -> {
            HttpStatus status = HttpStatus.forStatus(e.getStatus());
            templates.sendNotice(ctx, status, notice(status));
        });
        // A body that isn't what its header says, or that ends too early.
        routes.exception(HttpException.RuntimeException.class, (_, ctx) -> unreadable(ctx));
        routes.exception(EofException.class, (_, ctx) -> unreadable(ctx));
        routes.exception(
                Exception.class,
                (e, ctx) -> templates.sendNotice(ctx, HttpStatus.INTERNAL_SERVER_ERROR, internalError(e)));
    }

    /// Answers a request that the server couldn't even read; whatever is wrong with it, the client did it.
    boolean unreadable(Request request, Response response, Callback callback) {
        int status = response.getStatus() < 500 ? response.getStatus() : HttpStatus.BAD_REQUEST.getCode();
        boolean json = request.getHeaders().contains("Accept", "application/json");
        response.setStatus(status);
        AccessGuard.HEADERS.forEach(response.getHeaders()::put);
        response.getHeaders().put("Content-Type", json ? "application/json" : "text/html; charset=utf-8");
        String answer = json ? Json.write(Notice.UNREADABLE) : templates.noticePage(Notice.UNREADABLE);
        response.write(true, ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    private void unreadable(Context ctx) {
        templates.sendNotice(ctx, HttpStatus.BAD_REQUEST, notice(HttpStatus.BAD_REQUEST));
    }

    /// Logs `fault` and returns the notice to show.
    static Notice internalError(Throwable fault) {
        byte[] reference = new byte[3];
        RANDOM.nextBytes(reference);
        String shown = HexFormat.of().formatHex(reference);
        LOG.log(Level.ERROR, "reference " + shown, fault);
        return Notice.internalError(shown);
    }

    private static Notice notice(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> Notice.NOT_FOUND;
            case CONTENT_TOO_LARGE -> Notice.TOO_LARGE;
            case CONFLICT -> Notice.userError("This check has begun already; wait for its verdict.");
            default -> Notice.userError("The studio can't read the page's request; reload the page.");
        };
    }

    private static HttpStatus status(Context ctx, UserFacingException userFacingException) {
        if (userFacingException.exitCode() != 2) {
            return HttpStatus.INTERNAL_SERVER_ERROR;
        }
        return ctx.method() == HandlerType.GET ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST;
    }

    static String message(UserFacingException userFacingException) {
        return String.valueOf(userFacingException.getMessage());
    }
}
