package gradus.ml.data;

import java.util.ArrayList;
import java.util.List;

/// Formats the values of a column as one string, for `toString`.
final class ColumnValues {

    private ColumnValues() {}

    static String toListString(Column column) {
        List<String> strings = new ArrayList<>();
        for (int row = 0; row < column.size(); row++) {
            strings.add(column.isMissing(row) ? "missing" : column.getString(row));
        }
        return strings.toString();
    }
}
