package gradus.studio.web.request;

import io.javalin.http.Context;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;

/// Bounds the number of connections. If one more is opened, the one is closed that has waited longest for a whole
/// request. So whoever opens many and sends nothing keeps nobody out, and no answer in progress is cut off.
public final class WaitingConnections implements Connection.Listener {

    private final int most;
    private final LinkedHashSet<Connection> waiting = new LinkedHashSet<>();
    private final Set<Connection> answering = new HashSet<>();

    /// @param most at most so many connections are open at a time
    public WaitingConnections(int most) {
        this.most = most;
    }

    @Override
    public void onOpened(Connection connection) {
        Set<Connection> surplus = admit(connection);
        // Not under the lock: closing calls back.
        surplus.forEach(Connection::close);
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        waiting.remove(connection);
        answering.remove(connection);
    }

    /// The whole request has come. Its connection is kept until it is answered.
    public void answering(Context ctx) {
        Request request = ServletContextRequest.getServletContextRequest(ctx.req());
        Connection connection = request.getConnectionMetaData().getConnection();
        if (beginAnswer(connection)) {
            Request.addCompletionListener(request, _ -> endAnswer(connection));
        }
    }

    private synchronized Set<Connection> admit(Connection opened) {
        waiting.add(opened);
        boolean tooMany = waiting.size() + answering.size() > most;
        return tooMany ? Set.of(waiting.removeFirst()) : Set.of();
    }

    private synchronized boolean beginAnswer(Connection connection) {
        return waiting.remove(connection) && answering.add(connection);
    }

    private synchronized void endAnswer(Connection connection) {
        if (answering.remove(connection)) {
            waiting.add(connection);
        }
    }
}
