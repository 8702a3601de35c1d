package gradus.studio.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/// The port of the last studio of a home. The next one takes it again if it is free, so that bookmarks lead there, and
/// pages that are still open go on working.
public final class LastPort {

    private final Path file;

    private LastPort(Path file) {
        this.file = file;
    }

    public static LastPort of(Path home) {
        return new LastPort(home.resolve("port"));
    }

    /// The port, or 0 if it isn't known, or another program listens there now.
    public int ifFree() {
        try {
            int port = Integer.parseInt(Files.readString(file).strip());
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
            return port;
        } catch (IOException | IllegalArgumentException e) {
            return 0;
        }
    }

    /// Keeps the port for the next start; if it can't, that takes any.
    public void remember(int port) {
        try {
            Files.writeString(file, port + "\n");
        } catch (IOException e) {
            // Bookmarks lead nowhere then, and nothing else is lost.
        }
    }
}
