package gradus.studio.author;

import gradus.course.Course;
import gradus.course.cut.LibrarySources;
import gradus.course.scaffold.LessonScaffold;
import gradus.course.scaffold.LessonTable;
import gradus.studio.error.UserFacingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Makes the folder of a new lesson from a short table. Never overwrites one.
public final class AuthorNew {

    private final Path root;
    private final Course course;
    private final LibrarySources library;

    /// @param root the root folder of the project
    public AuthorNew(Path root, Course course, LibrarySources library) {
        this.root = root.toAbsolutePath().normalize();
        this.course = course;
        this.library = library;
    }

    /// Makes the lesson that `file` describes.
    ///
    /// @param file a YAML file
    public NewLesson make(Path file) {
        if (!Files.isRegularFile(file)) {
            throw UserFacingException.usageError("There is no file " + file
                    + "; name a YAML file with the id, the cuts and the misconceptions of the lesson.");
        }
        LessonTable.Result read = LessonTable.read(root, file.toAbsolutePath(), course, library);
        if (read.table().isEmpty()) {
            return new NewLesson("", List.of(), read.faults());
        }
        LessonTable table = read.table().get();
        String id = table.lesson().id();
        Path folder = LessonScaffold.folder(root, table);
        if (Files.exists(folder)) {
            throw UserFacingException.usageError(
                    "The folder " + root.relativize(folder)
                            + " exists already, and a lesson is never overwritten; choose another id, or move the folder away.");
        }
        course.lesson(id).ifPresent(other -> {
            throw UserFacingException.usageError(
                    "The id \"" + id + "\" is taken by a lesson of track \"" + other.track() + "\"; choose another.");
        });
        try {
            Map<Path, String> files = LessonScaffold.files(root, table, course, library);
            for (Map.Entry<Path, String> entry : files.entrySet()) {
                Files.createDirectories(entry.getKey().getParent());
                Files.writeString(entry.getKey(), entry.getValue());
            }
            return new NewLesson(
                    id, files.keySet().stream().map(root::relativize).toList(), List.of());
        } catch (IllegalArgumentException e) {
            throw UserFacingException.usageError(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("the lesson " + id + " cannot be written", e);
        }
    }
}
