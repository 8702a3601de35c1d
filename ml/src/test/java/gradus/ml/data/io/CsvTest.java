package gradus.ml.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.data.BooleanColumn;
import gradus.ml.data.DataType;
import gradus.ml.data.DateColumn;
import gradus.ml.data.NumberColumn;
import gradus.ml.data.StringColumn;
import gradus.ml.data.Table;
import gradus.ml.numbers.Rng;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    @TempDir
    Path folder;

    private static Table parse(String text) {
        return Csv.parse(text, CsvFormat.DEFAULT);
    }

    @Test
    void theDataTypeFitsAllValuesOfAColumn() {
        Table table = parse("""
                n,t,f,d
                1,red,true,2024-02-29
                -2.5e3,,FALSE,
                NA,blue,NA,1906-05-31
                """);

        assertThat(table)
                .isEqualTo(Table.of("n", NumberColumn.of(1, -2500, 0).withMissing(2))
                        .withColumn("t", StringColumn.of("red", "x", "blue").withMissing(1))
                        .withColumn("f", BooleanColumn.of(true, false, false).withMissing(2))
                        .withColumn(
                                "d",
                                DateColumn.of(
                                                LocalDate.of(2024, 2, 29),
                                                LocalDate.of(2000, 1, 1),
                                                LocalDate.of(1906, 5, 31))
                                        .withMissing(1)));
    }

    @ParameterizedTest
    @CsvSource({"''", "NA", "?", "NaN", "' NA '"})
    void missingValuesAreNotZero(String missingValue) {
        NumberColumn x = parse("x,y\n1,1\n" + missingValue + ",2\n").numberColumn("x");

        assertThat(x.isMissing(1)).isTrue();
        assertThat(x.presentValues()).containsExactly(1);
    }

    @Test
    void oneStringAmongNumbersMakesAStringColumn() {
        assertThat(parse("x\n1\n2\ntwo\n").column("x")).isEqualTo(StringColumn.of("1", "2", "two"));
        assertThat(parse("x\ntrue\n1\n").column("x").dataType()).isEqualTo(DataType.STRINGS);
        assertThat(parse("x\n2024-01-01\n2024-02-30\n").column("x").dataType()).isEqualTo(DataType.STRINGS);
    }

    @ParameterizedTest
    @CsvSource({"007", "-01", "1234567890123456", "1e999", "inf", "0x1p3", "1d", "1_000", "."})
    void identifiersAndUnsupportedFormatsStayStrings(String text) {
        assertThat(parse("x\n" + text + "\n").column("x")).isEqualTo(StringColumn.of(text));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.50, 0.5", "+3, 3", ".5, 0.5", "5., 5", "1E-3, 0.001", "-0, 0", "' 7 ', 7"})
    void decimalNumbersAreParsed(String text, double value) {
        assertThat(parse("x\n" + text + "\n").column("x")).isEqualTo(NumberColumn.of(value));
    }

    @Test
    void quotedFieldsContainSeparatorsQuotesAndLineBreaks() {
        Table table = parse("\"a,b\",c\r\n\"one, \"\"two\"\"\",\"line 1\r\nline 2\"\r\n\"\",x\r\n");

        assertThat(table)
                .isEqualTo(Table.of("a,b", StringColumn.of("one, \"two\"", ""))
                        .withColumn("c", StringColumn.of("line 1\r\nline 2", "x")));
    }

    @Test
    void aQuotedMissingValueIsAStringExceptInANumericColumn() {
        assertThat(parse("name\n\"NA\"\nBo\n").column("name")).isEqualTo(StringColumn.of("NA", "Bo"));
        assertThat(parse("x\n\"1\"\n\"\"\n").column("x"))
                .isEqualTo(NumberColumn.of(1, 0).withMissing(1));
        assertThat(parse("x\n\"\"\n").column("x")).isEqualTo(StringColumn.of(""));
    }

    @ParameterizedTest
    @CsvSource({"'\n'", "'\r\n'", "'\r'"})
    void lineBreaksAreLfCrLfOrCrAndOptionalAtTheEnd(String end) {
        Table expected = Table.of("a", NumberColumn.of(1, 3)).withColumn("b", NumberColumn.of(2, 4));

        assertThat(parse("a,b" + end + "1,2" + end + "3,4" + end)).isEqualTo(expected);
        assertThat(parse("a,b" + end + "1,2" + end + end + "3,4")).isEqualTo(expected);
    }

    @Test
    void aBlankLineInASingleColumnIsAMissingValueExceptAtTheEnd() {
        assertThat(parse("x\n1\n\n3\n").column("x"))
                .isEqualTo(NumberColumn.of(1, 0, 3).withMissing(1));
        assertThat(parse("\nx\n\n\n\"a\"\n \nb\n\n\n").column("x"))
                .isEqualTo(StringColumn.of("", "", "a", "", "b").withMissing(0, 1, 3));
        assertThat(parse("x\n\n\n").rows()).isZero();
    }

    @Test
    void aMissingValueInASingleColumnSurvivesARoundTrip() {
        Table table = Table.of("x", StringColumn.of("NA", "", " ", "b", "").withMissing(4));

        assertThat(Csv.format(table)).isEqualTo("x\r\n\"NA\"\r\n\"\"\r\n\" \"\r\nb\r\nNA\r\n");
        assertThat(parse(Csv.format(table))).isEqualTo(table);
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(parse("\uFEFFx\n1\n").columnNames()).containsExactly("x");
    }

    @Test
    void aHeaderAloneGivesATableWithoutRows() {
        for (String text : new String[] {"a,b", "a,b\n"}) {
            assertThat(parse(text).rows()).isZero();
            assertThat(parse(text).columnNames()).containsExactly("a", "b");
        }
    }

    @Test
    void aColumnOfMissingValuesHoldsNumbers() {
        assertThat(parse("a,b\n,1\n,2\n").column("a"))
                .isEqualTo(NumberColumn.of(0, 0).withMissing(0, 1));
    }

    @Test
    void theFormatSetsSeparatorMissingValuesAndDataTypes() {
        CsvFormat format =
                CsvFormat.DEFAULT.withSeparator(';').withMissingValues("-999").withDataType("code", DataType.STRINGS);

        assertThat(Csv.parse("code;x\n12;-999\n;1,5\n", format))
                .isEqualTo(Table.of("code", StringColumn.of("12", "x").withMissing(1))
                        .withColumn("x", StringColumn.of("x", "1,5").withMissing(0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csv.parse("a\n1\n", CsvFormat.DEFAULT.withDataType("b", DataType.STRINGS)))
                .withMessage("the format sets the data type of column \"b\", but the columns are [a]");
        assertThatIllegalArgumentException().isThrownBy(() -> CsvFormat.DEFAULT.withSeparator('"'));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csv.parse("a\nx\n", CsvFormat.DEFAULT.withDataType("a", DataType.NUMBERS)))
                .withMessage("the text, line 2, column \"a\": expected a finite number, got \"x\"; correct it, or set "
                        + "withMissingValues(\"x\") if it means that the value is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csv.parse("a\nx\n", CsvFormat.DEFAULT.withDataType("a", DataType.BOOLEANS)))
                .withMessageContaining("expected true or false, got \"x\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csv.parse("a\nx\n", CsvFormat.DEFAULT.withDataType("a", DataType.DATES)))
                .withMessageContaining("expected a date such as 1906-05-31");
    }

    @Test
    void aTableSurvivesARoundTripThroughAFile() throws Exception {
        Rng rng = Rng.of(1);
        String[] fragments = {
            "", "a", ",", "\"", "\n", "\r", "\r\n", "NA", "?", " ", "é", "日本", "\uFEFF", "1", "true", "😀"
        };
        for (int i = 0; i < 200; i++) {
            int rows = rng.nextInt(6);
            var strings = new ArrayList<String>();
            double[] numbers = new double[rows];
            boolean[] booleans = new boolean[rows];
            var dates = new LocalDate[rows];
            for (int row = 0; row < rows; row++) {
                strings.add(fragments[rng.nextInt(fragments.length)] + fragments[rng.nextInt(fragments.length)]);
                double number = Double.longBitsToDouble(rng.nextLong());
                numbers[row] = Double.isFinite(number) ? number : rng.nextInt(100);
                booleans[row] = rng.nextBoolean();
                dates[row] = LocalDate.ofEpochDay(rng.nextInt(60_000));
            }
            int[] missing = rng.sample(rows, rng.nextInt(rows + 1));
            Table table = Table.of(
                    "t" + fragments[rng.nextInt(fragments.length)],
                    StringColumn.of(strings).withMissing(missing));
            CsvFormat format =
                    CsvFormat.DEFAULT.withDataType(table.columnNames().getFirst(), DataType.STRINGS);
            if (i % 3 > 0) {
                table = table.withColumn("n", NumberColumn.of(numbers).withMissing(missing))
                        .withColumn("f", BooleanColumn.of(booleans).withMissing(missing))
                        .withColumn("d", DateColumn.of(dates).withMissing(missing));
                format = format.withDataType("n", DataType.NUMBERS)
                        .withDataType("f", DataType.BOOLEANS)
                        .withDataType("d", DataType.DATES);
            }
            Path file = folder.resolve("table.csv");
            Csv.write(table, file);

            assertThat(Csv.read(file, format)).isEqualTo(table);
            assertThat(Files.readString(file)).isEqualTo(Csv.format(table));
        }
    }

    @Test
    void writingATableWithoutColumnsThrows() {
        assertThatIllegalArgumentException().isThrownBy(() -> Csv.format(Table.empty()));
    }

    @Test
    void anAbsentFileThrowsAndIsNamed() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Csv.read(folder.resolve("none.csv")))
                .withMessage("there is no file " + folder.resolve("none.csv") + "; check the path");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''              | line 1: expected a header with a name for each column, but the file ends here
            'a,b,a↵1,2'     | line 1: columns 1 and 3 are both called "a"; rename one, or skip the header with \
            withSkipRows and name all columns with withNames
            'a,b↵1,2↵1,2,3' | line 3: expected 2 fields as in the header, got 3 in "1,2,3"; quote a field that \
            contains ','
            'a,b↵1,2,3'     | line 2: expected 2 fields as in the header, got 3 in "1,2,3"; if rows begin with a \
            name that the header lacks, as write.table of R writes them, skip the header with withSkipRows and name \
            all columns with withNames; otherwise quote a field that contains ','
            'a,b↵1,5,2,5'   | line 2: expected 2 fields as in the header, got 4 in "1,5,2,5"; commas seem to be \
            decimal marks too; write the file with semicolons between the fields, or with decimal points
            'Sales↵a,b↵1,2' | line 2: expected 1 field as in the header, got 2 in "a,b"; the header is "Sales"; if \
            that is a title, skip it with withSkipRows
            'a;b↵1;2'       | line 1: the header is one field, "a;b"; if ';' separates the fields, set \
            withSeparator(';')
            'a,b↵1;2'       | line 2: expected 2 fields as in the header, got 1 in "1;2"; if ';' separates the \
            fields, set withSeparator(';')
            '1,1↵2,3'       | line 1: columns 1 and 2 are both called "1"; if the file has no header, set \
            withoutHeader or withNames; otherwise rename one
            'a,b↵1  2'      | line 2: expected 2 fields as in the header, got 1 in "1  2"; if spaces separate the \
            fields, set withSpaceRuns
            'a,b↵1↵2,3'     | line 2: expected 2 fields as in the header, got 1 in "1"; add the missing fields, or \
            set withFill if short rows end in missing values
            'a,b↵1,2↵3'     | line 3: expected 2 fields as in the header, got 1 in "3"; the file ends here and may \
            be incomplete, or set withFill if short rows end in missing values
            'a,b↵"1,2↵3,4↵"'| line 2: expected 2 fields as in the header, got 1 in "1,2↵3,4↵"; the row goes on to \
            line 4, so look for a quote that is not closed
            'a↵"x↵y↵z'      | line 2, column "a": the quote that opens the field is never closed; close it
            'a↵"x↵y"↵"p"q'  | line 4, column "a": after the closing quote comes "q"; double each quote within the \
            field
            'a↵"p\\"q"'     | line 2, column "a": after the closing quote comes "q""; if a backslash makes a quote \
            plain text in this file, set withEscape('\\\\')
            'a,b↵1,x"y'     | line 2, column "b": a quote is within "x"y", which does not begin with one; quote the \
            whole field and double each quote in it, or set withoutQuote if quotes are plain text in this file
            """)
    void aMalformedFileThrowsAndNamesTheLine(String text, String message) throws Exception {
        Path file = Files.writeString(folder.resolve("bad.csv"), text.replace('↵', '\n'));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csv.read(file))
                .withMessage(file + ", " + message.replace('↵', '\n'));
    }

    @Test
    void anUnclosedQuoteDoesNotFillTheMemory() {
        var endless = new java.io.InputStream() {
            private int at;

            @Override
            public int read() {
                return at < 3 ? "a\n\"".charAt(at++) : 'x';
            }

            @Override
            public int read(byte[] to, int from, int length) {
                for (int i = 0; i < length; i++) {
                    to[from + i] = (byte) read();
                }
                return length;
            }
        };
        try (CsvReader reader = CsvReader.of(endless, "endless", CsvFormat.DEFAULT)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(reader::next)
                    .withMessage("endless, line 2: the row is longer than 16 MiB; look for an unclosed quote");
        }
    }
}
