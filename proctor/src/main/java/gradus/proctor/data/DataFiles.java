package gradus.proctor.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// The files of the course's data sets. They are in the folder named by the system property `gradus.data`, by
/// default `data` in the working directory, as in a workspace. A gzipped file is read as what it holds.
public final class DataFiles {

    private DataFiles() {}

    /// The file `name` of the data set `id`.
    ///
    /// @throws IllegalArgumentException if there is no such data set or file; the message names those there
    ///     are
    public static Path file(String id, String name) {
        Path folder = Path.of(System.getProperty("gradus.data", "data"));
        Path file = folder.resolve(id).resolve(name);
        if (Files.isRegularFile(file)) {
            return file;
        }
        throw new IllegalArgumentException(
                Files.isDirectory(folder.resolve(id))
                        ? "no file \"" + name + "\" in the data set \"" + id + "\"; it has "
                                + String.join(", ", names(folder.resolve(id)))
                        : "no data set \"" + id + "\" at " + folder + "; use the name of a folder in data/");
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("data.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The content of a file, unpacked if it is gzipped.
    public static byte[] bytes(String id, String name) {
        try {
            byte[] bytes = Files.readAllBytes(file(id, name));
            boolean gzipped = bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
            if (!gzipped) {
                return bytes;
            }
            try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16)) {
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + name + " of the data set " + id + " can't be read", e);
        }
    }

    /// The text of a file, in UTF-8.
    public static String text(String id, String name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(id, name)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the file " + name + " of the data set " + id + " is not UTF-8 text", e);
        }
    }

    /// The lines of a text file.
    public static List<String> lines(String id, String name) {
        return text(id, name).lines().toList();
    }
}
