package gradus.studio.run;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lock of who computes runs, for all programs with the same home. The system releases it when its holder ends,
/// however that ends.
///
/// A program must open the file only once: on some systems closing any channel of a file releases all locks that the
/// program has on it.
final class ComputeLock implements AutoCloseable {

    private static final Map<Path, ComputeLock> HELD = new HashMap<>();

    private final Path file;
    private final FileChannel channel;
    private String run = "";

    private ComputeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// The lock, if nobody has it.
    ///
    /// @param folder the folder of the runs
    static Optional<ComputeLock> tryAcquire(Path folder) {
        synchronized (HELD) {
            Path file = folder.resolve("compute.lock").toAbsolutePath();
            if (HELD.containsKey(file)) {
                return Optional.empty();
            }
            try {
                Files.createDirectories(folder);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel);
                if (lock == null) {
                    channel.close();
                    return Optional.empty();
                }
                var held = new ComputeLock(file, channel);
                HELD.put(file, held);
                return Optional.of(held);
            } catch (IOException e) {
                throw new UncheckedIOException("The lock of the runs, " + file + ", can't be taken", e);
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /// Says which run is computed from now on.
    void computes(String id) throws IOException {
        synchronized (HELD) {
            run = id;
            Files.writeString(computing(file.getParent()), id);
        }
    }

    /// The id of the run that somebody computes now. A name without a lock is that of a run whose program was killed.
    ///
    /// @param folder the folder of the runs
    static Optional<String> computedIn(Path folder) {
        synchronized (HELD) {
            ComputeLock own = HELD.get(folder.resolve("compute.lock").toAbsolutePath());
            if (own != null) {
                return Optional.of(own.run).filter(id -> !id.isEmpty());
            }
            if (!Files.exists(computing(folder))) {
                return Optional.empty();
            }
            try {
                String named;
                try (var in = new FileInputStream(computing(folder).toFile())) {
                    named = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
                Optional<ComputeLock> free = tryAcquire(folder);
                free.ifPresent(ComputeLock::close);
                return free.isPresent() ? Optional.empty() : Optional.of(named);
            } catch (IOException e) {
                // Just now it has been released.
                return Optional.empty();
            }
        }
    }

    private static Path computing(Path folder) {
        return folder.resolve("computing");
    }

    @Override
    public void close() {
        synchronized (HELD) {
            try {
                Files.deleteIfExists(computing(file.getParent()));
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The lock of the runs, " + file + ", can't be released", e);
            } finally {
                HELD.remove(file);
            }
        }
    }
}
