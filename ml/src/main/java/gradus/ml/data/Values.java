package gradus.ml.data;

import java.util.ArrayList;
import java.util.List;

/// The values of any column as text.
final class Values {

    private Values() {}

    static String listed(Column column) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < column.size(); row++) {
            texts.add(column.isMissing(row) ? "missing" : column.text(row));
        }
        return texts.toString();
    }
}
