package gradus.studio.web;

import gradus.studio.desk.Desk;
import gradus.studio.error.UserFacingException;
import gradus.studio.web.request.ConnectionLimits;
import gradus.studio.web.request.RequestBody;
import gradus.studio.web.request.WaitingConnections;
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
        return start(desk, preview, ConnectionLimits.USUAL, port);
    }

    static StudioServer start(Desk desk, Optional<Preview> preview, ConnectionLimits limits, int port) {
        var accessGuard = new AccessGuard();
        Javalin javalin = Javalin.create(config -> configure(config, desk, preview, accessGuard, limits, port));
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
            JavalinConfig config,
            Desk desk,
            Optional<Preview> preview,
            AccessGuard accessGuard,
            ConnectionLimits limits,
            int port) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = RequestBody.MOST_BYTES;
        var waiting = new WaitingConnections(limits.connections());
        config.jetty.addConnector((server, http) -> {
            http.setSendServerVersion(false);
            var connector = new ServerConnector(server, new org.eclipse.jetty.server.HttpConnectionFactory(http));
            connector.setHost(HOST);
            connector.setPort(port);
            connector.setIdleTimeout(limits.idle().toMillis());
            connector.addBean(waiting);
            return connector;
        });
        Assets assets = Assets.bundled();
        var templates = new Templates(assets, desk::notices);
        var errorResponses = new ErrorResponses(templates);
        errorResponses.addTo(config.routes);
        config.jetty.modifyServer(server -> server.setErrorHandler(errorResponses::unreadable));
        config.routes.before(ctx -> accessGuard.check(ctx, templates));
        config.routes.before(RequestBody::read);
        config.routes.before(waiting::answering);
        assets.addTo(config.routes);
        preview.ifPresent(it -> new PreviewRoutes(it).addTo(config.routes));
        new PageRoutes(desk, templates, preview).addTo(config.routes);
        new LessonRoutes(desk, templates).addTo(config.routes);
        new LabRoutes(desk, templates).addTo(config.routes);
        new RunRoutes(desk, templates).addTo(config.routes);
        new ArenaRoutes(desk, templates).addTo(config.routes);
    }
}
