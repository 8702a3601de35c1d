package gradus.studio.web;

import gradus.studio.error.UserFacingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.HexFormat;

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
        routes.exception(
                Exception.class,
                (e, ctx) -> templates.sendNotice(ctx, HttpStatus.INTERNAL_SERVER_ERROR, internalError(e)));
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
