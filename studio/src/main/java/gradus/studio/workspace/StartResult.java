package gradus.studio.workspace;

import java.nio.file.Path;
import java.util.List;

/// The result of `start`.
///
/// @param workspace the Maven project to open in an IDE
/// @param written the files that were created
/// @param kept the learner's existing files, left unchanged
public record StartResult(String lesson, Path workspace, List<Path> written, List<Path> kept) {

    public StartResult {
        written = List.copyOf(written);
        kept = List.copyOf(kept);
    }
}
