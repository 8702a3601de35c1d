package gradus.studio.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/// A text file that a learner may have put there, or may edit at any moment.
public final class LearnerFile {

    /// Bytes; far more than any file that a lab takes.
    private static final int MOST_BYTES = 16 << 20;

    /// The reason of an exception about a folder in place of a file.
    static final String FOLDER = "it is a folder";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private LearnerFile() {}

    /// Its text, without the byte order mark that some editors begin UTF-8 with. A pipe or a device is never opened,
    /// because it may have no end.
    ///
    /// @throws CharacterCodingException if it isn't UTF-8
    /// @throws FileSystemException if it is no plain file, or too large; the reason says which
    public static String read(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new FileSystemException(
                    file.toString(), null, attributes.isDirectory() ? FOLDER : "it is no plain file");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new FileSystemException(file.toString(), null, "it has more than " + (MOST_BYTES >> 20) + " MB");
        }
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /// Makes sure that no folder is in place of a file.
    ///
    /// @throws FileSystemException if one is
    static void requireNoFolder(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, FOLDER);
        }
    }

    /// Writes a file atomically: writes a temporary file next to it, flushes that to disk, then renames it. A
    /// crash leaves either the old text or the new one.
    static void write(Path file, String text) throws IOException {
        requireNoFolder(file);
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            try (var channel = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
