package gradus.ml.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.data.Fixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// NPY and NPZ files of NumPy: every element type, and what is refused. `fixtures.py` made them.
class NumPyFileTest {

    private static final Map<String, NdArray> TYPES = NpzFile.read(Fixture.file("types.npz"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "b1, 'B1 (3)', '1.0, 0.0, 1.0'",
        "u2, 'U2 (3)', '0.0, 1.0, 65535.0'",
        "u2_big_endian, 'U2 (3)', '0.0, 1.0, 65535.0'",
        "u4, 'U4 (3)', '0.0, 1.0, 4.294967295E9'",
        "u8, 'U8 (3)', '9.007199254740992E15, 9.223372036854778E18, 1.8446744073709552E19'",
        "u8_big_endian, 'U8 (3)', '9.007199254740992E15, 9.223372036854778E18, 1.8446744073709552E19'",
        "i1, 'I1 (2)', '-128.0, 127.0'",
        "f2, 'F2 (4)', '0.0999755859375, -65504.0, Infinity, 5.960464477539063E-8'",
        "f4_big_endian_fortran, 'F4 (2, 3)', '0.0, 1.0, 2.0, 3.0, 4.0, 5.0'",
        "scalar, 'F8 ()', '2.5'",
        "empty, 'F8 (3, 0, 2)', ''"
    })
    void everyElementTypeIsRead(String name, String typeAndShape, String elements) {
        NdArray array = TYPES.get(name);

        assertThat(array).hasToString(typeAndShape);
        assertThat(Arrays.toString(array.toDoubles())).isEqualTo("[" + elements + "]");
        for (int i = 0; i < array.size(); i++) {
            assertThat(array.toFloats()[i]).isEqualTo((float) array.get(i));
        }
    }

    @Test
    void arraysSurviveARoundTripWithTheirTypes() throws IOException {
        Path npz = folder.resolve("all.npz");
        Path npy = folder.resolve("one.npy");

        NpzFile.write(TYPES, npz);
        assertThat(NpzFile.read(npz)).isEqualTo(TYPES);
        assertThat(NpzFile.read(npz).keySet()).containsExactlyElementsOf(TYPES.keySet());
        for (NdArray array : TYPES.values()) {
            for (NpyFile.Order order : NpyFile.Order.values()) {
                NpyFile.write(array, npy, order);
                assertThat(NpyFile.read(npy)).isEqualTo(array);
            }
        }
        assertThat(TYPES.get("u8")).isEqualTo(TYPES.get("u8_big_endian")).isNotEqualTo(TYPES.get("u4"));
    }

