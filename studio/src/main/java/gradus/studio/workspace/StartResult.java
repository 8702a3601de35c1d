package gradus.studio.workspace;

import java.nio.file.Path;
import java.util.List;

/// The result of `start`.
///
/// @param workspace the Maven project to open in an IDE
/// @param written the files that were created
/// @param kept the learner's existing files, in which whatever they wrote is left unchanged
/// @param emptied members in them whose bodies were the library's, and which are now theirs to write
/// @param added members that the lab asks for and the files lacked
public record StartResult(
        String lesson, Path workspace, List<Path> written, List<Path> kept, List<String> emptied, List<String> added) {

    public StartResult {
        written = List.copyOf(written);
        kept = List.copyOf(kept);
        emptied = List.copyOf(emptied);
        added = List.copyOf(added);
    }
}
