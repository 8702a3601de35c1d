package gradus.ml.data.io;

import gradus.ml.data.DataType;
import gradus.ml.data.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Tables as files of comma-separated values: UTF-8, a header, then a row a line.
///
/// A field may stand in quotes, and then have separators, ends of lines and, written twice, quotes in it. A
/// word for a missing value, like nothing or `NA`, is a missing value; in quotes it is a text, unless the
/// column turns out to hold numbers, flags or dates.
///
/// The kind of a column is what all its values are: `true` and `false` are flags, decimal numbers are
/// numbers, days like `1906-05-31` are dates, and all else is text. A whole number with a leading zero or
/// more than 15 digits stays text, since it is the name of a thing and not an amount. A column without any
/// value holds numbers.
///
/// Source: Y. Shafranovich, RFC 4180 (2005).
public final class Csv {

    private Csv() {}

    /// The table in a file, read as [CsvFormat#DEFAULT] says.
    ///
    /// The file is read twice, first to find the kinds, then to fill columns of the right size: O(size of
    /// the file) time, and no memory beyond the table's own.
    ///
    /// @throws IllegalArgumentException if the file is not well formed: it names the file, the line and the
    ///     column
    /// @throws UncheckedIOException if the file cannot be read
    public static Table read(Path file) {
        return read(file, CsvFormat.DEFAULT);
    }

    /// The table in a file, read as `format` says.
    ///
    /// @throws IllegalArgumentException if the file is not well formed: it names the file, the line and the
    ///     column
    /// @throws UncheckedIOException if the file cannot be read
    public static Table read(Path file, CsvFormat format) {
        return read(() -> reader(file, format), format);
    }

    /// The table in a text.
    ///
    /// @throws IllegalArgumentException if the text is not well formed
    public static Table parse(String text, CsvFormat format) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return read(() -> CsvReader.of(new ByteArrayInputStream(bytes), "the text", format), format);
    }

    /// The rows of a file, one at a time, read as [CsvFormat#DEFAULT] says: for files that are larger than
    /// the memory. To be closed by whoever asks for it.
    ///
    /// @throws IllegalArgumentException if the header is not well formed
    /// @throws UncheckedIOException if the file cannot be read
    public static CsvReader reader(Path file) {
        return reader(file, CsvFormat.DEFAULT);
    }

    /// The rows of a file, one at a time, read as `format` says. To be closed by whoever asks for it.
    ///
    /// @throws IllegalArgumentException if the header is not well formed
    /// @throws UncheckedIOException if the file cannot be read
    public static CsvReader reader(Path file, CsvFormat format) {
        return CsvReader.of(open(file), file.toString(), format);
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("there is no file " + file + "; name one that is there", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Table read(Supplier<CsvReader> source, CsvFormat format) {
        List<DataType> dataTypes;
        long rows = 0;
        try (CsvReader reader = source.get()) {
            var typeInferences = Stream.generate(TypeInference::new)
                    .limit(reader.columnNames().size())
                    .toList();
            while (reader.next()) {
                for (int column = 0; column < typeInferences.size(); column++) {
                    typeInferences.get(column).update(reader, column);
                }
                rows++;
            }
            dataTypes = dataTypes(reader.columnNames(), typeInferences, format);
        }
        if (rows > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a table has at most 2^31 rows, got " + rows + "; go through them one by one with rows");
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
            Table table = Table.empty();
            for (int column = 0; column < builders.size(); column++) {
                table = table.withColumn(
                        reader.columnNames().get(column), builders.get(column).build());
            }
            return table;
        }
    }

    private static List<DataType> dataTypes(List<String> names, List<TypeInference> typeInferences, CsvFormat format) {
        for (String name : format.dataTypes().keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "the format gives a kind to a column \"" + name + "\", but there are " + names);
            }
        }
        var dataTypes = new ArrayList<DataType>();
        for (int column = 0; column < names.size(); column++) {
            dataTypes.add(format.dataTypes()
                    .getOrDefault(names.get(column), typeInferences.get(column).dataType()));
        }
        return dataTypes;
    }

    /// Writes a table to a file, in place of what is in it. A missing value becomes nothing; a text is put
    /// into quotes where it would be read as something else. Read with the table's own kinds it is equal to
    /// `table`.
    ///
    /// @throws IllegalArgumentException if the table has no columns
    /// @throws UncheckedIOException if the file cannot be written
    public static void write(Table table, Path file) {
        try (Writer writer = Files.newBufferedWriter(file)) {
            CsvWriter.write(table, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /// A table as text, as [#write] writes it.
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
