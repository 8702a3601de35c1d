package gradus.ml.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// A file of bytes that is read from front to back, unpacked if it is gzipped.
final class BinaryFile implements AutoCloseable {

    private final InputStream stream;
    private final String name;
    private long read;

    private BinaryFile(InputStream stream, String name) {
        this.stream = stream;
        this.name = name;
    }

    static BinaryFile open(Path file) {
        try {
            InputStream plain = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            plain.mark(2);
            boolean zipped = plain.read() == 0x1F && plain.read() == 0x8B;
            plain.reset();
            return new BinaryFile(zipped ? new GZIPInputStream(plain, 1 << 16) : plain, file.toString());
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("there is no file " + file + "; name one that is there", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// The next bytes, as many as `count`.
    ///
    /// @param what what they are, as errors say it
    byte[] bytes(int count, String what) {
        try {
            byte[] bytes = stream.readNBytes(count);
            read += bytes.length;
            if (bytes.length < count) {
                throw fault("it ends after " + read + " bytes, in the middle of " + what + "; " + (count - bytes.length)
                        + " are missing, so get it again");
            }
            return bytes;
        } catch (IOException e) {
            throw fault("it is broken after " + read + " bytes (" + e.getMessage() + "); get it again");
        }
    }

    /// Refuses bytes behind the end.
    void requireEnd() {
        try {
            if (stream.read() >= 0) {
                throw fault("it has more bytes than its shape says, which are " + read);
            }
        } catch (IOException e) {
            throw fault("it is broken after " + read + " bytes (" + e.getMessage() + "); get it again");
        }
    }

    IllegalArgumentException fault(String sentence) {
        return new IllegalArgumentException(name + ": " + sentence);
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
