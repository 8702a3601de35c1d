package gradus.ml.data.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The text of a file as a stream of UTF-8 bytes, whatever its encoding: without the byte order mark, and
/// decompressed if it is gzipped.
///
/// A byte order mark says what the encoding is. UTF-8 is passed through as it is, without a check.
final class TextSource {

    private TextSource() {}

    /// @param stream the bytes of the file
    /// @param name name of the file in messages
    /// @param charset the encoding if there is no byte order mark
    /// @throws IllegalArgumentException if the file isn't text
    static BufferedInputStream open(InputStream stream, String name, Charset charset) {
        try {
            BufferedInputStream bytes = GzipStreams.decompressed(stream);
            byte[] start = peek(bytes);
            Optional<String> signature = FileSignature.explain(start);
            if (signature.isPresent()) {
                throw new IllegalArgumentException(name + ": " + signature.get());
            }
            ByteOrderMark mark = ByteOrderMark.of(start);
            bytes.skipNBytes(mark.length);
            Charset encoding = mark.length > 0 ? mark.charset : charset;
            if (encoding.equals(StandardCharsets.UTF_8) || encoding.equals(StandardCharsets.US_ASCII)) {
                requireNoNulBytes(start, name);
                return bytes;
            }
            return new BufferedInputStream(new Transcoded(bytes, encoding));
        } catch (IOException e) {
            throw FileFaults.explain(e, name);
        }
    }

    private static byte[] peek(BufferedInputStream bytes) throws IOException {
        bytes.mark(FileSignature.LENGTH);
        byte[] start = bytes.readNBytes(FileSignature.LENGTH);
        bytes.reset();
        return start;
    }

    private static void requireNoNulBytes(byte[] start, String name) {
        if (start.length > 1 && (start[0] == 0 || start[1] == 0)) {
            throw new IllegalArgumentException(name + ": the file is binary, or UTF-16 without a byte order mark; if "
                    + "it is text, set its encoding with withCharset(StandardCharsets.UTF_16"
                    + (start[0] == 0 ? "BE)" : "LE)"));
        }
    }

    private record ByteOrderMark(int length, Charset charset) {

        static ByteOrderMark of(byte[] start) {
            int[] b = new int[4];
            for (int i = 0; i < b.length; i++) {
                b[i] = i < start.length ? start[i] & 0xFF : -1;
            }
            if (b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF) {
                return new ByteOrderMark(3, StandardCharsets.UTF_8);
            } else if (b[0] == 0xFF && b[1] == 0xFE && b[2] == 0 && b[3] == 0) {
                return new ByteOrderMark(4, StandardCharsets.UTF_32LE);
            } else if (b[0] == 0xFF && b[1] == 0xFE) {
                return new ByteOrderMark(2, StandardCharsets.UTF_16LE);
            } else if (b[0] == 0xFE && b[1] == 0xFF) {
                return new ByteOrderMark(2, StandardCharsets.UTF_16BE);
            }
            return new ByteOrderMark(0, StandardCharsets.UTF_8);
        }
    }

    /// The text of a stream in another encoding, as UTF-8.
    private static final class Transcoded extends InputStream {

        private final Reader reader;
        private final char[] chars = new char[1 << 14];
        private byte[] bytes = {};
        private int position;

        Transcoded(InputStream stream, Charset charset) {
            // A decoder throws if bytes are malformed; from a charset, the reader would put U+FFFD in their place.
            this.reader = new InputStreamReader(stream, charset.newDecoder());
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            if (position == bytes.length) {
                int count = reader.read(chars);
                if (count < 0) {
                    return -1;
                }
                bytes = new String(chars, 0, count).getBytes(StandardCharsets.UTF_8);
                position = 0;
            }
            int count = Math.min(length, bytes.length - position);
            System.arraycopy(bytes, position, to, from, count);
            position += count;
            return count;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
