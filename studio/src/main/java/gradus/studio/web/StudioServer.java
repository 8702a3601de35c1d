package gradus.studio.web;

import gradus.studio.desk.Desk;
import gradus.studio.refusal.Refusal;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import org.eclipse.jetty.server.ServerConnector;

/// The studio on this machine: pages for one person, served on the loopback interface only.
///
/// Whoever opens [#address] is let in, for as long as this server runs; nobody else is.
public final class StudioServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int MAX_BODY_BYTES = 1_000_000;

    /// Longer than any lab may run, so that a quiet check does not cost the connection.
    private static final int IDLE_MILLIS = 10 * 60 * 1000;

    private final Javalin javalin;
    private final Door door;

    private StudioServer(Javalin javalin, Door door) {
        this.javalin = javalin;
        this.door = door;
    }

    /// Serves `desk` at `port`, or at a free port if `port` is 0.
    ///
    /// @throws Refusal if the port is taken
    public static StudioServer start(Desk desk, int port) {
        var door = new Door();
        Javalin javalin = Javalin.create(config -> configure(config, desk, door, port));
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            javalin.stop();
            throw Refusal.misuse("Port " + port
                    + " cannot be had, most likely because another program uses it; choose another with --port, or"
                    + " leave --port out and Gradus finds a free one.");
        }
        door.at(javalin.port());
        return new StudioServer(javalin, door);
    }

    /// What to open in a browser; it holds the secret that lets one in.
    public String address() {
        return "http://" + HOST + ":" + javalin.port() + "/?token=" + door.token();
    }

    public int port() {
        return javalin.port();
    }

    /// Ends it; what is being answered is answered first, for a moment at most.
    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config, Desk desk, Door door, int port) {
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
        var templates = new Templates(assets);
        new Apologies(templates).addTo(config.routes);
        config.routes.before(ctx -> door.guard(ctx, templates));
        assets.addTo(config.routes);
        new Pages(desk, templates).addTo(config.routes);
        new LessonCalls(desk, templates).addTo(config.routes);
        new LabCalls(desk, templates).addTo(config.routes);
    }
}
