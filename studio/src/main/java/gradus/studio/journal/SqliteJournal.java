package gradus.studio.journal;

import gradus.course.Sha256;
import gradus.mastery.Attempt;
import gradus.studio.error.UserFacingException;
import gradus.studio.json.Json;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A journal in an SQLite file.
///
/// Several programs may open it at once (the studio and a terminal). Each sees what the others append.
public final class SqliteJournal implements Journal {

    /// How often an append is repeated because the file has vanished meanwhile.
    private static final int MAX_APPEND_ATTEMPTS = 3;

    private final Path file;
    private final List<String> notices = new ArrayList<>();
    private JournalDatabase database;
    private long generation;

    private SqliteJournal(Path file, JournalDatabase database) {
        this.file = file;
        this.database = database;
    }

    /// Opens the journal in `file`, or creates an empty one.
    public static SqliteJournal open(Path file) {
        return new SqliteJournal(file, JournalDatabase.open(file));
    }

    @Override
    public synchronized void append(Attempt attempt) {
        write(
                "insert into attempt (lesson, at, body) values (?, ?, ?)",
                attempt.lesson(),
                attempt.at().toString(),
                Json.write(attempt));
    }

    @Override
    public synchronized String saveSources(Map<String, String> sources) {
        String body = Json.write(new TreeMap<>(sources));
        String hash = Sha256.of(body);
        write("insert into source (hash, body) values (?, ?) on conflict do nothing", hash, body);
        return hash;
    }

    @Override
    public synchronized Optional<Map<String, String>> loadSources(String hash) {
        try (PreparedStatement query = database().query("select body from source where hash = ?")) {
            query.setString(1, hash);
            var rows = query.executeQuery();
            return rows.next() ? Optional.of(texts(rows.getString(1))) : Optional.empty();
        } catch (SQLException e) {
            throw JournalDatabase.systemError(file, e);
        }
    }

    @Override
    public synchronized List<Entry> entriesAfter(long position) {
        try (PreparedStatement query =
                database().query("select position, body from attempt where position > ? order by position")) {
            query.setLong(1, position);
            var rows = query.executeQuery();
            var entries = new ArrayList<Entry>();
            while (rows.next()) {
                entries.add(entry(rows.getLong(1), rows.getString(2)));
            }
            return entries;
        } catch (SQLException e) {
            throw JournalDatabase.systemError(file, e);
        }
    }

    @Override
    public synchronized long generation() {
        database();
        return generation;
    }

    @Override
    public synchronized List<String> takeNotices() {
        List<String> taken = List.copyOf(notices);
        notices.clear();
        return taken;
    }

    @Override
    public synchronized void close() {
        database.close();
    }

    private Entry entry(long position, String body) {
        try {
            return new Entry(position, Json.read(body, Attempt.class));
        } catch (IllegalArgumentException e) {
            throw UserFacingException.systemError(
                    "Entry " + position + " of the journal " + file
                            + " is of a kind that this version of Gradus doesn't know; update Gradus, or restore a"
                            + " backup.",
                    e);
        }
    }

    @SuppressWarnings("unchecked") // a JSON object of strings, written by saveSources
    private static Map<String, String> texts(String body) {
        return Map.copyOf((Map<String, String>) Json.read(body, Map.class));
    }

    /// When this returns, it's on disk, in the file that is at the path.
    private void write(String sql, String... values) {
        for (int turn = 0; turn < MAX_APPEND_ATTEMPTS; turn++) {
            JournalDatabase current = database();
            try {
                current.write(sql, values);
                if (current.isInPlace()) {
                    return;
                }
            } catch (SQLException e) {
                if (current.isInPlace()) {
                    throw JournalDatabase.systemError(file, e);
                }
            }
        }
        throw UserFacingException.systemError(
                "The journal " + file + " vanishes each time that it is written, so nothing was recorded; find out what"
                        + " deletes it, then try again.",
                new NoSuchFileException(file.toString()));
    }

    private JournalDatabase database() {
        if (!database.isInPlace()) {
            reopen();
        }
        return database;
    }

    /// Goes on with the file at the path, or with a new one. To refuse would lose what the learner has just done
    /// as well. What the open connection still shows of the old file isn't copied back, because whoever deleted
    /// that may have meant it, and another program may have begun a new one already.
    private void reopen() {
        boolean gone = Files.notExists(file);
        if (gone) {
            database.leave();
        }
        JournalDatabase next = JournalDatabase.open(file);
        database.close();
        database = next;
        generation++;
        notices.add("The journal " + file
                + (gone
                        ? " was deleted or moved away while Gradus was running, so your earlier progress is gone;"
                                + " a new journal has been begun, in which everything from now on is recorded:"
                        : " was replaced while Gradus was running, so your progress is now what the new file"
                                + " says, and everything from now on is recorded in that:")
                + " if you want the old one back, close Gradus and put it there.");
    }
}
