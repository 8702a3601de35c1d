package gradus.ml.data.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/// Exceptions about a file that cannot be read.
final class FileFaults {

    private FileFaults() {}

    /// The exception to throw if reading a file fails: about the content if that is damaged.
    ///
    /// @param name name of the file in messages
    static RuntimeException explain(IOException exception, String name) {
        return switch (exception) {
            case ZipException _, EOFException _ ->
                new IllegalArgumentException(
                        name + ": the compressed data are damaged or end too early; download the file again",
                        exception);
            case CharacterCodingException _ ->
                new IllegalArgumentException(
                        name + ": the file does not have the encoding of the format; set it with withCharset",
                        exception);
            case NoSuchFileException _ ->
                new UncheckedIOException("there is no file " + name + "; check the path", exception);
            default -> new UncheckedIOException("cannot read " + name + ": " + exception.getMessage(), exception);
        };
    }
}
