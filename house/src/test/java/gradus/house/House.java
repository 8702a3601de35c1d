package gradus.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The project as these tests see it: its modules (rooms), their compiled classes, and its files.
final class House {

    static final List<String> ROOMS = List.of("ml", "proctor", "course", "judge", "mastery", "studio");

    static final Path ROOT = root();

    private static final Set<String> NOT_OURS =
            Set.of("target", ".git", "node_modules", ".idea", ".vscode", ".settings");

    private House() {}

    /// The compiled classes of all rooms. Fails if a room hasn't been compiled, because then no rule would
    /// see it.
    static JavaClasses classes() {
        List<Path> compiled = ROOMS.stream()
                .map(room -> ROOT.resolve(room, "target", "classes"))
                .toList();
        for (Path folder : compiled) {
            if (!Files.exists(folder.resolve("module-info.class"))) {
                throw new IllegalStateException(
                        "%s contains no compiled module: run ./gradus test, which compiles every room first."
                                .formatted(folder));
            }
        }
        return new ClassFileImporter().importPaths(compiled);
    }

    /// All files of the project, relative to its root, except those that are built or downloaded.
    static List<Path> files() {
        return filesBelow(ROOT).map(ROOT::relativize).sorted().toList();
    }

    static List<Path> files(String ending) {
        return files().stream().filter(file -> file.toString().endsWith(ending)).toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> filesBelow(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList().stream()
                    .filter(entry -> !NOT_OURS.contains(entry.getFileName().toString()))
                    .flatMap(entry -> Files.isDirectory(entry) ? filesBelow(entry) : Stream.of(entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        String given = System.getProperty("gradus.root");
        Path folder = Path.of(given == null ? "" : given).toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
