package gradus.ml.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.data.DataType;
import gradus.ml.data.NumberColumn;
import gradus.ml.data.StringColumn;
import gradus.ml.data.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class CsvFormatTest {

    private static final CsvFormat DEFAULT = CsvFormat.DEFAULT;

    @TempDir
    Path folder;

    record Setting(String name, UnaryOperator<CsvFormat> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Setting> REFUSED = List.of(
            new Setting("a line break as separator", format -> format.withSeparator('\n')),
            new Setting("a separator that is not ASCII", format -> format.withSeparator('¦')),
            new Setting(
                    "runs of spaces with another separator",
                    format -> new CsvFormat(
                            new CsvDialect(',', true, Optional.empty(), Optional.empty(), Optional.empty()),
                            format.decimal(),
                            format.thousands(),
                            format.charset(),
                            format.header(),
                            0,
                            false,
                            format.missingValues(),
                            format.dataTypes())),
            new Setting("the quote as separator", format -> format.withSeparator('"')),
            new Setting("the separator as quote", format -> format.withQuote(',')),
            new Setting("the separator as comment", format -> format.withComment(',')),
            new Setting("the quote as escape", format -> format.withEscape('"')),
            new Setting("a digit as decimal mark", format -> format.withDecimal('5')),
            new Setting("a sign as thousands separator", format -> format.withThousands('-')),
            new Setting("the exponent as decimal mark", format -> format.withDecimal('e')),
            new Setting("the quote as thousands separator", format -> format.withThousands('"')),
            new Setting("the decimal mark as thousands separator", format -> format.withThousands('.')),
            new Setting(
                    "the thousands separator as decimal mark",
                    format -> format.withThousands(',').withDecimal(',')),
            new Setting(
                    "the comment as decimal mark",
                    format -> format.withComment('#').withDecimal('#')),
            new Setting("skipping less than nothing", format -> format.withSkipRows(-1)),
            new Setting("no names", CsvFormat::withNames),
            new Setting("a blank name", format -> format.withNames("a", " ")),
            new Setting("a name twice", format -> format.withNames("a", "a")));

    @ParameterizedTest
    @FieldSource("REFUSED")
    void aSettingIsCheckedWhenItIsMade(Setting setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setting.change.apply(DEFAULT))
                .withMessageContaining(", got ");
    }

    @Test
    void eachSettingKeepsTheOthers() {
        CsvFormat format = DEFAULT.withSeparator(';')
                .withQuote('\'')
                .withEscape('\\')
                .withComment('#')
                .withDecimal(',')
                .withThousands('.')
                .withCharset(StandardCharsets.ISO_8859_1)
                .withNames("a", "b")
                .withSkipRows(2)
                .withFill()
                .withoutMissingValues()
                .withMissingValues("-")
                .withDataType("a", DataType.STRINGS)
                .withDataType("b", DataType.NUMBERS);

        assertThat(format.separator()).isEqualTo(';');
        assertThat(format.dialect())
                .isEqualTo(new CsvDialect(';', false, Optional.of('\''), Optional.of('\\'), Optional.of('#')));
        assertThat(format.decimal()).isEqualTo(',');
        assertThat(format.thousands()).contains('.');
        assertThat(format.charset()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(format.header()).isEqualTo(new CsvFormat.Header.Names(List.of("a", "b")));
        assertThat(format.skipRows()).isEqualTo(2);
        assertThat(format.fill()).isTrue();
        assertThat(format.missingValues()).containsExactly("-");
        assertThat(format.dataTypes()).hasSize(2);
        assertThat(Csv.parse("x\ny\n'\\'1.000,5';-#\n2\n;1.000,5\n", format))
                .isEqualTo(Table.of("a", StringColumn.of("'1.000,5", "2", ""))
                        .withColumn("b", NumberColumn.of(0, 0, 1000.5).withMissing(0, 1)));
    }

    @Test
    void furtherMissingValuesKeepTheEmptyField() {
        assertThat(Csv.parse("x,y\n1,a\n,b\n-999,c\n", DEFAULT.withMissingValues("-999"))
                        .column("x"))
                .isEqualTo(NumberColumn.of(1, 0, 0).withMissing(1, 2));
        assertThat(Csv.parse("x,y\n1,a\n,b\nNA,c\n", DEFAULT.withoutMissingValues())
                        .column("x"))
                .isEqualTo(StringColumn.of("1", "", "NA"));
    }

    @ParameterizedTest
    @CsvSource({
        "'1,234', 1234",
        "'-1,234,567.5', -1234567.5",
        "'12,34,567', 1234567",
        "' 1,000 ', 1000",
        "999, 999",
        "'+1,000e2', 100000"
    })
    void digitsMayBeGrouped(String text, double value) {
        assertThat(Csv.parse("x\n\"" + text + "\"\n", DEFAULT.withThousands(','))
                        .column("x"))
                .isEqualTo(NumberColumn.of(value));
    }

    @ParameterizedTest
    @CsvSource({"'1,5'", "'1,23'", "',123'", "'1234,567'", "'1,234,5'", "'1,2,345'", "'1,234.5,678'", "'1,,234'", "'1,'"
    })
    void aWrongGroupMakesAString(String text) {
        assertThat(Csv.parse("x\n\"" + text + "\"\n", DEFAULT.withThousands(','))
                        .column("x"))
                .isEqualTo(StringColumn.of(text));
    }

    @ParameterizedTest
    @CsvSource({"' '", "'\u00A0'", "'\u202F'", "''''"})
    void anyCharacterMayGroupDigits(char separator) {
        CsvFormat format = DEFAULT.withThousands(separator).withDecimal(',').withSeparator(';');

        assertThat(Csv.parse("x;y\n1" + separator + "234,5;0\n", format).column("x"))
                .isEqualTo(NumberColumn.of(1234.5));
    }

    @Test
    void aDecimalPointIsNoDigitWhereTheMarkIsAComma() {
        CsvFormat format = DEFAULT.withSeparator(';').withDecimal(',');

        assertThat(Csv.parse("x;y\n1.5;2,5\n", format))
                .isEqualTo(Table.of("x", StringColumn.of("1.5")).withColumn("y", NumberColumn.of(2.5)));
        assertThat(Csv.parse("x,y\n\"1,5\",2\n", DEFAULT.withDecimal(',')).column("x"))
                .isEqualTo(NumberColumn.of(1.5));
    }

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
