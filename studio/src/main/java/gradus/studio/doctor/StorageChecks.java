package gradus.studio.doctor;

import gradus.studio.error.UserFacingException;
import gradus.studio.journal.SqliteJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks the learner's home folder and its contents, the disk, and the cache.
record StorageChecks(Path homeFolder, Path cacheFolder) {

    private static final long TOO_LITTLE = 50L << 20;
    private static final long LITTLE = 1L << 30;

    DoctorFinding home() {
        return folder("Home", homeFolder, "created on first use");
    }

    DoctorFinding workspace() {
        Path folder = homeFolder.resolve("workspace");
        return Files.exists(folder)
                ? folder("Workspace", folder, "")
                : DoctorFinding.ok("Workspace", folder + ", created when you start the first lab");
    }

    /// Checks a folder by writing into it, because permissions don't show that a disk is read-only.
    private static DoctorFinding folder(String what, Path folder, String made) {
        String remedy = "Make it a folder you can write to, or name another with --home.";
        Path there = existing(folder);
        if (!Files.isDirectory(there)) {
            return DoctorFinding.broken(what, there + " is a file, but a folder was expected", remedy);
        }
        try {
            Files.delete(Files.createTempFile(there, "gradus", ".tmp"));
            try (Stream<Path> files = Files.list(there)) {
                files.findAny();
            }
        } catch (IOException e) {
            return DoctorFinding.broken(what, there + " cannot be read and written", remedy);
        }
        return DoctorFinding.ok(what, folder + (there.equals(folder) ? "" : ", " + made));
    }

    DoctorFinding journal() {
        Path file = homeFolder.resolve("journal.db");
        if (!Files.exists(file)) {
            return DoctorFinding.ok("Journal", file + ", created on first use");
        }
        try (SqliteJournal journal = SqliteJournal.open(file)) {
            int entries = journal.entriesAfter(0).size();
            String text = file + ", " + entries + (entries == 1 ? " entry" : " entries");
            List<Long> damaged = journal.damaged();
            return damaged.isEmpty()
                    ? DoctorFinding.ok("Journal", text)
                    : DoctorFinding.note(
                            "Journal",
                            text + ", and " + damaged(damaged),
                            "What they recorded doesn't count. Everything else is used; restore a backup if you have"
                                    + " one.");
        } catch (UserFacingException userFacingException) {
            return DoctorFinding.broken("Journal", "it cannot be opened", userFacingException.getMessage());
        } catch (RuntimeException e) {
            return DoctorFinding.broken(
                    "Journal",
                    file + " cannot be read: " + e.getMessage(),
                    "Move it away; Gradus then creates a new one.");
        }
    }

    private static String damaged(List<Long> positions) {
        String numbers = positions.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return positions.size() == 1
                ? "1 that is damaged and skipped (entry " + numbers + ")"
                : positions.size() + " that are damaged and skipped (entries " + numbers + ")";
    }

    DoctorFinding disk() {
        Path there = existing(homeFolder);
        try {
            return disk(there, Files.getFileStore(there).getUsableSpace());
        } catch (IOException e) {
            return DoctorFinding.broken(
                    "Disk", "the free space at " + there + " cannot be determined", "Check the disk.");
        }
    }

    static DoctorFinding disk(Path there, long free) {
        String text = size(free) + " free at " + there;
        String remedy = "Free some space: your work and the journal are stored there.";
        return free < TOO_LITTLE
                ? DoctorFinding.broken("Disk", text, remedy)
                : free < LITTLE ? DoctorFinding.note("Disk", text, remedy) : DoctorFinding.ok("Disk", text);
    }

    DoctorFinding cache() {
        if (!Files.isDirectory(cacheFolder)) {
            return DoctorFinding.note("Cache", cacheFolder + " doesn't exist yet", "The first check creates it.");
        }
        try (Stream<Path> files = Files.walk(cacheFolder)) {
            long bytes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            return DoctorFinding.ok(
                    "Cache",
                    size(bytes) + " in " + cacheFolder
                            + "; you can delete that folder, and Gradus recreates what it needs");
        } catch (IOException | UncheckedIOException e) {
            return DoctorFinding.broken(
                    "Cache", cacheFolder + " cannot be read", "Delete that folder; Gradus recreates it.");
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
