package gradus.studio.command;

import java.io.IOException;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// The studio of a home that runs already. A second one would have other tabs, and compete for the runs.
public final class RunningStudio {

    private RunningStudio() {}

    /// Its address with the access token, if it answers and is the same program.
    ///
    /// @param program names this program
    public static Optional<URI> of(Path home, String program) {
        try {
            List<String> lines = Files.readAllLines(file(home));
            boolean same = lines.size() == 2 && lines.get(1).equals(program);
            return same && CommandServer.isAnswered(UnixDomainSocketAddress.of(CommandServer.socket(home)))
                    ? Optional.of(URI.create(lines.getFirst()))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /// Notes where the studio that has just started is. Only its user may read that, because the address has the token.
    public static void note(Path home, URI address, String program) {
        try {
            Path file = file(home);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, List.of(address.toString(), program));
        } catch (IOException | UnsupportedOperationException e) {
            // Then a second start opens a second studio.
        }
    }

    private static Path file(Path home) {
        return home.resolve("studio.address");
    }
}
