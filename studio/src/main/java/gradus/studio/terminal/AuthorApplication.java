package gradus.studio.terminal;

import gradus.studio.author.AuthorMeasure;
import gradus.studio.author.AuthorProve;
import gradus.studio.author.AuthorReport;
import gradus.studio.author.FillReport;
import gradus.studio.author.LessonReport;
import gradus.studio.author.NewLesson;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the terminal can do for authors of lessons. Every method may throw a
/// [gradus.studio.error.UserFacingException].
public interface AuthorApplication {

    /// Checks the whole curriculum, or only the file or folder `path`.
    AuthorReport check(Optional<Path> path);

    /// Proves the whole curriculum, or only the file or folder `path`.
    AuthorReport prove(Optional<Path> path, AuthorProve.Mode mode);

    /// Records what the Python panels of the whole curriculum print, or only those of the file or folder
    /// `path`.
    ///
    /// @param python the interpreter: a name on the path, or a file
    AuthorReport record(Optional<Path> path, String python);

    /// Reports on the quality of all lessons, or of those at the file or folder `path`.
    ///
    /// @param mutants whether to judge first the mutants of labs whose mutation score is missing or stale
    List<LessonReport> report(Optional<Path> path, boolean mutants);

    /// Measures the gates of all lessons, or of those at the file or folder `path`, with `seeds` seeds.
    List<AuthorMeasure.Measured> measure(Optional<Path> path, int seeds);

    /// Makes the folder of a new lesson from the table `file`.
    NewLesson make(Path file);

    /// Runs the programs of the whole curriculum, or only of `path`, and writes what they print.
    FillReport fill(Optional<Path> path);
}
