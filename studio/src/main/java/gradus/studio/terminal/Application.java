package gradus.studio.terminal;

import gradus.studio.author.AuthorReport;
import gradus.studio.desk.Desk;
import gradus.studio.doctor.DoctorReport;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Opens what the terminal works with. Every method may throw a [gradus.studio.error.UserFacingException].
public interface Application {

    /// The desk of the learner who lives in `home`. The terminal closes it.
    Desk openDesk(Path home);

    /// Serves the studio for `home` until it is interrupted or ended.
    ///
    /// @param port where to listen; 0 for any free port
    /// @param browser whether to open a browser, where there is one
    /// @param ready is told the address once, as soon as the studio answers there
    void serveStudio(Path home, int port, boolean browser, Consumer<URI> ready);

    /// Runs every gate over the curriculum, or over what lies at `path` only.
    AuthorReport authorCheck(Optional<Path> path);

    /// Looks at everything that Gradus stands on, for the learner who lives in `home`.
    DoctorReport doctor(Path home);
}
