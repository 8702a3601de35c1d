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

    /// The value that comes most often; of those that come equally often, the least.
    ///
    /// @return a row that has it, or -1 if every value is missing
    static int mostFrequent(Column column) {
        var counts = new java.util.HashMap<String, Integer>();
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                counts.merge(column.text(row), 1, Integer::sum);
            }
        }
        int best = -1;
        for (int row = 0; row < column.size(); row++) {
            if (column.isMissing(row)) {
                continue;
            }
            int more = best < 0 ? 1 : counts.get(column.text(row)) - counts.get(column.text(best));
            if (more > 0 || (more == 0 && column.compare(row, best) < 0)) {
                best = row;
            }
        }
        return best;
    }
}
