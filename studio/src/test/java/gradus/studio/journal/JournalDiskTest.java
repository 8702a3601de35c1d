package gradus.studio.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradus.mastery.Attempt;
import gradus.studio.error.UserFacingException;
import gradus.studio.fixture.TinyDisk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A journal on a full disk, and on a read-only disk.
class JournalDiskTest {

    @TempDir
    Path home;

    @Test
    void aFullDiskIsNamedAndNothingAcknowledgedIsLost() throws Exception {
        try (var disk = TinyDisk.at(home.resolve("disk"), 512)) {
            Path file = disk.folder().resolve("journal.db");
            var acknowledged = new ArrayList<Attempt>();
            try (var journal = SqliteJournal.open(file)) {
                assertThatExceptionOfType(UserFacingException.class)
                        .isThrownBy(() -> {
                            while (true) {
                                Attempt attempt = began(acknowledged.size());
                                journal.append(attempt);
                                acknowledged.add(attempt);
                            }
                        })
                        .withMessage(
                                "The journal " + file
                                        + " could not be written because the disk is full or failing; free some space, then try again.")
                        .extracting(UserFacingException::exitCode)
                        .isEqualTo(3);
                assertThat(journal.entriesAfter(0))
                        .extracting(Journal.Entry::attempt)
                        .isEqualTo(acknowledged);
            }
            assertThat(acknowledged).isNotEmpty();
            try (var journal = SqliteJournal.open(file)) {
                assertThat(journal.entriesAfter(0))
                        .extracting(Journal.Entry::attempt)
                        .isEqualTo(acknowledged);
            }
        }
    }

    @Test
    void onceThereIsSpaceItContinues() throws Exception {
        try (var disk = TinyDisk.at(home.resolve("disk"), 512);
                var journal = SqliteJournal.open(disk.folder().resolve("journal.db"))) {
            journal.append(began(0));
            disk.fill();
            assertThatExceptionOfType(UserFacingException.class).isThrownBy(() -> {
                for (int i = 0; i < 10_000; i++) {
                    journal.append(new Attempt.Began("unacknowledged", Instant.EPOCH));
                }
            });
            int before = journal.entriesAfter(0).size();
            disk.clear();
            journal.append(began(1));
            assertThat(journal.entriesAfter(0))
                    .hasSize(before + 1)
                    .last()
                    .satisfies(entry -> assertThat(entry.attempt()).isEqualTo(began(1)));
        }
    }

    @Test
    void aFullDiskFromTheStartIsNamed() throws Exception {
        try (var disk = TinyDisk.at(home.resolve("disk"), 64)) {
            disk.fill();
            Path file = disk.folder().resolve("journal.db");
            assertThatExceptionOfType(UserFacingException.class)
                    .isThrownBy(() -> SqliteJournal.open(file).close())
                    .withMessage(
                            "The journal " + file
                                    + " could not be written because the disk is full or failing; free some space, then try again.");
        }
    }

    @Test
    void aDiskThatCannotBeWrittenIsNamed() throws Exception {
        try (var disk = TinyDisk.at(home.resolve("disk"), 512)) {
            Path file = disk.folder().resolve("journal.db");
            disk.makeReadOnly();
            assertThatExceptionOfType(UserFacingException.class)
                    .isThrownBy(() -> SqliteJournal.open(file).close())
                    .withMessage("The journal " + file
                            + " cannot be written; make it writable, or name another folder with --home.");
        }
    }

    @Test
    void aJournalOnADiskThatBecameReadOnlyIsNamed() throws Exception {
        try (var disk = TinyDisk.at(home.resolve("disk"), 512)) {
            Path file = disk.folder().resolve("journal.db");
            try (var journal = SqliteJournal.open(file)) {
                journal.append(began(0));
            }
            disk.makeReadOnly();
            assertThatExceptionOfType(UserFacingException.class)
                    .isThrownBy(() -> {
                        try (var journal = SqliteJournal.open(file)) {
                            journal.append(began(1));
                        }
                    })
                    .withMessage("The journal " + file
                            + " cannot be written; make it writable, or name another folder with --home.");
        }
    }

    private static Attempt began(int number) {
        return new Attempt.Began("lesson-" + number, Instant.ofEpochSecond(number));
    }
}
