package gradus.studio.journal;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.mastery.Attempt;
import gradus.studio.fixture.ManualClock;
import gradus.studio.fixture.ScriptedJudge;
import gradus.studio.fixture.TestDesks;
import gradus.studio.fixture.TestVerdicts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A journal whose file is deleted, moved or replaced while it is open.
class LostJournalTest {

    @TempDir
    Path folder;

    @Test
    void anAttemptAfterTheFileWasDeletedIsInANewJournalAndTheLossIsTold() throws Exception {
        try (var journal = SqliteJournal.open(file())) {
            journal.append(began(1));
            Files.delete(file());
            journal.append(began(2));
            assertThat(journal.entriesAfter(0)).containsExactly(new Journal.Entry(1, began(2)));
            assertThat(journal.generation()).isEqualTo(1);
            assertThat(journal.takeNotices())
                    .containsExactly("The journal " + file()
                            + " was deleted or moved away while Gradus was running, so your earlier progress is gone; a"
                            + " new journal has been begun, in which everything from now on is recorded: if you want the"
                            + " old one back, close Gradus and put it there.");
            assertThat(journal.takeNotices()).isEmpty();
        }
        assertRecorded(began(2));
    }

    @Test
    void aDeletedHomeFolderIsMadeAnew() throws Exception {
        try (var journal = SqliteJournal.open(file())) {
            journal.append(began(1));
            delete(home());
            journal.append(began(2));
            assertThat(journal.takeNotices()).hasSize(1);
        }
        assertRecorded(began(2));
    }

    @Test
    void aFileThatWasMovedAwayHasAllThatItWasGiven() throws Exception {
        Path moved = folder.resolve("moved.db");
        try (var journal = SqliteJournal.open(file())) {
            journal.append(began(1));
            Files.move(file(), moved);
            journal.append(began(2));
        }
        assertRecorded(began(2));
        try (var journal = SqliteJournal.open(moved)) {
            assertThat(journal.entriesAfter(0)).containsExactly(new Journal.Entry(1, began(1)));
        }
    }

    @Test
    void aFileThatTakesItsPlaceIsUsed() throws Exception {
        Path other = folder.resolve("other.db");
        try (var journal = SqliteJournal.open(other)) {
            journal.append(began(7));
        }
        try (var journal = SqliteJournal.open(file())) {
            journal.append(began(1));
            delete(home());
            Files.createDirectories(home());
            Files.move(other, file());
            journal.append(began(2));
            assertThat(journal.takeNotices())
                    .singleElement()
                    .asString()
                    .startsWith("The journal " + file() + " was replaced while Gradus was running,");
        }
        assertRecorded(began(7), began(2));
    }

    @Test
    void twoProgramsGoOnWithTheSameNewJournal() throws Exception {
        try (var studio = SqliteJournal.open(file());
                var terminal = SqliteJournal.open(file())) {
            studio.append(began(1));
            Files.delete(file());
            terminal.append(began(2));
            studio.append(began(3));
            assertThat(studio.entriesAfter(0)).isEqualTo(terminal.entriesAfter(0));
            assertThat(studio.takeNotices()).hasSize(1);
            assertThat(terminal.takeNotices()).hasSize(1);
        }
        assertRecorded(began(2), began(3));
    }

    @Test
    void closingAJournalWhoseFileIsGoneLeavesTheNewOneWhole() throws Exception {
        var old = SqliteJournal.open(file());
        old.append(began(1));
        delete(home());
        try (var fresh = SqliteJournal.open(file())) {
            fresh.append(began(2));
            old.close();
            fresh.append(began(3));
        }
        assertRecorded(began(2), began(3));
    }

    @Test
    void aCheckDuringWhichTheHomeIsDeletedIsRecordedWithItsSources() throws Exception {
        var journal = SqliteJournal.open(file());
        try (var desk =
                TestDesks.at(home(), ScriptedJudge.returning(TestVerdicts.passed()), journal, new ManualClock())) {
            desk.start("adding");
            desk.start("counting");
            var submission = desk.submission("adding");
            desk.check(desk.submission("counting"), progressEvent -> {});
            desk.check(submission, progressEvent -> {
                try {
                    delete(home());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(desk.notices()).hasSize(1);
            assertThat(desk.mastery().passed("adding")).isTrue();
            assertThat(desk.mastery().passed("counting")).isFalse();
            assertThat(desk.mastery().knowledgeOf("adding").passingSources().flatMap(journal::loadSources))
                    .contains(submission.sources());
        }
    }

    @Test
    void aJournalThatStaysInItsPlaceHasNothingToTell() {
        try (var journal = SqliteJournal.open(file())) {
            journal.append(began(1));
            journal.append(Map.of("A.java", "a"), _ -> began(2));
            assertThat(journal.takeNotices()).isEmpty();
            assertThat(journal.generation()).isZero();
        }
    }

    private void assertRecorded(Attempt... attempts) {
        try (var journal = SqliteJournal.open(file())) {
            assertThat(journal.entriesAfter(0))
                    .extracting(Journal.Entry::attempt)
                    .isEqualTo(List.of(attempts));
        }
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Path file() {
        return home().resolve("journal.db");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Attempt began(int number) {
        return new Attempt.Began("lesson-" + number, Instant.ofEpochSecond(number));
    }
}
