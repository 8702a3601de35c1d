package gradus.studio.terminal;

import gradus.studio.desk.Desk;
import gradus.studio.doctor.DoctorReport;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// What the terminal can do. Every method may throw a [gradus.studio.error.UserFacingException].
public interface Application {

    /// Opens the desk of the learner whose home folder is `home`. The caller closes it.
    Desk openDesk(Path home);

    /// The same, for somebody who is going to submit.
    default Desk openDeskToCheck(Path home) {
        return openDesk(home);
    }

    /// Serves the studio for `home` until the process is interrupted or ends.
    ///
    /// @param port the port to listen on; 0 for that of the last start if it is free, or else any free port
    /// @param browser whether to open a browser, if there is one
    /// @param ready receives the address, once the studio responds there
    /// @return the address of a studio that already served this home, in which case none was started
    Optional<URI> serveStudio(Path home, int port, boolean browser, Consumer<URI> ready);

    /// Serves the studio for `home` as [#serveStudio] does, with a course that is read anew when its files change.
    ///
    /// @param lesson the lesson to open
    void servePreview(Path home, Optional<String> lesson, int port, boolean browser, Consumer<URI> ready);

    /// What authors of lessons can do.
    AuthorApplication author();

    /// Checks everything that Gradus needs, for the learner whose home folder is `home`.
    DoctorReport doctor(Path home);
}
