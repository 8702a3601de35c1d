package gradus.studio.journal;

import gradus.course.Sha256;
import gradus.mastery.Attempt;
import gradus.studio.error.UserFacingException;
import gradus.studio.journal.JournalDatabase.Insertion;
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
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// A journal in an SQLite file.
///
/// Several programs may open it at once (the studio and a terminal). Each sees what the others append.
///
/// An entry that is damaged is skipped and stays where it is; the log of the home folder says so once.
public final class SqliteJournal implements Journal {

    /// How often an append is repeated because the file has vanished meanwhile.
    private static final int MAX_APPEND_ATTEMPTS = 3;

    private final Path file;
    private final DamageLog damageLog;
    private final SortedSet<Long> damaged = new TreeSet<>();
    private final List<String> notices = new ArrayList<>();
    private JournalDatabase database;
    private long generation;

    private SqliteJournal(Path file, JournalDatabase database) {
        this.file = file;
        this.database = database;
        this.damageLog = new DamageLog(file);
    }

    /// Opens the journal in `file`, or creates an empty one.
    public static SqliteJournal open(Path file) {
        return new SqliteJournal(file, JournalDatabase.open(file));
    }

    @Override
    public synchronized void append(Attempt attempt) {
        write(insert(attempt));
    }

    @Override
    public synchronized String append(Map<String, String> sources, Function<String, Attempt> attempt) {
        String body = Json.write(new TreeMap<>(sources));
        String hash = Sha256.of(body);
        write(
                new Insertion("insert into source (hash, body) values (?, ?) on conflict do nothing", hash, body),
                insert(attempt.apply(hash)));
        return hash;
    }

    private static Insertion insert(Attempt attempt) {
        return new Insertion(
                "insert into attempt (lesson, at, body) values (?, ?, ?)",
                attempt.lesson(),
                attempt.at().toString(),
                Json.write(attempt));
    }

    @Override
    public synchronized Optional<Map<String, String>> loadSources(String hash) {
        try (PreparedStatement query = database().query("select body from source where hash = ?")) {
            query.setString(1, hash);
            var rows = query.executeQuery();
            return rows.next() ? sound(hash, rows.getString(1)) : Optional.empty();
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
                entry(rows.getLong(1), rows.getString(2)).ifPresent(entries::add);
            }
            return entries;
        } catch (SQLException e) {
            throw JournalDatabase.systemError(file, e);
        }
    }

    /// The positions of the damaged entries that have been skipped.
    public synchronized List<Long> damaged() {
        return List.copyOf(damaged);
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

    private Optional<Entry> entry(long position, String body) {
        return switch (EntryDecoder.decode(body)) {
            case EntryDecoder.Decoded.Sound(Attempt attempt) -> Optional.of(new Entry(position, attempt));
            case EntryDecoder.Decoded.Damaged _ -> {
                if (damaged.add(position)) {
                    damageLog.entry(position);
                }
                yield Optional.empty();
            }
            case EntryDecoder.Decoded.Newer(String kind) ->
                throw UserFacingException.systemError(
                        "Entry " + position + " of the journal " + file
                                + " is of a kind that this version of Gradus doesn't know; update Gradus, or restore a"
                                + " backup.",
                        new IllegalArgumentException("an attempt of kind " + kind));
        };
    }

    private Optional<Map<String, String>> sound(String hash, String body) {
        if (!Sha256.of(body).equals(hash)) {
            damageLog.sources(hash);
            return Optional.empty();
        }
        return Optional.of(texts(body));
    }

    @SuppressWarnings("unchecked") // a JSON object of strings, written by append
    private static Map<String, String> texts(String body) {
        return Map.copyOf((Map<String, String>) Json.read(body, Map.class));
    }

    /// When this returns, it's on disk, in the file that is at the path.
    private void write(Insertion... insertions) {
        for (int turn = 0; turn < MAX_APPEND_ATTEMPTS; turn++) {
            JournalDatabase current = database();
            try {
                current.write(insertions);
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
        damaged.clear();
        notices.add("The journal " + file
                + (gone
                        ? " was deleted or moved away while Gradus was running, so your earlier progress is gone;"
                                + " a new journal has been begun, in which everything from now on is recorded:"
                        : " was replaced while Gradus was running, so your progress is now what the new file"
                                + " says, and everything from now on is recorded in that:")
                + " if you want the old one back, close Gradus and put it there.");
    }
}
