package gradus.proctor.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFilesTest extends DataFolder {

    @BeforeEach
    void describeTheSet() throws IOException {
        write("data.yaml", "title: a set\n".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] npy(String descr, String shape, byte[] values) {
        byte[] header = ("{'descr': '" + descr + "', 'fortran_order': False, 'shape': (" + shape + "), }\n")
                .getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(10 + header.length + values.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 1)
                .putShort((short) header.length)
                .put(header)
                .put(values)
                .array();
    }

    @Test
    void textIsReadPackedOrNot() throws IOException {
        write("plain.txt", "größer\nals".getBytes(StandardCharsets.UTF_8));
        write("packed.txt.gz", gzipped("größer\nals".getBytes(StandardCharsets.UTF_8)));

        assertThat(DataFiles.lines("set", "plain.txt")).containsExactly("größer", "als");
        assertThat(DataFiles.text("set", "packed.txt.gz")).isEqualTo("größer\nals");
    }

    @Test
    void whatIsNotThereIsNamed() throws IOException {
        write("plain.txt", new byte[] {(byte) 0xff});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataFiles.text("sets", "plain.txt"))
                .withMessageStartingWith("no data set \"sets\" at ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataFiles.file("set", "plain.csv"))
                .withMessage("no file \"plain.csv\" in the data set \"set\"; it has plain.txt");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataFiles.text("set", "plain.txt"))
                .withMessage("the file plain.txt of the data set set is not UTF-8 text");
    }

    @Test
    void imagesAndLabelsComeAsIdx() throws IOException {
        write("images.idx.gz", gzipped(new byte[] {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 7, (byte) 255, 1
        }));

        DataArray images = DataArray.read("set", "images.idx.gz");

        assertThat(images.shape()).containsExactly(2, 1, 2);
        assertThat(images.row(0)).containsExactly(0, 7);
        assertThat(images.row(1)).containsExactly(255, 1);
        assertThat(images.toIntArray()).containsExactly(0, 7, 255, 1);
    }

    @ParameterizedTest
    @CsvSource({"<f4, 4", "<f8, 8", "<i4, 4", "<i8, 8", ">f8, 8", "<i2, 2", "|u1, 1", "|b1, 1", "|i1, 1"})
    void arraysComeAsNumPySavesThem(String descr, int bytes) throws IOException {
        ByteBuffer values = ByteBuffer.allocate(2 * bytes)
                .order(descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int value : new int[] {1, 3}) {
            switch (descr.substring(1)) {
                case "f4" -> values.putFloat(value);
                case "f8" -> values.putDouble(value);
                case "i8" -> values.putLong(value);
                case "i4" -> values.putInt(value);
                case "i2" -> values.putShort((short) value);
                default -> values.put((byte) value);
            }
        }
        write("array.npy", npy(descr, "2,", values.array()));

        DataArray array = DataArray.read("set", "array.npy");

        assertThat(array.shape()).containsExactly(2);
        assertThat(array.row(1)).containsExactly(3);
    }

    @Test
    void aFileThatIsCutOffOrOfAnotherKindIsRefused() throws IOException {
        write("short.npy", npy("<f8", "3,", new byte[16]));
        write("halves.npy", npy("<f2", "3,", new byte[6]));
        write("text.npy", "not an array".getBytes(StandardCharsets.UTF_8));
        write("empty.npy", new byte[0]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataArray.read("set", "short.npy"))
                .withMessage("the file short.npy of the data set set should have 3 numbers of 8 bytes, its shape being"
                        + " [3], but has 16 bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataArray.read("set", "halves.npy"))
                .withMessageContaining("holds numbers of type f2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataArray.read("set", "text.npy"))
                .withMessageContaining("neither an IDX nor an NPY file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataArray.read("set", "empty.npy"))
                .withMessageContaining("cut off or damaged");
    }
}
