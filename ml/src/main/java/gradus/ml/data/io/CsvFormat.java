package gradus.ml.data.io;

import gradus.ml.data.DataType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Options for reading a CSV file: those of `read_csv` in pandas. Each `with…` method returns a copy with
/// another setting.
///
/// A file that Excel saved in a country with decimal commas, for example, is read with
/// `CsvFormat.DEFAULT.withSeparator(';').withDecimal(',')`.
///
/// @param dialect the characters that divide a line into fields: `sep`, `quotechar`, `escapechar`, `comment`
/// @param decimal the decimal mark of numbers: `decimal`
/// @param thousands the character between groups of digits, as in 1,234,567, if there is one: `thousands`
/// @param charset the encoding of a file that doesn't begin with a byte order mark: `encoding`
/// @param header where the column names come from: `header`, `names`
/// @param skipRows number of lines to leave out at the start of the file: `skiprows`
/// @param fill whether a row with too few fields ends in missing values; if not, it is an error
/// @param missingValues unquoted fields that mean a missing value, compared without surrounding white space:
///     `na_values`
/// @param dataTypes data types by column name, for the columns whose type should not be inferred: `dtype`
public record CsvFormat(
        CsvDialect dialect,
        char decimal,
        Optional<Character> thousands,
        Charset charset,
        Header header,
        int skipRows,
        boolean fill,
        Set<String> missingValues,
        Map<String, DataType> dataTypes) {

    /// Where the column names come from.
    public sealed interface Header {

        /// From the first row. An empty name becomes `Unnamed: 0`, with the position of the column, as in
        /// pandas.
        record FirstRow() implements Header {}

        /// The file has no header: the columns are called `0`, `1`, `2` and so on.
        record Numbered() implements Header {}

        /// The file has no header: the columns have the names in this list.
        ///
        /// @param names the column names, at least 1
        record Names(List<String> names) implements Header {

            /// @throws IllegalArgumentException if there are no names, or one is blank or occurs twice
            public Names {
                names = List.copyOf(names);
                boolean blank = names.stream().anyMatch(String::isBlank);
                if (names.isEmpty() || blank || Set.copyOf(names).size() < names.size()) {
                    throw new IllegalArgumentException(
                            "column names must be distinct, not blank and at least 1, got " + names);
                }
            }
        }
    }

    /// The default: UTF-8, commas, double quotes, decimal points, a header, all data types inferred. An empty
    /// field, `NA`, `N/A`, `n/a`, `#N/A`, `<NA>`, `NULL`, `null`, `NaN`, `nan` and `?` are missing values.
    ///
    /// `None` is not, unlike in pandas: in many data sets it is a category.
    public static final CsvFormat DEFAULT = new CsvFormat(
            CsvDialect.rfc4180(),
            '.',
            Optional.empty(),
            StandardCharsets.UTF_8,
            new Header.FirstRow(),
            0,
            false,
            Set.of("", "NA", "N/A", "n/a", "#N/A", "<NA>", "NULL", "null", "NaN", "nan", "?"),
            Map.of());

    /// @throws IllegalArgumentException if `skipRows` is negative, or the decimal mark or the thousands
    ///     separator can be part of a number, or equals the other one, the quote, the escape or the comment
    ///     character
    public CsvFormat {
        requireMark(decimal, "decimal mark", dialect, decimal <= 126 && decimal > ' ');
        if (thousands.isPresent()) {
            requireMark(thousands.get(), "thousands separator", dialect, thousands.get() >= ' ');
            if (thousands.get() == decimal) {
                throw new IllegalArgumentException("the decimal mark and the thousands separator must differ, got "
                        + CsvDialect.describe(decimal) + " for both; change the other one first");
            }
        }
        if (skipRows < 0) {
            throw new IllegalArgumentException("skipRows must be at least 0, got " + skipRows);
        }
        missingValues = Set.copyOf(missingValues);
        dataTypes = Map.copyOf(dataTypes);
    }

    /// The mark may equal the separator: such numbers are quoted.
    private static void requireMark(char mark, String name, CsvDialect dialect, boolean allowed) {
        boolean partOfNumber = Character.isLetterOrDigit(mark) || mark == '+' || mark == '-';
        if (!allowed || partOfNumber || (mark != dialect.separator() && dialect.divides(mark))) {
            throw new IllegalArgumentException("the " + name + " must be a character that is neither part of numbers "
                    + "otherwise nor the quote, the escape or the comment character, got "
                    + CsvDialect.describe(mark));
        }
    }

    /// The character between two fields.
    public char separator() {
        return dialect.separator();
    }

    /// A copy with another separator, such as a semicolon or a tab. If the first line of a file is `sep=;`
    /// and not skipped, that has precedence.
    public CsvFormat withSeparator(char separator) {
        return with(dialect.withSeparator(separator));
    }

    /// A copy for files with aligned columns, in which each run of spaces and tabs separates two fields:
    /// `sep=r"\s+"` in pandas.
    public CsvFormat withSpaceRuns() {
        return with(dialect.withSpaceRuns());
    }

    /// A copy with another quote, such as `'`.
    public CsvFormat withQuote(char quote) {
        return with(dialect.withQuote(Optional.of(quote)));
    }

    /// A copy in which no character quotes a field: `csv.QUOTE_NONE` in Python.
    public CsvFormat withoutQuote() {
        return with(dialect.withQuote(Optional.empty()));
    }

    /// A copy for files in which this character, such as a backslash, makes the next one plain text, in
    /// quotes or not.
    public CsvFormat withEscape(char escape) {
        return with(dialect.withEscape(escape));
    }

    /// A copy that ignores the rest of a line from this character on, such as `#`, except in quotes.
    public CsvFormat withComment(char comment) {
        return with(dialect.withComment(comment));
    }

    private CsvFormat with(CsvDialect dialect) {
        return new CsvFormat(dialect, decimal, thousands, charset, header, skipRows, fill, missingValues, dataTypes);
    }

    /// A copy with another decimal mark, such as a comma. If that is the separator too, such numbers must be
    /// quoted.
    public CsvFormat withDecimal(char decimal) {
        return new CsvFormat(dialect, decimal, thousands, charset, header, skipRows, fill, missingValues, dataTypes);
    }

    /// A copy for files in which this character groups digits, as in 1,234,567 or 1'234.50.
    ///
    /// The last group has three digits and the first at most three; those between have three, or two as in
    /// India. So 1,5 is not a number then.
    public CsvFormat withThousands(char separator) {
        var thousands = Optional.of(separator);
        return new CsvFormat(dialect, decimal, thousands, charset, header, skipRows, fill, missingValues, dataTypes);
    }

    /// A copy with another encoding, such as `Charset.forName("windows-1252")`.
    public CsvFormat withCharset(Charset charset) {
        return new CsvFormat(dialect, decimal, thousands, charset, header, skipRows, fill, missingValues, dataTypes);
    }

    /// A copy for files without a header, whose columns are then called `0`, `1`, `2` and so on.
    public CsvFormat withoutHeader() {
        return with(new Header.Numbered());
    }

    /// A copy for files without a header, whose columns then have these names. To replace the header of a
    /// file, also skip its line by [#withSkipRows].
    public CsvFormat withNames(String... names) {
        return with(new Header.Names(List.of(names)));
    }

    private CsvFormat with(Header header) {
        return new CsvFormat(dialect, decimal, thousands, charset, header, skipRows, fill, missingValues, dataTypes);
    }

    /// A copy that leaves out this many lines at the start of the file, such as a title.
    public CsvFormat withSkipRows(int skipRows) {
        return new CsvFormat(dialect, decimal, thousands, charset, header, skipRows, fill, missingValues, dataTypes);
    }

    /// A copy in which a row with too few fields ends in missing values, as Excel may write it: `fill` in R.
    public CsvFormat withFill() {
        return new CsvFormat(dialect, decimal, thousands, charset, header, skipRows, true, missingValues, dataTypes);
    }

    /// A copy with these missing values in addition to the present ones.
    public CsvFormat withMissingValues(String... values) {
        var all = new HashSet<>(missingValues);
        all.addAll(List.of(values));
        return new CsvFormat(dialect, decimal, thousands, charset, header, skipRows, fill, all, dataTypes);
    }

    /// A copy without missing values, not even the empty field; [#withMissingValues] then adds some.
    /// `keep_default_na=False` in pandas.
    public CsvFormat withoutMissingValues() {
        return new CsvFormat(dialect, decimal, thousands, charset, header, skipRows, fill, Set.of(), dataTypes);
    }

    /// A copy that sets the data type of column `name` instead of inferring it.
    public CsvFormat withDataType(String name, DataType dataType) {
        var all = new HashMap<>(dataTypes);
        all.put(name, dataType);
        return new CsvFormat(dialect, decimal, thousands, charset, header, skipRows, fill, missingValues, all);
    }
}
