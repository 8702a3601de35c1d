package gradus.ml.data.preprocess;

import gradus.ml.data.Column;
import gradus.ml.data.DataType;
import gradus.ml.data.EditDistance;
import gradus.ml.data.NumberColumn;
import gradus.ml.data.StringColumn;
import gradus.ml.data.Table;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// One-hot encoding (dummy variables): replaces a string column by a numeric column per category, called
/// `name=category`, which is 1 in the rows of that category and 0 elsewhere.
///
/// The categories are those of the training set, sorted as in [String#compareTo]. Every table transformed
/// later gets the same columns, whatever categories it holds. `transform` throws if a category is missing,
/// because no default suits every case: impute it with [Imputer] first. (scikit-learn makes a missing value a
/// category of its own.)
///
/// @param columns names of the columns to encode; every string column if none is named
/// @param handleUnknown what to do with an unknown category, one that is not in the training set
/// @param dropFirst whether to leave out the column of the first category. With all columns, the features of
///     a linear model with an intercept are linearly dependent, so its coefficients are not unique (the dummy
///     variable trap). Combined with [HandleUnknown#ZEROS], an unknown category looks like the first one; and
///     a column with a single category gets no column at all
public record OneHotEncoder(List<String> columns, HandleUnknown handleUnknown, boolean dropFirst)
        implements Preprocessor {

    private static final String UNKNOWN = "=?";

    /// What to do with an unknown category, one that is not in the training set.
    public enum HandleUnknown {
        /// `transform` throws.
        ERROR,
        /// The row is 0 in every column of the encoded feature: `handle_unknown="ignore"` in scikit-learn.
        ZEROS,
        /// One further column, `name=?`, is 1 for every unknown category, and so 0 in the whole training set.
        EXTRA_COLUMN
    }

    /// @throws IllegalArgumentException if a column is named twice
    public OneHotEncoder {
        columns = ColumnSelection.requireDistinct(columns);
    }

    /// Encodes these columns, or every string column if none is named, with a column for each category;
    /// unknown categories throw.
    public OneHotEncoder(String... columns) {
        this(List.of(columns), HandleUnknown.ERROR, false);
    }

    /// A copy with another treatment of unknown categories.
    public OneHotEncoder withHandleUnknown(HandleUnknown handleUnknown) {
        return new OneHotEncoder(columns, handleUnknown, dropFirst);
    }

    /// A copy that leaves out the column of the first category.
    public OneHotEncoder withDropFirst() {
        return new OneHotEncoder(columns, handleUnknown, true);
    }

    @Override
    public Fitted fit(Table trainingSet) {
        var categories = new LinkedHashMap<String, List<String>>();
        for (String name : ColumnSelection.select(columns, trainingSet, DataType.STRINGS)) {
            categories.put(name, trainingSet.stringColumn(name).categories());
            if (categories.get(name).isEmpty()) {
                throw ColumnSelection.noValues(trainingSet, name);
            }
            if (handleUnknown == HandleUnknown.EXTRA_COLUMN
                    && categories.get(name).contains("?")) {
                throw new IllegalArgumentException(
                        "column \"" + name + UNKNOWN + "\" would stand for category \"?\" and "
                                + "for unknown categories; rename that category first, or use HandleUnknown.ZEROS");
            }
        }
        return new FittedOneHotEncoder(categories, handleUnknown, dropFirst);
    }

    private record FittedOneHotEncoder(
            SequencedMap<String, List<String>> categories, HandleUnknown handleUnknown, boolean dropFirst)
            implements Fitted {

        @Override
        public Table transform(Table table) {
            var encoded = new LinkedHashMap<String, Column>();
            for (String name : table.columnNames()) {
                Map<String, Column> columns = categories.containsKey(name)
                        ? columns(name, table.stringColumn(name))
                        : Map.of(name, table.column(name));
                for (var column : columns.entrySet()) {
                    if (encoded.putIfAbsent(column.getKey(), column.getValue()) != null) {
                        throw ColumnNames.used(column.getKey());
                    }
                }
            }
            categories.keySet().forEach(table::column);
            return table.select().withColumns(encoded);
        }

        private SequencedMap<String, Column> columns(String name, StringColumn column) {
            List<String> known = categories.get(name);
            double[][] ones = new double[known.size() + 1][column.size()];
            Map<String, Integer> positions = new HashMap<>();
            known.forEach(category -> positions.put(category, positions.size()));
            for (int row = 0; row < column.size(); row++) {
                if (column.isMissing(row)) {
                    throw new IllegalArgumentException("\"" + name + "\" is missing at row " + row
                            + "; impute it with Imputer before OneHotEncoder");
                }
                Integer position = positions.get(column.get(row));
                if (position == null) {
                    requireAllowed(name, column.get(row), row);
                }
                ones[position == null ? known.size() : position][row] = 1;
            }
            var columns = new LinkedHashMap<String, Column>();
            for (int i = dropFirst ? 1 : 0; i < known.size(); i++) {
                columns.put(name + "=" + known.get(i), NumberColumn.of(ones[i]));
            }
            if (handleUnknown == HandleUnknown.EXTRA_COLUMN) {
                columns.put(name + UNKNOWN, NumberColumn.of(ones[known.size()]));
            }
            return columns;
        }

        private void requireAllowed(String name, String category, int row) {
            if (handleUnknown == HandleUnknown.ERROR) {
                throw new IllegalArgumentException("\"" + name + "\" is \"" + category + "\" at row " + row
                        + ", an unknown category; "
                        + EditDistance.suggestion(category, categories.get(name), "categories of the training set")
                        + "; allow unknown categories with withHandleUnknown");
            }
        }
    }
}
