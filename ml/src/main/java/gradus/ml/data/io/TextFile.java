package gradus.ml.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file with a text, such as the novels that a language model learns from.
public final class TextFile {

    private TextFile() {}

    /// Reads a whole text in UTF-8. If the file is compressed with gzip, whatever its name, it is
    /// decompressed. A byte order mark is dropped; line ends stay as they are.
    ///
    /// @throws IllegalArgumentException if the compressed data are damaged, or the text is not in UTF-8
    /// @throws UncheckedIOException if the file cannot be read
    public static String read(Path file) {
        try (InputStream raw = Files.newInputStream(file)) {
            byte[] bytes = GzipStreams.decompressed(raw).readAllBytes();
            // A decoder throws if bytes are malformed; the constructor of a string would put U+FFFD in their place.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is not a text in UTF-8; convert it", e);
        } catch (IOException e) {
            throw FileFaults.explain(e, file.toString());
        }
    }
}
