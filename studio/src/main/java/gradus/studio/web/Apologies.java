package gradus.studio.web;

import gradus.studio.refusal.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.HexFormat;

/// What is said when a request cannot be answered: a refusal in its own sentence, anything else by a reference under
/// which the log has the whole story.
final class Apologies {

    private static final Logger LOG = System.getLogger("gradus.studio.web");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Templates templates;

    Apologies(Templates templates) {
        this.templates = templates;
    }

    void addTo(RoutesConfig routes) {
        routes.exception(
                Refusal.class,
                (refusal, ctx) -> templates.say(ctx, status(ctx, refusal), Notice.refusal(sentence(refusal))));
        routes.exception(HttpResponseException.class, (e, ctx) -> {
            HttpStatus status = HttpStatus.forStatus(e.getStatus());
            templates.say(ctx, status, notice(status));
        });
        routes.exception(Exception.class, (e, ctx) -> templates.say(ctx, HttpStatus.INTERNAL_SERVER_ERROR, broken(e)));
    }

    /// Writes `fault` to the log, and answers what to tell the person.
    static Notice broken(Throwable fault) {
        byte[] reference = new byte[3];
        RANDOM.nextBytes(reference);
        String shown = HexFormat.of().formatHex(reference);
        LOG.log(Level.ERROR, "reference " + shown, fault);
        return Notice.broken(shown);
    }

    private static Notice notice(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> Notice.NO_PAGE;
            case CONTENT_TOO_LARGE -> Notice.TOO_LARGE;
            default -> Notice.refusal("The page sent something that the studio does not understand; reload it.");
        };
    }

    private static HttpStatus status(Context ctx, Refusal refusal) {
        if (refusal.exitCode() != 2) {
            return HttpStatus.INTERNAL_SERVER_ERROR;
        }
        return ctx.method() == HandlerType.GET ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST;
    }

    static String sentence(Refusal refusal) {
        return String.valueOf(refusal.getMessage());
    }
}
