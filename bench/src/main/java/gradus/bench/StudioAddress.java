package gradus.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;

/// The address at which a studio can be reached.
final class StudioAddress {

    private StudioAddress() {}

    /// Waits until a studio that has just been started prints its address.
    ///
    /// @throws IOException if it ends before
    static URI of(Process studio) throws IOException {
        BufferedReader output = studio.inputReader();
        String line = output.readLine();
        while (line != null && !line.contains("http://")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("the studio ended before it printed its address");
        }
        return URI.create(line.replaceFirst(".*(http://\\S+).*", "$1"));
    }
}
