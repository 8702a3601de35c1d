package gradus.studio.workspace;

import gradus.course.Lab;
import gradus.studio.error.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/// Moves the learner's files of a lab aside, so that the starter can take their place and nothing is lost.
public final class SetAside {

    private SetAside() {}

    /// Moves them into a new folder below `.gradus/set-aside`, where each has the same path as before.
    ///
    /// @return that folder
    public static Path files(Workspace workspace, Lab lab) {
        Path folder = free(workspace.folder().resolve(".gradus/set-aside"), lab.lesson());
        for (String path : Workspace.paths(lab)) {
            Path file = workspace.file(path);
            try {
                if (Files.exists(file)) {
                    Path to = folder.resolve(workspace.folder().relativize(file));
                    Files.createDirectories(to.getParent());
                    Files.move(file, to);
                }
            } catch (IOException e) {
                throw UserFacingException.systemError(
                        "The file " + file + " could not be moved to " + folder + " (" + e.getMessage()
                                + "), so the starter was not put back; make both writable and try again.",
                        e);
            }
        }
        return folder;
    }

    private static Path free(Path all, String lesson) {
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> all.resolve(lesson + "-" + n))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
    }
}
