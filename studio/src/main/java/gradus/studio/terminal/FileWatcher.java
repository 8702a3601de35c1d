package gradus.studio.terminal;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Waits until one of some files is saved.
///
/// The file system's own notice wakes it where there is one; where there is none, or it keeps silent as on
/// network drives, looking at the files does. What counts is always the files themselves, so that no save is
/// missed while nobody waits.
final class FileWatcher implements AutoCloseable {

    private static final long QUIET_MILLIS = 200;
    private static final long LOOK_MILLIS = 500;

    private record FileState(FileTime modified, int contentHash) {}

    private final List<Path> files;
    private final Optional<WatchService> notices;
    private Map<Path, FileState> seen;

    FileWatcher(Collection<Path> files) {
        this(files, notices(files));
    }

    FileWatcher(Collection<Path> files, Optional<WatchService> notices) {
        this.files = List.copyOf(files);
        this.notices = notices;
        this.seen = snapshot();
    }

    /// Returns once a file has been saved since the last return, and all have been quiet for 200 ms.
    void awaitSave() throws InterruptedException {
        Map<Path, FileState> now = snapshot();
        while (now.equals(seen)) {
            rest();
            now = snapshot();
        }
        Map<Path, FileState> before;
        do {
            before = now;
            Thread.sleep(QUIET_MILLIS);
            now = snapshot();
        } while (!now.equals(before));
        seen = now;
    }

    @Override
    public void close() {
        notices.ifPresent(FileWatcher::close);
    }

    private void rest() throws InterruptedException {
        try {
            if (notices.isPresent()) {
                WatchKey key = notices.get().poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
            } else {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (ClosedWatchServiceException e) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /// A file that cannot be read at this moment is as good as gone: many editors save by writing anew and
    /// renaming.
    private Map<Path, FileState> snapshot() {
        var found = new HashMap<Path, FileState>();
        for (Path file : files) {
            try {
                found.put(
                        file,
                        new FileState(Files.getLastModifiedTime(file), Arrays.hashCode(Files.readAllBytes(file))));
            } catch (IOException e) {
                found.remove(file);
            }
        }
        return found;
    }

    private static Optional<WatchService> notices(Collection<Path> files) {
        try {
            WatchService service = FileSystems.getDefault().newWatchService();
            for (Path folder : files.stream().map(Path::getParent).distinct().toList()) {
                folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            }
            return Optional.of(service);
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static void close(WatchService service) {
        try {
            service.close();
        } catch (IOException e) {
            // Nobody waits for notices any more.
        }
    }
}
