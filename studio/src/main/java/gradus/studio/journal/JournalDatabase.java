package gradus.studio.journal;

import gradus.studio.error.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/// An open SQLite file with the tables of a journal. Its write-ahead log is flushed to disk on each write.
final class JournalDatabase {

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

    /// Connections to files that are no longer at their path. To close one would delete the write-ahead log that is
    /// there now, because SQLite deletes it by its name: so they stay open, out of reach of the garbage collector.
    private static final Collection<Connection> ABANDONED = new ConcurrentLinkedQueue<>();

    private final Path file;
    private final Connection connection;
    private final Identity identity;

    private JournalDatabase(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        prepareWithRetries();
        this.identity = Identity.of(file);
    }

    /// Opens the journal in `file`, or creates an empty one.
    static JournalDatabase open(Path file) {
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
                return new JournalDatabase(file, connection);
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

    /// Whether the file at the path is still the one that is open. A file that is deleted while it's open can be
    /// written on, and nobody will ever read that.
    boolean isInPlace() {
        return identity.exists() && identity.equals(Identity.of(file));
    }

    /// A statement that inserts a row, and the values of its parameters.
    record Insertion(String sql, String... values) {}

    /// Inserts all or nothing. When this returns, the rows are on disk and no lock is held.
    void write(Insertion... insertions) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("begin immediate");
            try {
                for (Insertion insertion : insertions) {
                    insert(insertion);
                }
                statement.execute("commit");
            } catch (SQLException e) {
                rollBack(statement);
                throw e;
            }
        }
    }

    private void insert(Insertion insertion) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(insertion.sql())) {
            for (int i = 0; i < insertion.values().length; i++) {
                insert.setString(i + 1, insertion.values()[i]);
            }
            insert.executeUpdate();
        }
    }

    /// SQLite itself rolls back after some errors, such as a full disk.
    private static void rollBack(Statement statement) {
        try {
            statement.execute("rollback");
        } catch (SQLException e) {
            // There is no transaction any more.
        }
    }

    PreparedStatement query(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    void close() {
        if (!isInPlace()) {
            ABANDONED.add(connection);
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            throw systemError(file, e);
        }
    }

    /// Puts everything into the file itself, wherever it is now, and removes the write-ahead log that it left at the
    /// path. Only for a file that is no longer there: the log must not be taken for that of the next one.
    void leave() {
        try (var statement = connection.createStatement()) {
            statement.execute("pragma wal_checkpoint(truncate)");
        } catch (SQLException e) {
            // The file is out of reach, so there is nothing more to save.
        }
        for (String ending : new String[] {"-wal", "-shm"}) {
            try {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
            } catch (IOException e) {
                // SQLite replaces what it can't use, or says so.
            }
        }
    }

    static UserFacingException systemError(Path file, SQLException e) {
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

    /// Which file it is, whatever its name.
    ///
    /// @param key device and inode; empty on systems without them, which don't let an open file be deleted
    private record Identity(boolean exists, Optional<Object> key) {

        static Identity of(Path file) {
            try {
                var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return new Identity(true, Optional.ofNullable(attributes.fileKey()));
            } catch (IOException e) {
                return new Identity(false, Optional.empty());
            }
        }
    }
}
