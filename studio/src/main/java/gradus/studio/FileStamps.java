package gradus.studio;

import gradus.course.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/// Tells from names, sizes and times whether files have changed, without reading them.
final class FileStamps {

    private FileStamps() {}

    /// A hash of the names, sizes and times of all files in `folders` of `root`.
    ///
    /// @throws UncheckedIOException if a file can't be looked at, as when it has just been deleted
    static String of(Path root, List<String> folders) {
        var all = new StringBuilder();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(root.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    all.append(file).append(' ').append(attributes.size()).append(' ');
                    all.append(attributes.lastModifiedTime()).append('\n');
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Sha256.of(all.toString());
    }
}
