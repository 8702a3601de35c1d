package gradus.ml.data.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// Files that may be compressed with gzip, whatever their names say.
final class GzipStreams {

    private static final int BUFFER_BYTES = 1 << 16;

    private GzipStreams() {}

    /// The content of a file, decompressed if it begins as gzip data do.
    ///
    /// @throws IOException if the file cannot be read, or its compressed data are damaged
    static BufferedInputStream decompressed(InputStream file) throws IOException {
        var bytes = new BufferedInputStream(file, BUFFER_BYTES);
        bytes.mark(2);
        byte[] start = bytes.readNBytes(2);
        bytes.reset();
        boolean compressed = start.length == 2 && start[0] == 0x1F && start[1] == (byte) 0x8B;
        return compressed ? new BufferedInputStream(new GZIPInputStream(bytes, BUFFER_BYTES), BUFFER_BYTES) : bytes;
    }
}
