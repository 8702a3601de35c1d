package gradus.ml.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {

    @TempDir
    private Path folder;

    private static byte[] gzipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var compressed = new GZIPOutputStream(out)) {
            compressed.write(bytes);
        }
        return out.toByteArray();
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("text"), bytes);
    }

    @Test
    void aTextIsReadWhetherItIsCompressedOrNot() throws IOException {
        for (String text : List.of("", "a", "Größe\r\n“ß”\t\u0000 😀\n", "long ".repeat(100_000))) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            byte[] marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            for (byte[] each : List.of(bytes, gzipped(bytes), marked, gzipped(marked))) {
                assertThat(TextFile.read(write(each))).isEqualTo(text);
            }
        }
    }

    @Test
    void damagedTextsAreRejected() throws IOException {
        for (byte[] each :
                List.of("Größe".getBytes(StandardCharsets.ISO_8859_1), "text".getBytes(StandardCharsets.UTF_16))) {
            for (byte[] bytes : List.of(each, gzipped(each))) {
                Path file = write(bytes);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> TextFile.read(file))
                        .withMessage(file + " is not a text in UTF-8; convert it");
            }
        }
        byte[] compressed = gzipped("Emma Woodhouse, handsome, clever, and rich".getBytes(StandardCharsets.UTF_8));
        for (int length = 2; length < compressed.length; length++) {
            Path file = write(Arrays.copyOf(compressed, length));
            assertThatIllegalArgumentException()
                    .as("cut after %d bytes", length)
                    .isThrownBy(() -> TextFile.read(file))
                    .withMessageContaining("damaged or end too early");
        }
        compressed[20] ^= 1;
        Path file = write(compressed);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextFile.read(file))
                .withMessageContainingAll(file.toString(), "download the file again");
    }

    @Test
    void aFileThatCannotBeReadIsReported() {
        assertThatThrownBy(() -> TextFile.read(folder.resolve("none.txt")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContainingAll("there is no file", "none.txt", "check the path");
        assertThatThrownBy(() -> TextFile.read(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot read " + folder);
    }
}
