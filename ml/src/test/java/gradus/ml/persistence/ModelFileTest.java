package gradus.ml.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.classic.Classifier;
import gradus.ml.classic.ElasticNet;
import gradus.ml.classic.KMeans;
import gradus.ml.classic.Perceptron;
import gradus.ml.classic.Regressor;
import gradus.ml.classic.Ridge;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

    private static final Ridge.Model MODEL = new Ridge.Model(0.5, Vector.of(1, -2), 3);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void saveAModel() throws IOException {
        file = folder.resolve("model.bin");
        ModelFile.save(MODEL, file);
    }

    /// The format is fixed: files of today must be read by every later version.
    @Test
    void theBytesAreAsDocumented() throws IOException {
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file)))
                .isEqualTo("47524d4c" + "00000001" // GRML, format 1
                        + "000b" + "52696467652e4d6f64656c" // Ridge.Model
                        + "00000003" // components
                        + "0007" + "70656e616c7479" + "3fe0000000000000" // penalty, 0.5
                        + "000c" + "636f656666696369656e7473" + "00000002" // coefficients, 2 of them
                        + "3ff0000000000000" + "c000000000000000" // 1 and -2
                        + "0009" + "696e74657263657074" + "4008000000000000" // intercept, 3
                        + "00000000" + checksum());
    }

    private String checksum() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        var sum = new CRC32();
        sum.update(bytes, 0, bytes.length - 8);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    @Test
    void aModelIsLoadedByItsTypeOrAnInterface() throws IOException {
        assertThat(ModelFile.load(file, Ridge.Model.class)).isEqualTo(MODEL);
        assertThat(ModelFile.load(file, Regressor.Fitted.class)).isEqualTo(MODEL);
        assertThatIOException()
                .isThrownBy(() -> ModelFile.load(file, KMeans.Model.class))
                .withMessageContainingAll(file.toString(), "holds a Ridge.Model", "not a KMeans.Model");
        assertThatIOException()
                .isThrownBy(() -> ModelFile.load(file, Classifier.Fitted.class))
                .withMessageContaining("not a Classifier.Fitted");
    }

    @Test
    void everyNumberKeepsItsBits() throws IOException {
        double odd = Double.longBitsToDouble(0x7ff0000000000123L);
        Vector numbers = Vector.of(
                odd, -0.0, Double.MIN_VALUE, -Double.MAX_VALUE, Double.NEGATIVE_INFINITY, Math.PI, Double.NaN);
        var model = new ElasticNet.Model(Double.MIN_NORMAL, numbers, -0.0, Vector.of(), true);
        ModelFile.save(model, file);
        ElasticNet.Model loaded = ModelFile.load(file, ElasticNet.Model.class);
        assertThat(Arrays.stream(loaded.coefficients().toArray()).mapToLong(Double::doubleToRawLongBits))
                .containsExactly(Arrays.stream(numbers.toArray())
                        .mapToLong(Double::doubleToRawLongBits)
                        .boxed()
                        .toArray(Long[]::new));
        assertThat(1 / loaded.intercept()).isNegative();
        assertThat(loaded.objectiveValues().size()).isZero();

        var perceptron = new Perceptron.Model(
                List.of(Integer.MIN_VALUE, Integer.MAX_VALUE), Vector.of(1), 2, Long.MAX_VALUE, 3, false);
        ModelFile.save(perceptron, file);
        assertThat(ModelFile.load(file, Perceptron.Model.class)).isEqualTo(perceptron);
    }

    @Test
    void arraysLongerThanABufferAreSaved() throws IOException {
        var model = new KMeans.Model(Matrix.from(300, 91, (i, j) -> Math.sin(i * 91 + j)), Vector.of(2, 1), true);
        ModelFile.save(model, file);
        assertThat(ModelFile.load(file, KMeans.Model.class)).isEqualTo(model);
    }

    @Test
    void aTruncatedFileIsRefusedWhereverItEnds() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            String message = length < 8 ? "is not a saved model" : "is truncated or corrupt";
            assertThatIOException()
                    .isThrownBy(() -> ModelFile.load(file, Ridge.Model.class))
                    .withMessageContainingAll(file.toString(), message);
        }
    }

    @Test
    void aFileWithAnyBitFlippedOrAByteMoreIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = bytes.clone();
                flipped[i] ^= (byte) (1 << bit);
                Files.write(file, flipped);
                assertThatIOException()
                        .isThrownBy(() -> ModelFile.load(file, Ridge.Model.class))
                        .withMessageContaining(file.toString());
            }
        }
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
        assertThatIOException()
                .isThrownBy(() -> ModelFile.load(file, Ridge.Model.class))
                .withMessageContaining("is truncated or corrupt");
    }

    @Test
    void aNewerFormatAndOtherFilesAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = 2;
        Files.write(file, bytes);
        assertThatIOException()
                .isThrownBy(() -> ModelFile.load(file, Ridge.Model.class))
                .withMessage(file + " has format 2, but this library reads format 1;"
                        + " use the version of the library that wrote it");
        Files.writeString(file, "a text file, and not a short one");
        assertThatIOException()
                .isThrownBy(() -> ModelFile.load(file, Ridge.Model.class))
                .withMessage(file + " is not a saved model; use a file written by ModelFile.save");
        assertThatIOException().isThrownBy(() -> ModelFile.load(folder.resolve("none"), Ridge.Model.class));
    }

    @Test
    void modelsThatThisVersionDoesNotHaveAreRefused() throws IOException {
        rewrite("Ridge.Model", "Fudge.Model");
        assertThatIOException()
                .isThrownBy(() -> ModelFile.load(file, Ridge.Model.class))
                .withMessageContainingAll(file.toString(), "holds a Fudge.Model, which this library does not have");
        ModelFile.save(MODEL, file);
        rewrite("penalty", "charges");
        assertThatIOException()
                .isThrownBy(() -> ModelFile.load(file, Ridge.Model.class))
                .withMessageContainingAll("Ridge.Model of another version", "[penalty, coefficients, intercept]");
    }

    /// Replaces a name by one of the same length, with the right checksum.
    private void rewrite(String from, String to) throws IOException {
        byte[] bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .replace(from, to)
                .getBytes(StandardCharsets.ISO_8859_1);
        var sum = new CRC32();
        sum.update(bytes, 0, bytes.length - 8);
        ByteBuffer.wrap(bytes).putLong(bytes.length - 8, sum.getValue());
        Files.write(file, bytes);
    }

    private record Stranger(int number) {}

    @Test
    void onlyModelsOfTheLibraryAreSaved() {
        Path other = folder.resolve("other.bin");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFile.save(new Stranger(1), other))
                .withMessageContaining("Stranger");
        assertThat(other).doesNotExist();
    }

    @Test
    void nothingButTheFileIsLeftInTheFolder() throws IOException {
        ModelFile.save(MODEL, file);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
