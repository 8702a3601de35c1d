package gradus.studio;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import gradus.studio.fixture.TinyDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;

/// A read-only folder: by permissions, or for a user who may ignore permissions (root), by a disk of its own.
record ReadOnlyFolder(Path folder, Closing closing) implements AutoCloseable {

    private static final int KILOBYTES = 16 << 10;

    /// Creates a folder in `at`, fills it, then makes it read-only.
    static ReadOnlyFolder holding(Path at, Consumer<Path> filling) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(at.resolve("sealed"));
        if (stops(at)) {
            filling.accept(folder);
            permit(folder, false);
            return new ReadOnlyFolder(folder, () -> permit(folder, true));
        }
        TinyDisk disk = TinyDisk.at(folder, KILOBYTES);
        filling.accept(folder);
        disk.makeReadOnly();
        return new ReadOnlyFolder(folder, disk::close);
    }

    private static boolean stops(Path at) throws IOException {
        Path tried = Files.createDirectory(at.resolve("tried"));
        permit(tried, false);
        boolean stopped = !Files.isWritable(tried);
        permit(tried, true);
        return stopped;
    }

    private static void permit(Path folder, boolean writing) throws IOException {
        assumeFalse(
                folder.getFileSystem().supportedFileAttributeViews().stream().noneMatch("posix"::equals));
        try (var all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                String kind = Files.isDirectory(path) ? "x" : "-";
                Files.setPosixFilePermissions(
                        path, PosixFilePermissions.fromString("r" + (writing ? "w" : "-") + kind + "------"));
            }
        }
    }

    @Override
    public void close() throws IOException {
        closing.run();
    }

    interface Closing {
        void run() throws IOException;
    }
}
