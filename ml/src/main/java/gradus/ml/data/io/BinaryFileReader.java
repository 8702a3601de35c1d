package gradus.ml.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads a binary file sequentially, and decompresses it if it is gzipped.
final class BinaryFileReader implements AutoCloseable {

    private final InputStream stream;
    private final String name;
    private long bytesRead;

    /// @param name name of the stream in messages
    BinaryFileReader(InputStream stream, String name) {
        this.stream = stream;
        this.name = name;
    }

    static BinaryFileReader open(Path file) {
        try {
            return new BinaryFileReader(GzipStreams.decompressed(Files.newInputStream(file)), file.toString());
        } catch (IOException e) {
            throw FileFaults.explain(e, file.toString());
        }
    }

    /// Reads the next `count` bytes. A count that the file does not have takes no memory.
    ///
    /// @param description what the bytes are, for messages
    /// @throws IllegalArgumentException if the file ends before, or is corrupt
    byte[] readBytes(int count, String description) {
        try {
            byte[] bytes = stream.readNBytes(count);
            bytesRead += bytes.length;
            if (bytes.length < count) {
                throw error("truncated after " + bytesRead + " bytes, within " + description + "; expected "
                        + (count - bytes.length) + " more bytes; download the file again");
            }
            return bytes;
        } catch (IOException e) {
            throw error("corrupt after " + bytesRead + " bytes (" + e.getMessage() + "); download the file again");
        }
    }

    /// Throws if any bytes are left.
    void requireEndOfFile() {
        try {
            if (stream.read() >= 0) {
                throw error("expected " + bytesRead + " bytes, as its shape says, but the file is longer; download it "
                        + "again");
            }
        } catch (IOException e) {
            throw error("corrupt after " + bytesRead + " bytes (" + e.getMessage() + "); download the file again");
        }
    }

    /// The number of bytes of the elements of an array.
    int byteCount(int[] shape, ElementType type) {
        try {
            return Math.multiplyExact(ArrayShapes.size(shape), type.itemSize());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw error("axis lengths must be at least 0, and the array below 2 GiB, got shape "
                    + ArrayShapes.format(shape) + "; split it into several files, or, if that is not its shape, "
                    + "download it again");
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
