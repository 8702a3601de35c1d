package gradus.studio.doctor;

import gradus.studio.error.UserFacingException;
import gradus.studio.journal.SqliteJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/// The learner's home and what is in it, the disk, and the cache.
record StorageChecks(Path homeFolder, Path cacheFolder) {

    private static final long TOO_LITTLE = 50L << 20;
    private static final long LITTLE = 1L << 30;

    Finding home() {
        return folder("Home", homeFolder, "made at the first use");
    }

    Finding workspace() {
        Path folder = homeFolder.resolve("workspace");
        return Files.exists(folder)
                ? folder("Workspace", folder, "")
                : Finding.ok("Workspace", folder + ", made when the first lab is begun");
    }

    /// A folder is tried by writing into it: permissions do not tell of a disk that is read-only.
    private static Finding folder(String what, Path folder, String made) {
        String remedy = "Make it a folder that you may write to, or name another with --home.";
        Path there = existing(folder);
        if (!Files.isDirectory(there)) {
            return Finding.broken(what, there + " is a file, and a folder was expected", remedy);
        }
        try {
            Files.delete(Files.createTempFile(there, "gradus", ".tmp"));
            try (Stream<Path> files = Files.list(there)) {
                files.findAny();
            }
        } catch (IOException e) {
            return Finding.broken(what, there + " cannot be read and written", remedy);
        }
        return Finding.ok(what, folder + (there.equals(folder) ? "" : ", " + made));
    }

    Finding journal() {
        Path file = homeFolder.resolve("journal.db");
        if (!Files.exists(file)) {
            return Finding.ok("Journal", file + ", made at the first use");
        }
        try (SqliteJournal journal = SqliteJournal.open(file)) {
            int entries = journal.entriesAfter(0).size();
            return Finding.ok("Journal", file + ", " + entries + (entries == 1 ? " entry" : " entries"));
        } catch (UserFacingException userFacingException) {
            return Finding.broken("Journal", "it cannot be opened", userFacingException.getMessage());
        } catch (RuntimeException e) {
            return Finding.broken(
                    "Journal", file + " cannot be read: " + e.getMessage(), "Move it aside; a new one is made.");
        }
    }

    Finding disk() {
        Path there = existing(homeFolder);
        try {
            return disk(there, Files.getFileStore(there).getUsableSpace());
        } catch (IOException e) {
            return Finding.broken("Disk", "how much is free at " + there + " cannot be told", "Look at the disk.");
        }
    }

    static Finding disk(Path there, long free) {
        String text = size(free) + " free at " + there;
        String remedy = "Free some space: your work and the journal are kept there.";
        return free < TOO_LITTLE
                ? Finding.broken("Disk", text, remedy)
                : free < LITTLE ? Finding.note("Disk", text, remedy) : Finding.ok("Disk", text);
    }

    Finding cache() {
        if (!Files.isDirectory(cacheFolder)) {
            return Finding.note("Cache", cacheFolder + " is not there yet", "The first check makes it.");
        }
        try (Stream<Path> files = Files.walk(cacheFolder)) {
            long bytes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            return Finding.ok(
                    "Cache",
                    size(bytes) + " in " + cacheFolder
                            + "; deleting that folder empties it, and what is needed is made anew");
        } catch (IOException | UncheckedIOException e) {
            return Finding.broken("Cache", cacheFolder + " cannot be read", "Delete that folder; it is made anew.");
        }
    }

    private static Path existing(Path path) {
        Path there = path.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    static String size(long bytes) {
        return bytes >= 1L << 30
                ? String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30))
                : bytes >= 1L << 20 ? (bytes >> 20) + " MB" : (bytes + 1023 >> 10) + " KB";
    }
}
