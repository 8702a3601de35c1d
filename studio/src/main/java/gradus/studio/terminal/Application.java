package gradus.studio.terminal;

import gradus.studio.author.AuthorProve;
import gradus.studio.author.AuthorReport;
import gradus.studio.author.FillReport;
import gradus.studio.author.LessonReport;
import gradus.studio.author.NewLesson;
import gradus.studio.desk.Desk;
import gradus.studio.doctor.DoctorReport;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the terminal can do. Every method may throw a [gradus.studio.error.UserFacingException].
public interface Application {

    /// Opens the desk of the learner whose home folder is `home`. The caller closes it.
    Desk openDesk(Path home);

    /// Serves the studio for `home` until the process is interrupted or ends.
    ///
    /// @param port the port to listen on; 0 for any free port
    /// @param browser whether to open a browser, if there is one
    /// @param ready receives the address, once the studio responds there
    void serveStudio(Path home, int port, boolean browser, Consumer<URI> ready);

    /// Serves the studio for `home` as [#serveStudio] does, with a course that is read anew when its files change.
    ///
    /// @param lesson the lesson to open
    void servePreview(Path home, Optional<String> lesson, int port, boolean browser, Consumer<URI> ready);

    /// Checks the whole curriculum, or only the file or folder `path`.
    AuthorReport authorCheck(Optional<Path> path);

    /// Proves the whole curriculum, or only the file or folder `path`.
    AuthorReport authorProve(Optional<Path> path, AuthorProve.Mode mode);

    /// Records what the Python panels of the whole curriculum print, or only those of the file or folder
    /// `path`.
    ///
    /// @param python the interpreter: a name on the path, or a file
    AuthorReport authorRecord(Optional<Path> path, String python);

    /// Reports on the quality of all lessons, or of those at the file or folder `path`.
    ///
    /// @param mutants whether to judge first the mutants of labs whose mutation score is missing or stale
    List<LessonReport> authorReport(Optional<Path> path, boolean mutants);

    /// Makes the folder of a new lesson from the table `file`.
    NewLesson authorNew(Path file);

    /// Runs the programs of the whole curriculum, or only of `path`, and writes what they print.
    FillReport authorFill(Optional<Path> path);

    /// Checks everything that Gradus needs, for the learner whose home folder is `home`.
    DoctorReport doctor(Path home);
}
