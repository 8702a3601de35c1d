package gradus.studio.workspace;

import java.nio.file.Path;
import java.util.List;

/// What `start` did.
///
/// @param workspace the Maven project to open in an IDE
/// @param written the files that were put there
/// @param kept the learner's own files that were there already and stay as they are
public record StartResult(String lesson, Path workspace, List<Path> written, List<Path> kept) {

    public StartResult {
        written = List.copyOf(written);
        kept = List.copyOf(kept);
    }
}
