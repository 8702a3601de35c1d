package gradus.ml.data.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Explains why a row may have another number of fields than the header: what is likely by the look of the
/// row, and what to do then.
final class FieldCount {

    private static final Pattern DIGITS = Pattern.compile("[-+]?\\d+");

    private final List<String> fields = new ArrayList<>();
    private final CsvScanner row;
    private final List<String> names;
    private final char separator;
    private final CsvFormat.Header header;

    private FieldCount(CsvScanner row, List<String> names, char separator, CsvFormat.Header header) {
        this.row = row;
        this.names = names;
        this.separator = separator;
        this.header = header;
        for (int field = 0; field < row.fieldCount(); field++) {
            fields.add(row.getString(field));
        }
    }

    /// @param row the row whose number of fields is wrong
    /// @param names the column names
    /// @param header where the names come from
    /// @param first whether it is the first row of values
    static String explain(CsvScanner row, List<String> names, char separator, CsvFormat.Header header, boolean first) {
        var count = new FieldCount(row, names, separator, header);
        String reference = switch (header) {
            case CsvFormat.Header.FirstRow _ -> "as in the header";
            case CsvFormat.Header.Numbered _ -> "as in the first row";
            case CsvFormat.Header.Names _ -> "as there are names";
        };
        return "expected " + names.size() + (names.size() == 1 ? " field " : " fields ") + reference + ", got "
                + row.fieldCount() + " in " + CsvFaults.abbreviate(String.join("" + separator, count.fields)) + "; "
                + count.cause(first);
    }

    private String cause(boolean first) {
        int expected = names.size();
        boolean named = header instanceof CsvFormat.Header.FirstRow;
        Optional<String> other = fields.size() == 1 ? otherSeparator() : Optional.empty();
        if (row.lastLineNumber() > row.lineNumber()) {
            return "the row goes on to line " + row.lastLineNumber() + ", so look for a quote that is not closed";
        } else if (other.isPresent()) {
            return other.get();
        } else if (first && header instanceof CsvFormat.Header.Names) {
            return "give withNames a name for each column of the file";
        } else if (fields.size() < expected) {
            return (row.isLastRow() ? "the file ends here and may be incomplete" : "add the missing fields")
                    + ", or set withFill if short rows end in missing values";
        } else if (named && expected == 1) {
            return "the header is \"" + names.getFirst() + "\"; if that is a title, skip it with withSkipRows";
        } else if (separator == ','
                && fields.size() == 2 * expected
                && fields.stream().allMatch(this::isDigits)) {
            return "commas seem to be decimal marks too; write the file with semicolons between the fields, or with "
                    + "decimal points";
        } else if (named && first && fields.size() == expected + 1) {
            return "if rows begin with a name that the header lacks, as write.table of R writes them, skip the header "
                    + "with withSkipRows and name all columns with withNames; otherwise quote a field that contains "
                    + CsvDialect.describe(separator);
        }
        return "quote a field that contains " + CsvDialect.describe(separator);
    }

    private boolean isDigits(String field) {
        return DIGITS.matcher(field).matches();
    }

    /// What to do if a row is a single field that contains another usual separator.
    private Optional<String> otherSeparator() {
        String field = fields.getFirst();
        return otherSeparator(field, separator)
                .or(() -> field.strip().split("\\s+").length == names.size()
                        ? Optional.of("if spaces separate the fields, set withSpaceRuns")
                        : Optional.empty());
    }

    static Optional<String> otherSeparator(String field, char separator) {
        return Stream.of(';', '\t', '|', ',')
                .filter(other -> other != separator && field.indexOf(other) >= 0)
                .findFirst()
                .map(other -> "if " + CsvDialect.describe(other) + " separates the fields, set withSeparator("
                        + (other == '\t' ? "'\\t'" : CsvDialect.describe(other)) + ")");
    }
}
