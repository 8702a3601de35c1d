package gradus.ml.data.io;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.data.BooleanColumn;
import gradus.ml.data.Column;
import gradus.ml.data.DateColumn;
import gradus.ml.data.NumberColumn;
import gradus.ml.data.StringColumn;
import gradus.ml.data.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Files as the tools of the trade write them, with the format that reads each. A new one is tested by adding
/// it to the list. The texts of pandas are those that pandas 3.0.6 wrote.
class CsvToolFilesTest {

    private static final CsvFormat DEFAULT = CsvFormat.DEFAULT;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    record ToolFile(String tool, byte[] bytes, CsvFormat format, Table expected) {

        static ToolFile of(String tool, String text, CsvFormat format, Table expected) {
            return new ToolFile(tool, text.getBytes(StandardCharsets.UTF_8), format, expected);
        }

        @Override
        public String toString() {
            return tool;
        }
    }

    private static Table table(Object... namesAndColumns) {
        Table table = Table.empty();
        for (int i = 0; i < namesAndColumns.length; i += 2) {
            table = table.withColumn((String) namesAndColumns[i], (Column) namesAndColumns[i + 1]);
        }
        return table;
    }

    private static NumberColumn numbers(double... numbers) {
        return NumberColumn.of(numbers);
    }

    private static StringColumn strings(String... strings) {
        return StringColumn.of(strings);
    }

