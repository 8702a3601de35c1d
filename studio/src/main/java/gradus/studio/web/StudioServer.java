package gradus.studio.web;

import gradus.studio.desk.Desk;
import gradus.studio.error.UserFacingException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.util.Optional;
import org.eclipse.jetty.server.ServerConnector;

/// The studio's web server: pages for one learner, served on the loopback interface only.
///
/// Opening [#address] grants access for as long as the server runs. Every other client is rejected.
public final class StudioServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int MAX_BODY_BYTES = 1_000_000;

    /// Longer than any lab may run, so that a check without output doesn't lose the connection.
    private static final int IDLE_MILLIS = 10 * 60 * 1000;

    private final Javalin javalin;
    private final AccessGuard accessGuard;

    private StudioServer(Javalin javalin, AccessGuard accessGuard) {
        this.javalin = javalin;
        this.accessGuard = accessGuard;
    }

    /// Serves `desk` on `port`, or on any free port if `port` is 0.
    ///
    /// @throws UserFacingException if the port is taken
    public static StudioServer start(Desk desk, int port) {
        return start(desk, Optional.empty(), port);
    }

    /// The same, for the author of the course.
    ///
    /// @param preview of the course that `desk` shows
    public static StudioServer start(Desk desk, Optional<Preview> preview, int port) {
        var accessGuard = new AccessGuard();
        Javalin javalin = Javalin.create(config -> configure(config, desk, preview, accessGuard, port));
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            javalin.stop();
            throw UserFacingException.usageError("Port " + port
                    + " isn't available, most likely because another program uses it; choose another with --port, or"
                    + " leave out --port to use a free one.");
        }
        accessGuard.listenOn(javalin.port());
        return new StudioServer(javalin, accessGuard);
    }

    /// The address to open in a browser. It contains the access token.
    public String address() {
        return address("/");
    }

    /// The same for another page, such as `/lessons/vectors`.
    public String address(String page) {
        return "http://" + HOST + ":" + javalin.port() + page + "?token=" + accessGuard.token();
    }

    public int port() {
        return javalin.port();
    }

    /// Stops the server, after a short wait for running requests.
    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(
            JavalinConfig config, Desk desk, Optional<Preview> preview, AccessGuard accessGuard, int port) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = MAX_BODY_BYTES;
        config.jetty.addConnector((server, http) -> {
            http.setSendServerVersion(false);
            var connector = new ServerConnector(server, new org.eclipse.jetty.server.HttpConnectionFactory(http));
            connector.setHost(HOST);
            connector.setPort(port);
            connector.setIdleTimeout(IDLE_MILLIS);
            return connector;
        });
        Assets assets = Assets.bundled();
        var templates = new Templates(assets, desk::notices);
        new ErrorResponses(templates).addTo(config.routes);
        config.routes.before(ctx -> accessGuard.check(ctx, templates));
        assets.addTo(config.routes);
        preview.ifPresent(it -> new PreviewRoutes(it).addTo(config.routes));
        new PageRoutes(desk, templates, preview).addTo(config.routes);
        new LessonRoutes(desk, templates).addTo(config.routes);
        new LabRoutes(desk, templates).addTo(config.routes);
        new RunRoutes(desk, templates).addTo(config.routes);
        new ArenaRoutes(desk, templates).addTo(config.routes);
    }
}
