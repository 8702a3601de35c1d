package gradus.ml.data.io;

import gradus.ml.data.Column;
import gradus.ml.data.DataType;
import gradus.ml.data.EditDistance;
import gradus.ml.data.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads and writes tables as CSV files (comma-separated values): a header line, then one row per line.
/// `read_csv` and `to_csv` in pandas.
///
/// **Files.** [CsvFormat] has the options. Without any, files in UTF-8, or UTF-16 with a byte order mark, are
/// read, gzipped or not, with any line ends, and with a first line `sep=;`. Blank lines are skipped; but in a
/// file with a single column, a blank line before further rows is a missing value.
///
/// **Quotes.** A quoted field may contain separators and line breaks, and quotes if each is doubled.
///
/// **Missing values.** An empty field, `NA` or another of [CsvFormat#missingValues] is a missing value. In
/// quotes it is a string, unless the column turns out to hold numbers, Booleans or dates.
///
/// **Type inference.** A column gets the data type that fits all its values: Booleans for `true` and `false`
/// in any case, numbers for decimal numbers, dates for ISO dates such as `1906-05-31`, strings for all else.
/// An integer with a leading zero or more than 15 digits stays a string, because it is an identifier (a
/// postcode, an account) rather than an amount; pandas would read it as a number. A column of missing values
/// only holds numbers, or strings if one of them is quoted. [#inferTypes] tells which value decided.
///
/// **Column names.** An empty name, such as that of the row index that pandas and R write, becomes `Unnamed:
/// 0`, with the position of the column, as in pandas.
///
/// Source: Y. Shafranovich, RFC 4180 (2005).
public final class Csv {

    private Csv() {}

    /// Reads a table from a file with [CsvFormat#DEFAULT].
    ///
    /// Reads the file twice, first to infer the data types and count the rows, then to fill columns of the
    /// right size. Time O(file size); memory for the table, plus a buffer that holds at least the longest
    /// row.
    ///
    /// @throws IllegalArgumentException if the file is malformed; the message names the file and the line,
    ///     and the column if there is one
    /// @throws UncheckedIOException if the file cannot be read
    public static Table read(Path file) {
        return read(file, CsvFormat.DEFAULT);
    }

    /// Reads a table from a file with the given format.
    ///
    /// @throws IllegalArgumentException if the file is malformed, or holds a value that doesn't have the data
    ///     type that `format` sets for its column (the message names the file and the line, and the column if
    ///     there is one), or if `format` sets the data type of a column that doesn't exist
    /// @throws UncheckedIOException if the file cannot be read
    public static Table read(Path file, CsvFormat format) {
        return read(() -> reader(file, format), format);
    }

    /// Reads a table from a string. Messages call the source `the text`.
    ///
    /// @throws IllegalArgumentException if the text is malformed, or `format` does not fit it
    public static Table parse(String text, CsvFormat format) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CsvFormat utf8 = format.withCharset(StandardCharsets.UTF_8);
        return read(() -> CsvReader.of(new ByteArrayInputStream(bytes), "the text", utf8), utf8);
    }

    /// Opens a reader that streams the rows of a file with [CsvFormat#DEFAULT], for files larger than memory.
    /// The caller closes it.
    ///
    /// @throws IllegalArgumentException if the header is malformed
    /// @throws UncheckedIOException if the file cannot be read
    public static CsvReader reader(Path file) {
        return reader(file, CsvFormat.DEFAULT);
    }

    /// Opens a reader that streams the rows of a file with the given format. The caller closes it.
    ///
    /// @throws IllegalArgumentException if the header is malformed
    /// @throws UncheckedIOException if the file cannot be read
    public static CsvReader reader(Path file, CsvFormat format) {
        return CsvReader.of(open(file), file.toString(), format);
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw FileFaults.explain(e, file.toString());
        }
    }

    /// Infers the data types of the columns of a file, with the value that decided, without reading a table:
    /// the answer to why a column holds strings.
    ///
    /// @return the inferred type of each column, in order, whatever data types `format` sets
    /// @throws IllegalArgumentException if the file is malformed
    /// @throws UncheckedIOException if the file cannot be read
    public static List<InferredType> inferTypes(Path file, CsvFormat format) {
        try (CsvReader reader = reader(file, format)) {
            List<TypeInference> typeInferences = typeInferences(reader);
            return IntStream.range(0, typeInferences.size())
                    .mapToObj(column -> typeInferences
                            .get(column)
                            .result(reader.columnNames().get(column)))
                    .toList();
        }
    }

    /// The type inferences of all columns, updated by all rows.
    private static List<TypeInference> typeInferences(CsvReader reader) {
        List<TypeInference> typeInferences = Stream.generate(TypeInference::new)
                .limit(reader.columnNames().size())
                .toList();
        while (reader.next()) {
            for (int column = 0; column < typeInferences.size(); column++) {
                typeInferences.get(column).update(reader, column);
            }
        }
        return typeInferences;
    }

    private static Table read(Supplier<CsvReader> source, CsvFormat format) {
        List<DataType> dataTypes;
        long rows;
        try (CsvReader reader = source.get()) {
            dataTypes = dataTypes(reader.columnNames(), typeInferences(reader), format);
            rows = reader.rowIndex() + 1;
        }
        if (rows > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a table must have fewer than 2^31 rows, got " + rows + "; stream the rows with Csv.reader");
        }
        int size = (int) rows;
        try (CsvReader reader = source.get()) {
            List<ColumnBuilder> builders = dataTypes.stream()
                    .map(dataType -> ColumnBuilder.of(dataType, size))
                    .toList();
            while (reader.next()) {
                for (int column = 0; column < builders.size(); column++) {
                    builders.get(column).add(reader, column);
                }
            }
            var columns = new LinkedHashMap<String, Column>();
            for (int column = 0; column < builders.size(); column++) {
                columns.put(
                        reader.columnNames().get(column), builders.get(column).build());
            }
            return Table.empty().withColumns(columns);
        }
    }

    private static List<DataType> dataTypes(List<String> names, List<TypeInference> typeInferences, CsvFormat format) {
        for (String name : format.dataTypes().keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("the format sets the data type of column \"" + name + "\", but "
                        + EditDistance.suggestion(name, names, "columns"));
            }
        }
        var dataTypes = new ArrayList<DataType>();
        for (int column = 0; column < names.size(); column++) {
            dataTypes.add(format.dataTypes()
                    .getOrDefault(names.get(column), typeInferences.get(column).dataType()));
        }
        return dataTypes;
    }

    /// Writes a table to a file, and overwrites the file if it exists.
    ///
    /// Separates fields by commas and rows by CR LF. A missing value becomes an empty field, or `NA` in a
    /// table with a single column. A string is quoted where it would otherwise be read differently. Reading
    /// the file with the data types of the table gives an equal table.
    ///
    /// @throws IllegalArgumentException if the table has no columns
    /// @throws UncheckedIOException if the file cannot be written
    public static void write(Table table, Path file) {
        try (Writer writer = Files.newBufferedWriter(file)) {
            CsvWriter.write(table, writer);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /// Formats a table as a CSV string, as [#write] writes it.
    ///
    /// @throws IllegalArgumentException if the table has no columns
    public static String format(Table table) {
        var text = new java.io.StringWriter();
        try {
            CsvWriter.write(table, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
