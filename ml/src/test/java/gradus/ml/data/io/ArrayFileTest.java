package gradus.ml.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.ml.data.Fixture;
import gradus.ml.linalg.Matrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayFileTest {

    static final List<NdArray> ARRAYS = List.of(
            NdArray.of(new double[] {0.1, -2, Double.NaN, 4, 5, 6}, 2, 3),
            NdArray.of(new float[] {0.1f, 2, 3, 4, 5, 6, 7, 8}, 2, 2, 2),
            NdArray.of(new int[] {1, -2, 3}, 3),
            NdArray.of(new long[] {Long.MAX_VALUE, Long.MIN_VALUE}, 1, 2),
            NdArray.ofBytes(new byte[] {0, 127, (byte) 128, (byte) 255}, 4, 1),
            NdArray.of(new double[] {7}),
            NdArray.of(new double[0], 0, 5));

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("ARRAYS")
    void anArraySurvivesARoundTripThroughAnNpyFile(NdArray array) {
        Path file = folder.resolve("array.npy");
        for (NpyFile.Order order : NpyFile.Order.values()) {
            NpyFile.write(array, file, order);
            assertThat(NpyFile.read(file)).isEqualTo(array).hasSameHashCodeAs(array);
        }
    }

    @Test
    void npyFilesOfNumPyAreRead() {
        double[] multiplesOfHalf =
                IntStream.range(0, 24).mapToDouble(i -> i * 0.5).toArray();
        assertThat(npy("f8_c")).isEqualTo(NdArray.of(multiplesOfHalf, 2, 3, 4));
        assertThat(npy("f8_fortran")).isEqualTo(NdArray.of(multiplesOfHalf, 2, 3, 4));
        assertThat(npy("f4").toFloats()[23]).isEqualTo((float) (23 * 0.1));
        assertThat(npy("i4_big_endian").toInts())
                .containsExactly(IntStream.range(-12, 12).toArray());
        assertThat(npy("i8").getLong(0)).isEqualTo((1L << 62) + 1);
        assertThat(npy("i8").getLong(1)).isEqualTo(-(1L << 62) - 1);
        assertThat(npy("u1_scalar").shape()).isEmpty();
        assertThat(npy("u1_scalar").get(0)).isEqualTo(200);
        assertThat(npy("i2_empty")).hasToString("I2 (0, 3)");
        assertThat(npy("u1_version2").toInts()).containsExactly(250, 251, 252, 253, 254, 255);
    }

    @Test
    void npyFilesAreByteForByteThoseOfNumPy() throws IOException {
        Path file = folder.resolve("array.npy");
        for (String name : new String[] {"f8_c", "f4", "i8", "u1_scalar", "i2_empty"}) {
            NpyFile.write(npy(name), file);
            assertThat(file).hasSameBinaryContentAs(Fixture.file(name + ".npy"));
        }
        NpyFile.write(npy("f8_fortran"), file, NpyFile.Order.FORTRAN);
        assertThat(file).hasSameBinaryContentAs(Fixture.file("f8_fortran.npy"));
    }

    private static NdArray npy(String name) {
        return NpyFile.read(Fixture.file(name + ".npy"));
    }

    @Test
    void aMalformedNpyFileThrows() throws IOException {
        byte[] complete = Files.readAllBytes(Fixture.file("f8_c.npy"));
        for (int length : new int[] {0, 5, 9, 100, complete.length - 1}) {
            Path truncated = Files.write(folder.resolve("cut.npy"), Arrays.copyOf(complete, length));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NpyFile.read(truncated))
                    .withMessageStartingWith(truncated + ": truncated after " + length + " bytes, within its ");
        }
        Path longer = Files.write(folder.resolve("longer.npy"), Arrays.copyOf(complete, complete.length + 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpyFile.read(longer))
                .withMessageContaining("bytes, as its shape says, but the file is longer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpyFile.read(Fixture.file("encoders.txt")))
                .withMessageContaining("must begin with 0x93 and NUMPY");
        complete[6] = 4;
        Path later = Files.write(folder.resolve("later.npy"), complete);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpyFile.read(later))
                .withMessageContaining("got version 4; save it with numpy.save");
    }

    private static byte[] idx(int type, int[] shape, int... bytes) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 0, (byte) type, (byte) shape.length});
        for (int length : shape) {
            out.writeBytes(
                    new byte[] {(byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length});
        }
        for (int b : bytes) {
            out.write(b);
        }
        return out.toByteArray();
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file.idx"), bytes);
    }

    @Test
    void anIdxFileIsReadUncompressedAndGzipped() throws IOException {
        byte[] uncompressed = idx(0x08, new int[] {2, 3}, 1, 2, 3, 4, 5, 255);
        var gzipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(gzipped)) {
            gzip.write(uncompressed);
        }
        NdArray expected = NdArray.ofBytes(new byte[] {1, 2, 3, 4, 5, -1}, 2, 3);

        assertThat(IdxFile.read(written(uncompressed))).isEqualTo(expected);
        assertThat(IdxFile.read(written(gzipped.toByteArray()))).isEqualTo(expected);
        byte[] truncated = Arrays.copyOf(gzipped.toByteArray(), gzipped.size() - 9);
        assertThatIllegalArgumentException().isThrownBy(() -> IdxFile.read(written(truncated)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxFile.read(written(Arrays.copyOf(truncated, 5))))
                .withMessage(folder.resolve("file.idx")
                        + ": the compressed data are damaged or end too early; download the file again");
    }

    @Test
    void everyIdxTypeIsReadAsBigEndian() throws IOException {
        int[] one = {1};
        assertThat(IdxFile.read(written(idx(0x09, one, 0xFE))).getLong(0)).isEqualTo(-2);
        assertThat(IdxFile.read(written(idx(0x0B, one, 1, 2))).getLong(0)).isEqualTo(258);
        assertThat(IdxFile.read(written(idx(0x0C, one, 0xFF, 0xFF, 0xFF, 0))).getLong(0))
                .isEqualTo(-256);
        assertThat(IdxFile.read(written(idx(0x0D, one, 0x3F, 0x80, 0, 0))).get(0))
                .isEqualTo(1);
        assertThat(IdxFile.read(written(idx(0x0E, one, 0xC0, 0, 0, 0, 0, 0, 0, 0)))
                        .get(0))
                .isEqualTo(-2);
    }

    @Test
    void anIdxFileMayHoldAScalarOrNothing() throws IOException {
        assertThat(IdxFile.read(written(idx(0x08, new int[0], 200))).get(0)).isEqualTo(200);
        assertThat(IdxFile.read(written(idx(0x0E, new int[] {Integer.MAX_VALUE, 3, 0}))))
                .hasToString("F8 (2147483647, 3, 0)");
        assertThat(IdxFile.read(written(idx(0x0D, new int[] {0}))).toDoubles()).isEmpty();
    }

    @Test
    void aMalformedIdxFileThrows() throws IOException {
        byte[] complete = idx(0x08, new int[] {2, 3}, 1, 2, 3, 4, 5, 6);
        Path file = folder.resolve("file.idx");
        written(Arrays.copyOf(complete, complete.length - 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxFile.read(file))
                .withMessage(file + ": truncated after 16 bytes, within its elements of shape (2, 3); expected 2 more "
                        + "bytes; download the file again");
        written(Arrays.copyOf(complete, complete.length + 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxFile.read(file))
                .withMessage(
                        file + ": expected 18 bytes, as its shape says, but the file is longer; download it again");
        written("PNG picture".getBytes());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxFile.read(file))
                .withMessage(file + ": an IDX file must begin with the bytes 0 0, got 80 78; pass an IDX file, gzipped "
                        + "or not");
        written(idx(0x0A, new int[] {1}, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxFile.read(file))
                .withMessageContaining("must be a type (8, 9, 11, 12, 13 or 14), got 10");
        written(idx(0x08, new int[] {1 << 30, 1 << 30}, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxFile.read(file))
                .withMessageContaining("got shape (1073741824, 1073741824)");
        written(idx(0x08, new int[] {0, -1}, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxFile.read(file))
                .withMessage(file + ": axis lengths must be at least 0, and the array below 2 GiB, got shape (0, -1); "
                        + "split it into several files, or, if that is not its shape, download it again");
        written("PK\3\4 and so on".getBytes());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxFile.read(file))
                .withMessageStartingWith(file + ": the file is a ZIP archive");
        written(idx(0x08, new int[] {-1}, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> IdxFile.read(file));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> IdxFile.read(folder.resolve("none")))
                .withMessageContaining("there is no file");
    }

    @Test
    void theMnistDigitsOfTheCourseAreRead() {
        Path mnist = Path.of(System.getProperty("gradus.root"), "data", "mnist");
        NdArray images = IdxFile.read(mnist.resolve("images.idx.gz"));
        NdArray labels = IdxFile.read(mnist.resolve("labels.idx.gz"));

        assertThat(images).hasToString("U1 (10000, 28, 28)");
        assertThat(labels).hasToString("U1 (10000)");
        assertThat(Arrays.stream(labels.slice(9000, 10000).toInts())
                        .boxed()
                        .collect(java.util.stream.Collectors.groupingBy(
                                digit -> digit, java.util.TreeMap::new, java.util.stream.Collectors.counting()))
                        .values())
                .containsExactly(112L, 121L, 98L, 111L, 100L, 81L, 98L, 122L, 75L, 82L);
        assertThat(images.slice(3, 5).toMatrix().shape()).isEqualTo("(2, 784)");
    }

    @ParameterizedTest
    @EnumSource(ElementType.class)
    void everyElementTypeHasASize(ElementType type) {
        assertThat(type.itemSize()).isBetween(1, 8);
    }

    @Test
    void anElementOutOfRangeThrows() {
        NdArray array = NdArray.of(new double[] {1, 2}, 2);

        // At 2^29, the position in bytes would overflow to 0.
        for (int index : new int[] {-1, 2, 1 << 29}) {
            assertThatThrownBy(() -> array.get(index)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> array.getLong(index)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void theFirstAxisIsSlicedAndBecomesTheRowsOfAMatrix() {
        NdArray array = NdArray.of(new int[] {1, 2, 3, 4, 5, 6}, 3, 2);

        assertThat(array.slice(1, 3)).isEqualTo(NdArray.of(new int[] {3, 4, 5, 6}, 2, 2));
        assertThat(array.toMatrix()).isEqualTo(Matrix.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}));
        assertThat(array.slice(1, 1).toMatrix().shape()).isEqualTo("(0, 2)");
        assertThatThrownBy(() -> array.slice(2, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NdArray.of(new double[] {1}).toMatrix());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7})
    void theNumberOfElementsMustMatchTheShape(int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NdArray.of(new double[count], 2, 3))
                .withMessage("shape (2, 3) needs 6 elements, got " + count);
    }

    @Test
    void toIntsThrowsForFloatsAndIntegersOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NdArray.of(new long[] {1L << 40}, 1).toInts());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NdArray.of(new double[] {1}, 1).toInts());
    }
}
