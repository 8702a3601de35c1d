package gradus.studio.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradus.course.Sha256;
import gradus.mastery.Attempt;
import gradus.studio.error.UserFacingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteJournalTest {

    @TempDir
    Path home;

    @Test
    void appendedEntriesAreThereAfterReopening() {
        String hash;
        try (var journal = SqliteJournal.open(file())) {
            journal.append(began(1));
            hash = journal.append(Map.of("A.java", "class A { /* − */ }", "B.java", ""), _ -> began(2));
        }
        try (var journal = SqliteJournal.open(file())) {
            assertThat(journal.entriesAfter(0))
                    .containsExactly(new Journal.Entry(1, began(1)), new Journal.Entry(2, began(2)));
            assertThat(journal.entriesAfter(1)).containsExactly(new Journal.Entry(2, began(2)));
            assertThat(journal.loadSources(hash)).contains(Map.of("A.java", "class A { /* − */ }", "B.java", ""));
            assertThat(journal.loadSources("0")).isEmpty();
        }
    }

    @Test
    void theSameSourcesHaveTheSameHash() {
        try (var journal = SqliteJournal.open(file())) {
            String hash = journal.append(Map.of("A.java", "a", "B.java", "b"), _ -> began(1));
            assertThat(journal.append(Map.of("B.java", "b", "A.java", "a"), _ -> began(2)))
                    .isEqualTo(hash);
            assertThat(journal.append(Map.of("A.java", "b", "B.java", "a"), _ -> began(3)))
                    .isNotEqualTo(hash);
        }
    }

    @Test
    void anAttemptIsMadeOfTheHashOfItsSources() {
        try (var journal = SqliteJournal.open(file())) {
            String hash = journal.append(Map.of("A.java", "a"), sources -> new Attempt.Began(sources, Instant.EPOCH));
            assertThat(journal.entriesAfter(0))
                    .containsExactly(new Journal.Entry(1, new Attempt.Began(hash, Instant.EPOCH)));
        }
    }

    @Test
    void sourcesWhoseAttemptCannotBeWrittenAreNotStoredEither() {
        Map<String, String> sources = Map.of("A.java", "a");
        try (var journal = SqliteJournal.open(file())) {
            assertThatExceptionOfType(UserFacingException.class)
                    .isThrownBy(() -> journal.append(sources, _ -> new Attempt.Began(null, Instant.EPOCH)));
            String hash = Sha256.of("{\"A.java\":\"a\"}");
            assertThat(journal.loadSources(hash)).isEmpty();
            assertThat(journal.append(sources, _ -> began(1))).isEqualTo(hash);
            assertThat(journal.loadSources(hash)).contains(sources);
        }
    }

    @Test
    void twoProgramsSeeEachOthersEntries() throws Exception {
        try (var studio = SqliteJournal.open(file());
                var terminal = SqliteJournal.open(file())) {
            Thread one = Thread.ofPlatform().start(() -> appendAll(studio, 0, 50));
            Thread two = Thread.ofPlatform().start(() -> appendAll(terminal, 50, 100));
            one.join();
            two.join();
            assertThat(studio.entriesAfter(0)).hasSize(100).isEqualTo(terminal.entriesAfter(0));
        }
    }

    @Test
    void manyProgramsCanOpenANewJournalAtOnce() throws Exception {
        var opening = new ArrayList<FutureTask<Integer>>();
        for (int i = 0; i < 8; i++) {
            var task = new FutureTask<>(() -> {
                try (var journal = SqliteJournal.open(file())) {
                    appendAll(journal, 0, 5);
                    return 5;
                }
            });
            opening.add(task);
            Thread.ofPlatform().start(task);
        }
        for (FutureTask<Integer> task : opening) {
            assertThat(task.get()).isEqualTo(5);
        }
        try (var journal = SqliteJournal.open(file())) {
            assertThat(journal.entriesAfter(0)).hasSize(40);
        }
    }

    @Test
    void nothingCanBeChangedOrDeleted() throws Exception {
        try (var journal = SqliteJournal.open(file())) {
            journal.append(Map.of("A.java", "a"), _ -> began(1));
            try (var connection = connect(file());
                    var statement = connection.createStatement()) {
                for (String sql : List.of(
                        "update attempt set lesson = 'x'",
                        "delete from attempt",
                        "update source set body = 'x'",
                        "delete from source")) {
                    assertThatExceptionOfType(SQLException.class)
                            .isThrownBy(() -> statement.executeUpdate(sql))
                            .withMessageContaining("append-only");
                }
            }
            assertThat(journal.entriesAfter(0)).containsExactly(new Journal.Entry(1, began(1)));
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsNamedAndLeftUnchanged() throws Exception {
        byte[] noise = "not a journal at all, ".repeat(500).getBytes(StandardCharsets.UTF_8);
        Files.write(file(), noise);
        assertRejected(
                3,
                "The journal " + file()
                        + " is damaged and was left unchanged; move it away to start a new one, or restore a backup.");
        assertThat(file()).hasBinaryContent(noise);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aJournalWithADamagedPageIsNamedAndLeftUnchanged(int page) throws Exception {
        try (var journal = SqliteJournal.open(file())) {
            appendAll(journal, 0, 200);
        }
        byte[] bytes = Files.readAllBytes(file());
        int from = page == 1 ? 100 : (page - 1) * 4096;
        Arrays.fill(bytes, from, from + 2_000, (byte) 0x5a);
        Files.write(file(), bytes);
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> {
                    try (var journal = SqliteJournal.open(file())) {
                        journal.entriesAfter(0);
                        journal.append(Map.of("A.java", "a"), _ -> began(1));
                        journal.loadSources("a");
                    }
                })
                .withMessage("The journal " + file()
                        + " is damaged and was left unchanged; move it away to start a new one, or restore a backup.");
        assertThat(file()).hasBinaryContent(bytes);
    }

    @Test
    void aFolderInItsPlaceIsNamed() throws Exception {
        Files.createDirectories(file());
        assertRejected(
                3,
                "The journal " + file()
                        + " is a folder, but a file was expected; move it away, or name another folder with --home.");
        assertThat(file()).isEmptyDirectory();
    }

    @Test
    void aHomeThatIsAFileIsNamed() throws Exception {
        Path home = Files.writeString(this.home.resolve("home"), "mine");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> SqliteJournal.open(home.resolve("journal.db")))
                .withMessage("The folder " + home + " cannot be created; name a folder you can write to with --home.");
        assertThat(home).hasContent("mine");
    }

    @Test
    void aJournalOfANewerGradusIsLeftUnchanged() throws Exception {
        try (var connection = connect(file());
                var statement = connection.createStatement()) {
            statement.execute("create table attempt (everything text)");
            statement.execute("pragma user_version = 7");
        }
        byte[] bytes = Files.readAllBytes(file());
        assertRejected(
                2,
                "The journal " + file()
                        + " has format 7, but this version of Gradus reads formats up to 1; update Gradus.");
        assertThat(file()).hasBinaryContent(bytes);
    }

    @Test
    void theDatabaseOfAnotherProgramIsLeftUnchanged() throws Exception {
        try (var connection = connect(file());
                var statement = connection.createStatement()) {
            statement.execute("create table recipe (name text)");
        }
        byte[] bytes = Files.readAllBytes(file());
        assertRejected(
                2,
                "The file " + file() + " is a database of another program, but a journal was expected; move it away,"
                        + " or name another folder with --home.");
        assertThat(file()).hasBinaryContent(bytes);
    }

    @Test
    void anEntryOfAnUnknownKindIsNamed() throws Exception {
        try (var journal = SqliteJournal.open(file());
                var connection = connect(file());
                var statement = connection.createStatement()) {
            journal.append(began(1));
            statement.executeUpdate("insert into attempt (lesson, at, body) values ('x', 'y', '{\"type\":\"Sang\"}')");
            assertThatExceptionOfType(UserFacingException.class)
                    .isThrownBy(() -> journal.entriesAfter(0))
                    .withMessage(
                            "Entry 2 of the journal " + file()
                                    + " is of a kind that this version of Gradus doesn't know; update Gradus, or restore a backup.");
            assertThat(journal.entriesAfter(2)).isEmpty();
        }
    }

    private void assertRejected(int exitCode, String sentence) {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> SqliteJournal.open(file()).close())
                .withMessage(sentence)
                .extracting(UserFacingException::exitCode)
                .isEqualTo(exitCode);
    }

    private Path file() {
        return home.resolve("journal.db");
    }

    private static void appendAll(Journal journal, int from, int to) {
        for (int i = from; i < to; i++) {
            journal.append(began(i));
        }
    }

    private static Attempt began(int number) {
        return new Attempt.Began("lesson-" + number, Instant.ofEpochSecond(number));
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
