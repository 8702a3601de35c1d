package gradus.judge.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The images that child JVMs start from: without them, every process that a test starts takes twice as long.
final class Images {

    private static boolean built;

    private Images() {}

    /// Builds them unless they exist; another process that runs tests at the same time waits for them.
    static synchronized void build(LocalJudge judge) {
        if (built) {
            return;
        }
        Path file = Path.of(System.getProperty("gradus.root"), "target", "images.lock");
        try (FileChannel channel = FileChannel.open(
                        Files.createDirectories(file.getParent()).resolve(file.getFileName()),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            judge.buildImages(ToyLibrary.numbers());
            built = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
