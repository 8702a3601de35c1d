package gradus.studio.journal;

import gradus.course.Sha256;
import gradus.mastery.Attempt;
import gradus.studio.error.UserFacingException;
import gradus.studio.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/// A journal in an SQLite file. Its write-ahead log is flushed to disk on each append.
///
/// Several programs may open it at once (the studio and a terminal). Each sees what the others append.
public final class SqliteJournal implements Journal {

    private static final int VERSION = 1;
    private static final int MAX_OPEN_ATTEMPTS = 200;
    private static final long OPENING_PAUSE_NANOS = 25_000_000;

    private static final String[] SCHEMA = {
        "create table source (hash text primary key, body text not null) without rowid",
        "create table attempt (position integer primary key, lesson text not null, at text not null, body text not null)",
        "create trigger attempt_stays before update on attempt begin select raise(abort, 'append-only'); end",
        "create trigger attempt_lasts before delete on attempt begin select raise(abort, 'append-only'); end",
        "create trigger source_stays before update on source begin select raise(abort, 'append-only'); end",
        "create trigger source_lasts before delete on source begin select raise(abort, 'append-only'); end",
        "pragma user_version = " + VERSION
    };

    private final Path file;
    private final Connection connection;

    private SqliteJournal(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// Opens the journal in `file`, or creates an empty one.
    public static SqliteJournal open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw UserFacingException.systemError(
                    "The folder " + file.toAbsolutePath().getParent()
                            + " cannot be created; name a folder you can write to with --home.",
                    e);
        }
        if (Files.isDirectory(file)) {
            throw UserFacingException.systemError(
                    "The journal " + file
                            + " is a folder, but a file was expected; move it away, or name another folder with"
                            + " --home.",
                    new IOException(file + " is a directory"));
        }
        var config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
            try {
                var journal = new SqliteJournal(file, connection);
                journal.prepareWithRetries();
                return journal;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw systemError(file, e);
        }
    }

    /// Prepares the journal, with retries. While another program creates the journal, or is the last to close
    /// it, SQLite reports "busy" immediately, whatever the timeout.
    private void prepareWithRetries() throws SQLException {
        for (int turn = 1; ; turn++) {
            try {
                prepare();
                return;
            } catch (SQLException e) {
                if ((e.getErrorCode() & 0xFF) != SQLiteErrorCode.SQLITE_BUSY.code || turn == MAX_OPEN_ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(OPENING_PAUSE_NANOS);
            }
        }
    }

    /// Writes nothing, not even the journal mode, before it's clear that the file is a journal we can use.
    private void prepare() throws SQLException {
        try (var statement = connection.createStatement()) {
            rejectForeignDatabase(statement);
            statement.execute("pragma journal_mode = wal");
            statement.execute("begin immediate");
            if (number(statement, "pragma user_version") == 0) {
                for (String line : SCHEMA) {
                    statement.execute(line);
                }
            }
            statement.execute("commit");
        }
    }

    private void rejectForeignDatabase(Statement statement) throws SQLException {
        // In this order, because a program that creates the journal right now writes tables and version in one step.
        boolean empty = number(statement, "select count(*) from sqlite_schema") == 0;
        int version = number(statement, "pragma user_version");
        if (version > VERSION) {
            throw UserFacingException.usageError("The journal " + file + " has format " + version
                    + ", but this version of Gradus reads formats up to " + VERSION + "; update Gradus.");
        }
        if (!empty && version == 0) {
            throw UserFacingException.usageError("The file " + file
                    + " is a database of another program, but a journal was expected; move it away, or name another"
                    + " folder with --home.");
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.getInt(1);
        }
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
        try (PreparedStatement query = connection.prepareStatement("select body from source where hash = ?")) {
            query.setString(1, hash);
            var rows = query.executeQuery();
            return rows.next() ? Optional.of(texts(rows.getString(1))) : Optional.empty();
        } catch (SQLException e) {
            throw systemError(file, e);
        }
    }

    @Override
    public synchronized List<Entry> entriesAfter(long position) {
        try (PreparedStatement query = connection.prepareStatement(
                "select position, body from attempt where position > ? order by position")) {
            query.setLong(1, position);
            var rows = query.executeQuery();
            var entries = new ArrayList<Entry>();
            while (rows.next()) {
                entries.add(entry(rows.getLong(1), rows.getString(2)));
            }
            return entries;
        } catch (SQLException e) {
            throw systemError(file, e);
        }
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

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw systemError(file, e);
        }
    }

    /// Runs a statement as a transaction of its own. When this returns, it's on disk and no lock is held.
    private void write(String sql, String... values) {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setString(i + 1, values[i]);
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw systemError(file, e);
        }
    }

    @SuppressWarnings("unchecked") // a JSON object of strings, written by saveSources
    private static Map<String, String> texts(String body) {
        return Map.copyOf((Map<String, String>) Json.read(body, Map.class));
    }

    private static UserFacingException systemError(Path file, SQLException e) {
        // The low byte is the kind of error; the other bytes add details.
        int kind = e.getErrorCode() & 0xff;
        String what = switch (SQLiteErrorCode.getErrorCode(kind)) {
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                "is damaged and was left unchanged; move it away to start a new one, or restore a backup.";
            case SQLITE_FULL, SQLITE_IOERR ->
                "could not be written because the disk is full or failing; free some space, then try again.";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                "cannot be written; make it writable, or name another folder with --home.";
            default -> "cannot be used (" + e.getMessage() + "); close other programs that use it, then try again.";
        };
        return UserFacingException.systemError("The journal " + file + " " + what, e);
    }
}
