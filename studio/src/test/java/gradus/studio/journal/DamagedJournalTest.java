package gradus.studio.journal;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.mastery.Attempt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A journal with damaged rows.
class DamagedJournalTest {

    @TempDir
    Path home;

    private SqliteJournal journal;

    @BeforeEach
    void open() {
        journal = SqliteJournal.open(file());
        journal.append(began(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"type\":\"Began\",\"lesson\":\"x",
                "{\"type\":\"Began\"}",
                "{\"type\":\"Began\",\"lesson\":null,\"at\":\"2026-01-05T09:00:00Z\"}",
                "{\"type\":\"Began\",\"lesson\":\"x\",\"at\":\"yesterday\"}",
                "{\"type\":\"Be~an\",\"lesson\":\"x\",\"at\":\"2026-01-05T09:00:00Z\"}",
                "{\"type\":7}",
                "{}"
            })
    void aDamagedEntryIsSkippedAndStaysAndItsNumberIsInTheLogOnce(String body) throws Exception {
        insert(body);
        journal.append(began(3));
        for (int turn = 0; turn < 2; turn++) {
            try (var reader = SqliteJournal.open(file())) {
                assertThat(reader.entriesAfter(0))
                        .containsExactly(new Journal.Entry(1, began(1)), new Journal.Entry(3, began(3)));
                assertThat(reader.damaged()).containsExactly(2L);
            }
        }
        assertThat(home.resolve("gradus.log"))
                .content()
                .isEqualTo("Entry 2 of the journal " + file() + " is damaged and is skipped; it was left unchanged.\n");
        assertThat(body(2)).isEqualTo(body);
    }

    @Test
    void damagedSourcesAreNotUsed() throws Exception {
        String hash = journal.append(Map.of("A.java", "a"), _ -> began(1));
        execute("drop trigger source_stays");
        execute("update source set body = replace(body, 'a', 'b')");
        assertThat(journal.loadSources(hash)).isEmpty();
        assertThat(Files.readString(home.resolve("gradus.log")))
                .isEqualTo("The sources " + hash + " in the journal " + file()
                        + " are damaged and aren't used; they were left unchanged.\n");
    }

    private void insert(String body) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var insert =
                        connection.prepareStatement("insert into attempt (lesson, at, body) values ('x', 'y', ?)")) {
            insert.setString(1, body);
            insert.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private String body(int position) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select body from attempt where position = " + position)) {
            return rows.getString(1);
        }
    }

    private Path file() {
        return home.resolve("journal.db");
    }

    private static Attempt began(int number) {
        return new Attempt.Began("lesson-" + number, Instant.ofEpochSecond(number));
    }
}
