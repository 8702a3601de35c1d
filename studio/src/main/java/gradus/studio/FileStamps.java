package gradus.studio;

import gradus.course.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Tells from names, sizes and times whether files have changed, without reading them.
final class FileStamps {

    private FileStamps() {}

    /// A hash of the names, sizes and times of all files in `folders` of `root`.
    ///
    /// @throws UncheckedIOException if a file can't be looked at, as when it has just been deleted
    static String of(Path root, List<String> folders) {
        var stamps = new ArrayList<String>();
        try {
            for (String folder : folders) {
                Files.walkFileTree(root.resolve(folder), new Stamper(stamps));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stamps.sort(Comparator.naturalOrder());
        return Sha256.of(String.join("\n", stamps));
    }

    /// Takes each file's attributes from the walk, which has read them: each terminal command waits for this.
    private static final class Stamper extends SimpleFileVisitor<Path> {

        private final List<String> stamps;

        Stamper(List<String> stamps) {
            this.stamps = stamps;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes walked) throws IOException {
            BasicFileAttributes attributes = walked;
            if (walked.isSymbolicLink() && Files.isRegularFile(file)) {
                attributes = Files.readAttributes(file, BasicFileAttributes.class);
            }
            if (attributes.isRegularFile()) {
                stamps.add(file + " " + attributes.size() + " "
                        + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
