package gradus.studio.terminal;

import gradus.studio.workspace.LearnerFile;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Waits until one of several files is saved.
///
/// Notifications of the file system wake it where they exist. It also polls the files, because network drives
/// send no notifications. Only the files' contents and times count, so a save between two waits isn't missed.
final class FileWatcher implements AutoCloseable {

    private static final long QUIET_MILLIS = 200;

    /// Some editors empty a file, or delete it, before they write it anew.
    private static final long EMPTY_QUIET_MILLIS = 2000;
    private static final long LOOK_MILLIS = 500;

    private record FileState(FileTime modified, String text) {}

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

    /// Returns once a file has been saved since the last return, and no file has changed for 200 ms, or for 2 s while
    /// one of them is empty or missing.
    void awaitSave() throws InterruptedException {
        Map<Path, FileState> now = snapshot();
        while (now.equals(seen)) {
            rest();
            now = snapshot();
        }
        long quiet = 0;
        while (quiet < (isWhole(now) ? QUIET_MILLIS : EMPTY_QUIET_MILLIS)) {
            Map<Path, FileState> before = now;
            Thread.sleep(QUIET_MILLIS);
            now = snapshot();
            quiet = now.equals(before) ? quiet + QUIET_MILLIS : 0;
        }
        seen = now;
    }

    private boolean isWhole(Map<Path, FileState> states) {
        return states.size() == files.size()
                && states.values().stream().noneMatch(state -> state.text().isBlank());
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

    /// The state of the files. A file that can't be read at the moment counts as missing: many editors save
    /// by writing a new file and renaming it.
    private Map<Path, FileState> snapshot() {
        var found = new HashMap<Path, FileState>();
        for (Path file : files) {
            try {
                found.put(file, new FileState(Files.getLastModifiedTime(file), LearnerFile.read(file)));
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
            // Nothing to do: no more notifications are needed.
        }
    }
}
