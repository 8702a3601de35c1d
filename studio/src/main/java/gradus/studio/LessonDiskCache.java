package gradus.studio;

import gradus.course.Course;
import gradus.course.Sha256;
import gradus.course.read.LessonCache;
import gradus.course.read.ReadLesson;
import gradus.studio.json.Json;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Caches lessons that have been read, a file for each: a line with the key, and JSON. A file that is damaged, or
/// that another version of the program has written, counts as missing.
final class LessonDiskCache implements LessonCache {

    private final Path folder;
    private final Consumer<String> listener;
    private final String program = program();

    /// @param listener gets the id of each lesson that is put
    LessonDiskCache(Path folder, Consumer<String> listener) {
        this.folder = folder;
        this.listener = listener;
    }

    @Override
    public Optional<ReadLesson> get(String id, String key) {
        try {
            String text = Files.readString(file(id));
            String heading = program + key + "\n";
            return text.startsWith(heading)
                    ? Optional.of(Json.read(text.substring(heading.length()), ReadLesson.class))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void put(String id, String key, ReadLesson lesson) {
        listener.accept(id);
        try {
            Files.createDirectories(folder);
            // Two programs may write at the same time, and a reader must never see a partial file.
            Path part = Files.createTempFile(folder, id, ".part");
            Files.writeString(part, program + key + "\n" + Json.write(lesson));
            Files.move(part, file(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // The lesson is read again next time.
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".json");
    }

    /// What identifies the code that reads lessons: its place, and its time.
    private static String program() {
        try {
            Path code = Path.of(Course.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(code)) {
                long newest = files.mapToLong(file -> file.toFile().lastModified())
                        .max()
                        .orElse(0);
                return Sha256.of(code + " " + newest).substring(0, 16);
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the code of the course room can't be found", e);
        }
    }
}
