package gradus.ml.persistence;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/// Atomic writing of a file: whoever opens it finds all of the old content or all of the new, never a part.
public final class AtomicFile {

    private static final int BUFFER_BYTES = 1 << 16;

    private AtomicFile() {}

    /// What is written to a file.
    @FunctionalInterface
    public interface Content {

        /// Writes the content. Does not close `out`.
        ///
        /// @throws IOException if it cannot be written
        void writeTo(DataOutputStream out) throws IOException;
    }

    /// Writes `content`, and after it the CRC-32 checksum of all its bytes, 8 bytes, big-endian.
    ///
    /// The bytes go to a temporary file in the same folder, which gets the name of `file` once all are on
    /// disk. So if this fails, or the machine does, an existing file stays as it was (where the file system
    /// can rename files atomically).
    ///
    /// @throws IOException if the file cannot be written
    public static void writeChecksummed(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new IOException(file + " is a folder; give the path of a file in it");
        }
        Path temporary = temporaryFor(target);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                var checked = new CheckedOutputStream(
                        new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES), new CRC32());
                var out = new DataOutputStream(checked);
                content.writeTo(out);
                out.writeLong(checked.getChecksum().getValue());
                out.flush();
                channel.force(true);
            }
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /// A new, empty file. Unlike [Files#createTempFile], it has the permissions that any new file has, so
    /// others can read it if they can read files that were written directly.
    private static Path temporaryFor(Path file) throws IOException {
        for (int i = 0; ; i++) {
            try {
                return Files.createFile(file.resolveSibling(file.getFileName() + "." + i + ".part"));
            } catch (FileAlreadyExistsException e) {
                // Somebody else is writing, or was when the machine failed.
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