    @Test
    void anIntegerBeyondLongIsRefused() {
        assertThat(TYPES.get("u8").getLong(0)).isEqualTo(1L << 53);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TYPES.get("u8").getLong(2))
                .withMessage("element 2 is 18446744073709551615, outside the range of long; use get, which rounds it");
        assertThat(TYPES.get("u4").getLong(2)).isEqualTo((1L << 32) - 1);
        assertThatIllegalArgumentException().isThrownBy(() -> TYPES.get("u4").toInts());
        assertThat(TYPES.get("b1").toInts()).containsExactly(1, 0, 1);
    }

    @Test
    void version3AndStoredArchivesAreRead() {
        assertThat(NpyFile.read(Fixture.file("u2_version3.npy")).toInts()).containsExactly(0, 1, 2);
        Map<String, NdArray> arrays = NpzFile.read(Fixture.file("stored.npz"));
        assertThat(arrays.keySet()).containsExactlyInAnyOrder("arr_0", "labels");
        assertThat(arrays.get("labels").toInts()).containsExactly(0, 1, 2);
        assertThat(arrays.get("arr_0")).hasToString("I8 (2, 3, 4)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            complex | its elements are complex numbers (c16), which cannot be read; in NumPy, save array.real and \
            array.imag
            strings | its elements are strings (U2), which cannot be read; in NumPy, write them as CSV, or save their \
            codes from numpy.unique
            dates   | its elements are dates (M8), which cannot be read; in NumPy, save array.astype('i8'), which \
            counts the units of time
            objects | its elements are Python objects (O), which cannot be read; in NumPy, convert them with \
            array.astype('f8'), if they are numbers
            raw     | its elements are raw bytes (V3), which cannot be read; in NumPy, save array.view('u1')
            record  | its elements are records; in NumPy, save each field as an array of its own, such as array['name']
            """)
    void whatCannotBeReadIsNamed(String name, String message) {
        Path file = Fixture.file(name + ".npy");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpyFile.read(file))
                .withMessage(file + ": " + message);
    }

    private Path npy(String dictionary) throws IOException {
        byte[] header = dictionary.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[10 + header.length];
        System.arraycopy(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}, 0, all, 0, 8);
        all[8] = (byte) header.length;
        all[9] = (byte) (header.length >> 8);
        System.arraycopy(header, 0, all, 10, header.length);
        return Files.write(folder.resolve("hostile.npy"), all);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (2147483647, 2147483647)     | the array below 2 GiB, got shape (2147483647, 2147483647)
            (65536, 65536, 65536, 65536) | the array below 2 GiB, got shape (65536, 65536, 65536, 65536)
            (268435456,)                 | the array below 2 GiB, got shape (268435456)
            (200000000,)                 | truncated after
            (99999999999999999999,)      | axis lengths must be below 2^31, got shape
            (-1, -1)                     | the header must have a shape like (3, 4)
            (2; 3)                       | the header must have a shape like (3, 4)
            """)
    void aHostileShapeIsRefused(String shape, String message) throws IOException {
        Path file = npy("{'descr': '<f8', 'fortran_order': True, 'shape': " + shape + ", }");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpyFile.read(file))
                .withMessageStartingWith(file + ": ")
                .withMessageContaining(message);
    }

    @Test
    void anEmptyArrayMayHaveHugeAxes() throws IOException {
        Path file = npy("{'descr': '<f8', 'fortran_order': True, 'shape': (2147483647, 2147483647, 0), }");

        assertThat(NpyFile.read(file).size()).isZero();
    }

    @Test
    void aFileThatIsNoNpzFileIsRefused() throws IOException {
        byte[] complete = Files.readAllBytes(Fixture.file("types.npz"));
        Path file = folder.resolve("t.npz");

        Files.write(file, Arrays.copyOf(complete, complete.length / 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpzFile.read(file))
                .withMessageStartingWith(file + ": not a complete ZIP archive (")
                .withMessageEndingWith("); pass a file that numpy.savez wrote, or download it again");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpzFile.read(file))
                .withMessage(file + ": every entry of an NPZ file must be an NPY file, got \"readme.txt\"; pass a file "
                        + "that numpy.savez wrote");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpyFile.read(Fixture.file("types.npz")))
                .withMessageEndingWith("the file is a ZIP archive; if it holds several arrays, read it with NpzFile");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> NpzFile.read(folder.resolve("none")))
                .withMessage("there is no file " + folder.resolve("none") + "; check the path");
    }

    @Test
    void aDamagedArrayIsRefused() throws IOException {
        Path file = folder.resolve("t.npz");
        byte[] stored = Files.readAllBytes(Fixture.file("stored.npz"));
        // The last element of arr_0: the archive is not compressed.
        int at = 0;
        while (stored[at] != 23 || stored[at + 1] != 0 || stored[at - 8] != 22) {
            at++;
        }
        stored[at] = 24;
        Files.write(file, stored);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpzFile.read(file))
                .withMessage(file + ", arr_0.npy: the checksum is wrong; download the file again");
    }

    @Test
    void anArrayNeedsAName() {
        var arrays = new LinkedHashMap<String, NdArray>();

        assertThatIllegalArgumentException().isThrownBy(() -> NpzFile.write(arrays, folder.resolve("t.npz")));
        arrays.put(" ", NdArray.of(new int[] {1}, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpzFile.write(arrays, folder.resolve("t.npz")))
                .withMessage("an NPZ file needs at least 1 array, and each a name that is not blank, got [ ]");
    }
}
