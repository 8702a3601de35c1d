package gradus.ml.transformer;

import java.io.EOFException;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A file with a text, such as the novels that a language model learns from.
public final class TextFile {

    private TextFile() {}

    /// Reads a whole text in UTF-8. If the file is compressed with gzip, whatever its name, it is
    /// decompressed. A byte order mark is dropped; line ends stay as they are.
    ///
    /// @throws IllegalArgumentException if the compressed data are damaged, or the text is not in UTF-8
    /// @throws UncheckedIOException if the file cannot be read
    public static String read(Path file) {
        try {
            // A decoder throws if bytes are malformed; the constructor of a string would put U+FFFD in their place.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is not a text in UTF-8; convert it", e);
        } catch (ZipException | EOFException e) {
            throw new IllegalArgumentException(
                    file + " has compressed data that are damaged or end too early; download the file again", e);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("there is no file " + file + "; check the path", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (var in = new PushbackInputStream(Files.newInputStream(file), 2)) {
            byte[] start = in.readNBytes(2);
            in.unread(start);
            boolean compressed = start.length == 2 && start[0] == 0x1F && start[1] == (byte) 0x8B;
            return compressed ? new GZIPInputStream(in, 1 << 16).readAllBytes() : in.readAllBytes();
        }
    }
}