    private static byte[] gzipped(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static final Table AB = table("a", numbers(1, 3), "b", numbers(2, 4));

    static final List<ToolFile> FILES = List.of(
            ToolFile.of(
                    "pandas with its index",
                    ",town,x,ok,d\n0,Ulm,1.5,True,2024-01-02\n1,\"Bonn, am Rhein\",,False,2024-02-03\n",
                    DEFAULT,
                    table(
                            "Unnamed: 0", numbers(0, 1),
                            "town", strings("Ulm", "Bonn, am Rhein"),
                            "x", numbers(1.5, 0).withMissing(1),
                            "ok", BooleanColumn.of(true, false),
                            "d", DateColumn.of(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 2, 3)))),
            ToolFile.of(
                    "pandas with semicolons and decimal commas",
                    ";town;x\n0;Ulm;1,5\n1;Bonn, am Rhein;\n",
                    DEFAULT.withSeparator(';').withDecimal(','),
                    table(
                            "Unnamed: 0", numbers(0, 1),
                            "town", strings("Ulm", "Bonn, am Rhein"),
                            "x", numbers(1.5, 0).withMissing(1))),
            ToolFile.of(
                    "pandas with one column",
                    "x\n1.0\n\"\"\n3.0\n",
                    DEFAULT,
                    table("x", numbers(1, 0, 3).withMissing(1))),
            ToolFile.of(
                    "write.csv of R",
                    "\"\",\"town\",\"x\",\"ok\"\n\"1\",\"Ulm\",1.5,TRUE\n\"2\",NA,NA,FALSE\n",
                    DEFAULT,
                    table(
                            "Unnamed: 0", numbers(1, 2),
                            "town", strings("Ulm", "").withMissing(1),
                            "x", numbers(1.5, 0).withMissing(1),
                            "ok", BooleanColumn.of(true, false))),
            ToolFile.of(
                    "write.csv2 of R",
                    "\"town\";\"x\"\n\"Ulm\";1,5\n\"Bonn\";NA\n",
                    DEFAULT.withSeparator(';').withDecimal(','),
                    table("town", strings("Ulm", "Bonn"), "x", numbers(1.5, 0).withMissing(1))),
            ToolFile.of(
                    "write.table of R, whose header lacks the row names",
                    "\"town\" \"x\"\n\"1\" \"Ulm\" 1.5\n\"2\" \"Bad Ems\" 2\n",
                    DEFAULT.withSeparator(' ').withSkipRows(1).withNames("row", "town", "x"),
                    table("row", numbers(1, 2), "town", strings("Ulm", "Bad Ems"), "x", numbers(1.5, 2))),
            ToolFile.of(
                    "Excel in Germany: semicolons, a byte order mark, Windows line ends",
                    "\uFEFFStadt;Miete\r\nKöln;1.234,50\r\nUlm;987,00\r\n",
                    DEFAULT.withSeparator(';').withDecimal(',').withThousands('.'),
                    table("Stadt", strings("Köln", "Ulm"), "Miete", numbers(1234.5, 987))),
            new ToolFile(
                    "Excel before UTF-8: windows-1252",
                    "Stadt;Preis in €\r\nKöln;3,5\r\n".getBytes(WINDOWS),
                    DEFAULT.withSeparator(';').withDecimal(',').withCharset(WINDOWS),
                    table("Stadt", strings("Köln"), "Preis in €", numbers(3.5))),
            new ToolFile(
                    "Excel's Unicode text: UTF-16, little-endian, tabs",
                    "\uFEFFtown\tx\r\nKöln 😀\t1.5\r\n".getBytes(StandardCharsets.UTF_16LE),
                    DEFAULT.withSeparator('\t'),
                    table("town", strings("Köln 😀"), "x", numbers(1.5))),
            new ToolFile(
                    "UTF-16, big-endian, without a byte order mark",
                    "a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_16BE),
                    DEFAULT.withCharset(StandardCharsets.UTF_16BE),
                    AB),
            ToolFile.of("Excel with a separator line", "sep=;\r\na;b\r\n1;2\r\n3;4\r\n", DEFAULT, AB),
            ToolFile.of(
                    "Excel with a separator line that is skipped",
                    "sep=|\na|b\n1|2\n3|4\n",
                    DEFAULT.withSkipRows(1).withSeparator('|'),
                    AB),
            ToolFile.of(
                    "Excel with short rows, because the last cells are empty",
                    "a,b,c\r\n1,2,x\r\n3,4\r\n5\r\n",
                    DEFAULT.withFill(),
                    table(
                            "a", numbers(1, 3, 5),
                            "b", numbers(2, 4, 0).withMissing(2),
                            "c", strings("x", "", "").withMissing(1, 2))),
            ToolFile.of(
                    "a spreadsheet with quotes in quotes and line breaks in cells",
                    "name,note\r\n\"Eve \"\"E\"\" Ray\",\"first\r\nsecond\"\r\n",
                    DEFAULT,
                    table("name", strings("Eve \"E\" Ray"), "note", strings("first\r\nsecond"))),
            ToolFile.of("a separator at the end of each row", "a,b\n1,2,\n3,4,\n", DEFAULT, AB),
            ToolFile.of(
                    "a separator at the end of each line",
                    "a,b,\n1,2,\n3,4,\n",
                    DEFAULT,
                    AB.withColumn("Unnamed: 2", numbers(0, 0).withMissing(0, 1))),
            ToolFile.of("blank lines", "\n \na,b\n\n1,2\n  \n3,4\n\n\n", DEFAULT, AB),
            ToolFile.of("a comma and a space", "a, b\n1, 2\n3, 4\n", DEFAULT, AB),
            ToolFile.of(
                    "spaces around quotes",
                    "a, \"b\" ,c\n1, \"x, y\" , z\n",
                    DEFAULT,
                    table("a", numbers(1), "b", strings("x, y"), "c", strings(" z"))),
            ToolFile.of("old Mac line ends", "a,b\r1,2\r3,4\r", DEFAULT, AB),
            ToolFile.of("one column without a line end", "x\n1\n2", DEFAULT, table("x", numbers(1, 2))),
            ToolFile.of(
                    "a UCI data set without a header",
                    "5.1,3.5,Iris-setosa\n4.9,?,Iris-setosa\n\n",
                    DEFAULT.withoutHeader(),
                    table(
                            "0", numbers(5.1, 4.9),
                            "1", numbers(3.5, 0).withMissing(1),
                            "2", strings("Iris-setosa", "Iris-setosa"))),
            ToolFile.of(
                    "a UCI data set in columns",
                    "  18.0   8  130.  \t\"chevrolet  chevelle\"\n 9    12   NA \"a \"\"b\"\"\"  \n\n",
                    DEFAULT.withSpaceRuns().withNames("mpg", "cylinders", "power", "name"),
                    table(
                            "mpg", numbers(18, 9),
                            "cylinders", numbers(8, 12),
                            "power", numbers(130, 0).withMissing(1),
                            "name", strings("chevrolet  chevelle", "a \"b\""))),
            ToolFile.of(
                    "a measuring device with a title, a blank line and comments",
                    "Station 7\n\n# raw values\na,b\n1,2 # checked\n# pause\n3,4\n",
                    DEFAULT.withSkipRows(1).withComment('#'),
                    AB),
            ToolFile.of(
                    "MySQL and Spark with backslashes",
                    "name\tnote\n\"A \\\"B\\\" C\"\t1\\\t2\n",
                    DEFAULT.withSeparator('\t').withEscape('\\'),
                    table("name", strings("A \"B\" C"), "note", strings("1\t2"))),
            ToolFile.of(
                    "a tab-separated file whose quotes are plain text",
                    "part\tsize\n\"pipe\t5\" wide\n",
                    DEFAULT.withSeparator('\t').withoutQuote(),
                    table("part", strings("\"pipe"), "size", strings("5\" wide"))),
            ToolFile.of(
                    "single quotes",
                    "a,b\n'x, y',\"z\n",
                    DEFAULT.withQuote('\''),
                    table("a", strings("x, y"), "b", strings("\"z"))),
            ToolFile.of(
                    "an SQL export",
                    "id,name\n1,NULL\n2,Null Island\n",
                    DEFAULT,
                    table(
                            "id",
                            numbers(1, 2),
                            "name",
                            strings("", "Null Island").withMissing(0))),
            new ToolFile("gzip", gzipped("a,b\n1,2\n3,4\n"), DEFAULT, AB));

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("FILES")
    void aFileIsRead(ToolFile file) throws IOException {
        Path path = Files.write(folder.resolve("file.csv"), file.bytes);

        assertThat(Csv.read(path, file.format)).isEqualTo(file.expected);
    }
}
