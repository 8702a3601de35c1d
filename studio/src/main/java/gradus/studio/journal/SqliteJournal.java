package gradus.studio.journal;

import gradus.mastery.Attempt;
import gradus.studio.desk.Refusal;
import gradus.studio.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sqlite.SQLiteConfig;

/// The journal in one SQLite file, with a write-ahead log that is flushed to the disk at each append.
///
/// Several programs may have it open at once (the studio and a terminal); each sees what the others appended.
public final class SqliteJournal implements Journal {

    private static final int VERSION = 1;

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

    /// Opens the journal in `file`, and makes an empty one where there is none.
    public static SqliteJournal open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw Refusal.trouble(
                    "The folder " + file.toAbsolutePath().getParent()
                            + " cannot be made; name a folder that you may write to with --home.",
                    e);
        }
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        try {
            var journal = new SqliteJournal(file, config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
            journal.prepare();
            return journal;
        } catch (SQLException e) {
            throw trouble(file, e);
        }
    }

    private void prepare() throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            int version = statement.executeQuery("pragma user_version").getInt(1);
            if (version > VERSION) {
                connection.close();
                throw Refusal.misuse("The journal " + file + " has format " + version + ", and this Gradus reads up to "
                        + VERSION + "; update Gradus.");
            }
            if (version == 0) {
                for (String line : SCHEMA) {
                    statement.execute(line);
                }
            }
            connection.commit();
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
    public synchronized String keep(Map<String, String> sources) {
        String body = Json.write(new TreeMap<>(sources));
        String hash = hash(body);
        write("insert into source (hash, body) values (?, ?) on conflict do nothing", hash, body);
        return hash;
    }

    @Override
    public synchronized Optional<Map<String, String>> kept(String hash) {
        try (PreparedStatement query = connection.prepareStatement("select body from source where hash = ?")) {
            query.setString(1, hash);
            var rows = query.executeQuery();
            Optional<Map<String, String>> found =
                    rows.next() ? Optional.of(texts(rows.getString(1))) : Optional.empty();
            connection.commit();
            return found;
        } catch (SQLException e) {
            throw trouble(file, e);
        }
    }

    @Override
    public synchronized List<Entry> after(long position) {
        try (PreparedStatement query = connection.prepareStatement(
                "select position, body from attempt where position > ? order by position")) {
            query.setLong(1, position);
            var rows = query.executeQuery();
            var entries = new ArrayList<Entry>();
            while (rows.next()) {
                entries.add(new Entry(rows.getLong(1), Json.read(rows.getString(2), Attempt.class)));
            }
            connection.commit();
            return entries;
        } catch (SQLException e) {
            throw trouble(file, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw trouble(file, e);
        }
    }

    private void write(String sql, String... values) {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setString(i + 1, values[i]);
            }
            insert.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            rollback(e);
            throw trouble(file, e);
        }
    }

    private void rollback(SQLException cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @SuppressWarnings("unchecked") // a JSON object of texts, written by keep
    private static Map<String, String> texts(String body) {
        return Map.copyOf((Map<String, String>) Json.read(body, Map.class));
    }

    private static String hash(String body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private static Refusal trouble(Path file, SQLException e) {
        String message = String.valueOf(e.getMessage());
        String what = message.contains("NOTADB") || message.contains("CORRUPT")
                ? "The journal " + file
                        + " is damaged; it was left as it is: move it aside to begin a new one, or put back a copy."
                : message.contains("FULL") || message.contains("IOERR")
                        ? "The journal " + file
                                + " could not be written: the disk is full or failing; make room, then try again."
                        : message.contains("READONLY") || message.contains("CANTOPEN")
                                ? "The journal " + file
                                        + " cannot be written; make it writable, or name another folder with --home."
                                : "The journal " + file + " cannot be used (" + message
                                        + "); close other programs that hold it, then try again.";
        return Refusal.trouble(what, e);
    }
}
