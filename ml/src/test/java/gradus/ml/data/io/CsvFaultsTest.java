package gradus.ml.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.data.DataType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong with a CSV file, or what it is instead, and what to do.
class CsvFaultsTest {

    private static final CsvFormat DEFAULT = CsvFormat.DEFAULT;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,5       | if the comma is the decimal mark, set withDecimal(',')
            1.234,5   | if the comma is the decimal mark, set withDecimal(',') and withThousands('.')
            1,234     | if the comma groups digits, set withThousands(','); if it is the decimal mark, set \
            withDecimal(',')
            1,234,567 | if the comma groups digits, set withThousands(',')
            1 234     | if that character groups digits, set withThousands with it
            -Inf      | a table holds no infinite numbers; replace it by a missing value, or by a number in range
            1e999     | a table holds no infinite numbers; replace it by a missing value, or by a number in range
            n.a.      | correct it, or set withMissingValues("n.a.") if it means that the value is missing
            """)
    void aValueThatIsNoNumberIsExplained(String text, String remedy) {
        CsvFormat format = DEFAULT.withDataType("x", DataType.NUMBERS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csv.parse("x,y\n1,2\n\"" + text + "\",3\n", format))
                .withMessage(
                        "the text, line 3, column \"x\": expected a finite number, got \"" + text + "\"; " + remedy);
    }

    @Test
    void theValueThatMadeAColumnTextIsNamed() throws IOException {
        Path file =
                Files.writeString(folder.resolve("t.csv"), "a,b,c,d\n1,Ulm,007,\n\"2\",,1,\n\"1,5\",Bonn,2,\nx,,3,\n");

        List<InferredType> types = Csv.inferTypes(file, DEFAULT);

        assertThat(types)
                .extracting(InferredType::toString)
                .containsExactly(
                        "a: strings, because of \"1,5\" on line 4",
                        "b: strings, because of \"Ulm\" on line 2",
                        "c: strings, because of \"007\" on line 2",
                        "d: numbers");
        assertThat(types.getFirst().deciding()).contains(new InferredType.DecidingValue("1,5", 4));
    }

    @Test
    void rowsMatchTheNamesOrTheFirstRowIfThereIsNoHeader() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csv.parse("1,2,3\n", DEFAULT.withNames("a", "b")))
                .withMessage(
                        "the text, line 1: expected 2 fields as there are names, got 3 in \"1,2,3\"; give withNames "
                                + "a name for each column of the file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csv.parse("1,2\n1,2,3\n", DEFAULT.withoutHeader()))
                .withMessage(
                        "the text, line 2: expected 2 fields as in the first row, got 3 in \"1,2,3\"; quote a field "
                                + "that contains ','");
    }

    @Test
    void aDateInAnotherFormatIsExplained() {
        CsvFormat format = DEFAULT.withDataType("d", DataType.DATES);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csv.parse("d\n31.05.1906\n", format))
                .withMessage(
                        "the text, line 2, column \"d\": expected a date such as 1906-05-31, got \"31.05.1906\"; for "
                                + "another format of dates, read the column as strings and convert it with toDateColumn");
    }

    @Test
    void aFileMayDeclareOnlyASeparatorThatIsFree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csv.parse("sep=#\na#b\n", DEFAULT.withComment('#')))
                .withMessage("the text, line 1: the line declares the separator, but the separator and the comment "
                        + "character must differ, got '#' for both; skip it with withSkipRows");
        assertThat(Csv.parse("sep=é\n1\n", DEFAULT).columnNames()).containsExactly("sep=é");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            504B030414000600              | a ZIP archive, as Excel workbooks (.xlsx) are too; unzip it, or save the \
            workbook as CSV
            D0CF11E0A1B11AE1              | an Excel workbook (.xls); save it as CSV
            425A68393141592653590000      | compressed with bzip2; decompress it
            FD377A585A000004              | compressed with xz; decompress it
            504152311504                  | a Parquet file; convert it, in pandas with read_parquet and to_csv
            255044462D312E37              | a PDF document; get the data in another format
            934E554D505901                | an NPY file; read it with NpyFile
            3C21444F43545950452068746D6C  | a web page; download the data file itself
            """)
    void aFileInAnotherFormatIsNamed(String hexadecimal, String message) throws IOException {
        Path file = Files.write(folder.resolve("t.csv"), HexFormat.of().parseHex(hexadecimal));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csv.read(file))
                .withMessage(file + ": the file is " + message);
    }

    @Test
    void textInAnotherEncodingThrowsAndNamesTheByte() throws IOException {
        Path latin1 = Files.write(folder.resolve("latin.csv"), "a,b\nx,é\n".getBytes(StandardCharsets.ISO_8859_1));
        Path first = Files.write(folder.resolve("first.csv"), "a,b\nÿ,x\n".getBytes(StandardCharsets.ISO_8859_1));
        Path utf16 = Files.write(folder.resolve("wide.csv"), "a\n1\n".getBytes(StandardCharsets.UTF_16LE));
        Path odd =
                Files.write(folder.resolve("odd.csv"), new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 0, (byte) 0xD8});
        String remedy = "; set the encoding with withCharset, for older Windows files to windows-1252";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csv.read(latin1))
                .withMessage(latin1 + ", line 2, column \"b\": the text is not UTF-8, because of byte 0xE9" + remedy);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csv.read(first))
                .withMessage(first + ", line 2, column \"a\": the text is not UTF-8, because of byte 0xFF" + remedy);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csv.read(utf16))
                .withMessage(
                        utf16 + ": the file is binary, or UTF-16 without a byte order mark; if it is text, set its "
                                + "encoding with withCharset(StandardCharsets.UTF_16LE)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csv.read(odd))
                .withMessage(odd + ": the file does not have the encoding of the format; set it with withCharset");
    }

    @Test
    void aDamagedGzipFileThrows() throws IOException {
        var gzipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(gzipped)) {
            IntStream.range(0, 10_000).forEach(i -> write(gzip, i + "," + i * 7919 % 10_007 + "\n"));
        }
        byte[] bytes = gzipped.toByteArray();
        byte[] damaged = bytes.clone();
        Arrays.fill(damaged, 5000, 5100, (byte) 0x55);
        for (byte[] content : List.of(Arrays.copyOf(bytes, 9), Arrays.copyOf(bytes, bytes.length / 2), damaged)) {
            Path file = Files.write(folder.resolve("t.csv.gz"), content);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Csv.read(file, DEFAULT.withoutHeader()))
                    .withMessage(file + ": the compressed data are damaged or end too early; download the file again");
        }
    }

    private static void write(GZIPOutputStream gzip, String text) {
        try {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
