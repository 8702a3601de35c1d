package gradus.ml.data.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// A file of bytes that is read from front to back, unpacked if it is gzipped.
final class BinaryFileReader implements AutoCloseable {

    private final InputStream stream;
    private final String name;
    private long bytesRead;

    private BinaryFileReader(InputStream stream, String name) {
        this.stream = stream;
        this.name = name;
    }

    static BinaryFileReader open(Path file) {
        try {
            InputStream plain = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            plain.mark(2);
            boolean zipped = plain.read() == 0x1F && plain.read() == 0x8B;
            plain.reset();
            return new BinaryFileReader(zipped ? new GZIPInputStream(plain, 1 << 16) : plain, file.toString());
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("there is no file " + file + "; name one that is there", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// The next bytes, as many as `count`.
    ///
    /// @param description what they are, as errors say it
    byte[] readBytes(int count, String description) {
        try {
            byte[] bytes = stream.readNBytes(count);
            bytesRead += bytes.length;
            if (bytes.length < count) {
                throw error("it ends after " + bytesRead + " bytes, in the middle of " + description + "; "
                        + (count - bytes.length) + " are missing, so get it again");
            }
            return bytes;
        } catch (IOException e) {
            throw error("it is broken after " + bytesRead + " bytes (" + e.getMessage() + "); get it again");
        }
    }

    /// Refuses bytes behind the end.
    void requireEndOfFile() {
        try {
            if (stream.read() >= 0) {
                throw error("it has more bytes than its shape says, which are " + bytesRead);
            }
        } catch (IOException e) {
            throw error("it is broken after " + bytesRead + " bytes (" + e.getMessage() + "); get it again");
        }
    }

    IllegalArgumentException error(String message) {
        return new IllegalArgumentException(name + ": " + message);
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
