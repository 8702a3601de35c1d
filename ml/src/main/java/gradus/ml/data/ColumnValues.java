package gradus.ml.data;

import java.util.ArrayList;
import java.util.List;

/// The values of any column as text.
final class ColumnValues {

    private ColumnValues() {}

    static String toListString(Column column) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < column.size(); row++) {
            texts.add(column.isMissing(row) ? "missing" : column.getString(row));
        }
        return texts.toString();
    }
}
