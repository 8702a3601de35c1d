package gradus.studio.web.request;

import java.time.Duration;

/// How much of the server its clients may hold.
///
/// @param connections at most so many are open at a time
/// @param idle a connection is closed if this long nothing comes of a request that isn't complete, or no next one;
/// an answer in progress may be silent for longer
public record ConnectionLimits(int connections, Duration idle) {

    /// A browser has a handful of connections, and many systems let a program open a thousand files.
    public static final ConnectionLimits USUAL = new ConnectionLimits(256, Duration.ofSeconds(30));
}
