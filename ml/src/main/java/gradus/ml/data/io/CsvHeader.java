package gradus.ml.data.io;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The column names in the header of a CSV file.
final class CsvHeader {

    private CsvHeader() {}

    /// The names in the current row, without surrounding white space unless they are quoted. Columns without
    /// a name, such as the row index that pandas and R write, get one.
    ///
    /// @throws IllegalArgumentException if two columns have the same name, or the header is one field and
    ///     looks as if another character separated the fields
    static List<String> names(CsvScanner header, CsvFaults faults, char separator) {
        List<String> names = IntStream.range(0, header.fieldCount())
                .mapToObj(field -> name(header, field))
                .toList();
        if (names.size() == 1 && !header.isQuoted(0)) {
            Optional<String> other = FieldCount.otherSeparator(names.getFirst(), separator);
            if (other.isPresent()) {
                throw faults.row(
                        header.lineNumber(),
                        "the header is one field, " + CsvFaults.abbreviate(names.getFirst()) + "; " + other.get());
            }
        }
        Map<String, Integer> positions = new HashMap<>();
        for (int field = 0; field < names.size(); field++) {
            Integer earlier = positions.putIfAbsent(names.get(field), field);
            if (earlier != null) {
                String remedy = Character.isDigit(
                                names.get(field).charAt(names.get(field).length() - 1))
                        ? "if the file has no header, set withoutHeader or withNames; otherwise rename one"
                        : "rename one, or skip the header with withSkipRows and name all columns with withNames";
                throw faults.row(
                        header.lineNumber(),
                        "columns " + (earlier + 1) + " and " + (field + 1) + " are both called \"" + names.get(field)
                                + "\"; " + remedy);
            }
        }
        return names;
    }

    private static String name(CsvScanner header, int field) {
        String text = header.getString(field);
        String name = header.isQuoted(field) ? text : text.strip();
        return name.isBlank() ? "Unnamed: " + field : name;
    }
}
