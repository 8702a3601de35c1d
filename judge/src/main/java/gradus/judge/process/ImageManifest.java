package gradus.judge.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The manifest of an image folder: it says that the folder is complete, and how large the files are that
/// children start from. A JVM whose archive is truncated starts without it and says nothing, only slower.
final class ImageManifest {

    private static final String NAME = "complete";

    private static final List<String> FILES = List.of(
            RuntimeImages.WORKER_ARCHIVE,
            RuntimeImages.COMPILER_ARCHIVE,
            "compiler.jar",
            "image/bin/java",
            "image/lib/modules");

    private ImageManifest() {}

    /// Marks the folder as complete.
    ///
    /// @throws IOException if a file is missing, or the manifest can't be written
    static void write(Path folder) throws IOException {
        var lines = new StringBuilder();
        for (String file : FILES) {
            lines.append(line(file, Files.size(folder.resolve(file)))).append('\n');
        }
        Files.writeString(folder.resolve(NAME), lines);
    }

    /// Marks the folder as incomplete.
    static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
    }

    /// Whether the folder was complete once.
    static boolean exists(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    /// Whether the folder is complete, and its files are as large as they were.
    static boolean holds(Path folder) {
        try {
            return Files.readString(folder.resolve(NAME))
                    .equals(FILES.stream()
                            .map(file ->
                                    line(file, folder.resolve(file).toFile().length()) + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            return false;
        }
    }

    /// Marks the images as in use, so that nobody deletes them.
    static void touch(Path folder) {
        try {
            // Any change in a folder updates its time.
            Files.delete(Files.createTempFile(folder, "used", ""));
        } catch (IOException e) {
            // Then they may be deleted and built again.
        }
    }

    private static String line(String file, long bytes) {
        return bytes + " " + file;
    }
}
