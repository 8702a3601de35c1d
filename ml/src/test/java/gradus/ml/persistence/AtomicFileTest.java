package gradus.ml.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeAFile() throws IOException {
        file = folder.resolve("file");
        Files.write(file, new byte[] {1, 2, 3});
    }

    private void assertNothingElseIn(Path... expected) throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(expected);
        }
    }

    @Test
    void theContentIsFollowedByItsChecksum() throws IOException {
        for (int size : new int[] {0, 1, 100_000}) {
            byte[] content = new byte[size];
            Arrays.fill(content, (byte) 7);
            AtomicFile.writeChecksummed(file, out -> out.write(content));
            var sum = new CRC32();
            sum.update(content);
            byte[] expected = ByteBuffer.allocate(size + Long.BYTES)
                    .put(content)
                    .putLong(sum.getValue())
                    .array();
            assertThat(Files.readAllBytes(file)).isEqualTo(expected);
            assertNothingElseIn(file);
        }
    }

    @Test
    void theOldContentIsThereUntilTheNewIsComplete() throws IOException {
        AtomicFile.writeChecksummed(file, out -> {
            out.write(new byte[100_000]);
            out.flush();
            assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3);
        });
        assertThat(Files.size(file)).isEqualTo(100_008);
    }

    @Test
    void aContentThatFailsLeavesTheOldFileOnly() throws IOException {
        for (Exception failure : List.of(new IOException("the disk is full"), new IllegalStateException("no model"))) {
            assertThatThrownBy(() -> AtomicFile.writeChecksummed(file, out -> {
                        out.write(new byte[100_000]);
                        if (failure instanceof IOException e) {
                            throw e;
                        }
                        throw new IllegalStateException(failure);
                    }))
                    .isInstanceOf(failure.getClass());
            assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3);
            assertNothingElseIn(file);
        }
    }

    @Test
    void aFolderIsNotReplacedAndAMissingOneIsReported() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> AtomicFile.writeChecksummed(empty, _ -> {}))
                .withMessageContaining(empty + " is a folder; give the path of a file in it");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> AtomicFile.writeChecksummed(folder.resolve("no/such"), _ -> {}))
                .withMessageContaining("no/such");
        assertNothingElseIn(file, empty);
    }

    @Test
    void othersMayReadItIfTheyMayReadOtherFilesHere() throws IOException {
        var permissions = Files.getPosixFilePermissions(file);
        AtomicFile.writeChecksummed(file, out -> out.write(1));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(permissions);
    }

    @Test
    void aTemporaryFileOfSomebodyElseStays() throws IOException {
        Path other = Files.write(folder.resolve("file.0.part"), new byte[] {9});
        AtomicFile.writeChecksummed(file, out -> out.write(1));
        assertThat(Files.size(file)).isEqualTo(9);
        assertThat(Files.readAllBytes(other)).containsExactly(9);
        assertNothingElseIn(file, other);
    }
}
