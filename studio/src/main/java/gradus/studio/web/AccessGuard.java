package gradus.studio.web;

import gradus.studio.web.request.RequestBody;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Access control. A server that runs code is a target even on the loopback interface: other pages in the
/// browser can send requests to it, and other host names can point to it. So the host must be ours, every
/// change must come from our own pages, and every request except those for assets must carry the token of
/// this start.
final class AccessGuard {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " font-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    /// Of every answer.
    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    /// Browsers take a path that begins with two slashes, or with a slash and a backslash, for another host.
    private static final Pattern OWN_PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*/?");

    private final String token;
    private volatile List<String> hosts = List.of();
    private volatile String cookie = "gradus";

    AccessGuard() {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        token = HexFormat.of().formatHex(secret);
    }

    String token() {
        return token;
    }

    /// Browsers send cookies to every port of a host, so the cookie's name includes the port.
    void listenOn(int port) {
        hosts = List.of("127.0.0.1:" + port, "localhost:" + port);
        cookie = "gradus-" + port;
    }

    void check(Context ctx, Templates templates) throws IOException {
        HEADERS.forEach(ctx::header);
        if (!isOwnOrigin(ctx)) {
            reject(ctx, templates, HttpStatus.FORBIDDEN, Notice.FOREIGN_ORIGIN);
        } else if (ctx.path().startsWith(Assets.PATH)) {
            return;
        } else if (ctx.method() == HandlerType.GET && isToken(ctx.queryParam("token"))) {
            ctx.addHeader("Set-Cookie", cookie + "=" + token + "; Path=/; HttpOnly; SameSite=Strict");
            ctx.redirect(OWN_PATH.matcher(ctx.path()).matches() ? ctx.path() : "/", HttpStatus.SEE_OTHER);
            ctx.skipRemainingHandlers();
        } else if (!isToken(ctx.cookie(cookie))) {
            reject(ctx, templates, HttpStatus.UNAUTHORIZED, Notice.UNAUTHORIZED);
        }
    }

    /// Whether a request comes from our own pages. A page of another origin can send requests here, but the
    /// browser names its origin and the host name it used in the headers.
    private boolean isOwnOrigin(Context ctx) {
        String origin = ctx.header("Origin");
        boolean reads = ctx.method() == HandlerType.GET || ctx.method() == HandlerType.HEAD;
        boolean originFits = origin == null ? reads : hosts.stream().anyMatch(host -> origin.equals("http://" + host));
        String host = ctx.header("Host");
        return host != null && hosts.contains(host) && originFits;
    }

    private boolean isToken(@Nullable String secret) {
        return secret != null
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static void reject(Context ctx, Templates templates, HttpStatus status, Notice notice) throws IOException {
        RequestBody.discard(ctx);
        templates.sendNotice(ctx, status, notice);
        ctx.skipRemainingHandlers();
    }
}
