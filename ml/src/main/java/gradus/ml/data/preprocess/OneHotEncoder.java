package gradus.ml.data.preprocess;

import gradus.ml.data.Column;
import gradus.ml.data.DataType;
import gradus.ml.data.NumberColumn;
import gradus.ml.data.StringColumn;
import gradus.ml.data.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// One-hot encoding (dummy variables): replaces a string column by a numeric column per category, called
/// `name=category`, which is 1 in the rows of that category and 0 elsewhere.
///
/// The categories are those of the training set, sorted. Every table transformed later gets the same columns,
/// whatever categories it holds. `transform` throws if a category is missing, because no default suits every
/// case: impute it with [Imputer] first. (scikit-learn makes a missing value a category of its own.)
///
/// @param columns names of the columns to encode; every string column if none is named
/// @param handleUnknown what to do with an unknown category, one that is not in the training set
/// @param dropFirst whether to leave out the column of the first category. With all columns, the features of
///     a linear model with an intercept are linearly dependent, so its coefficients are not unique (the dummy
///     variable trap). Combined with [HandleUnknown#ZEROS], an unknown category looks like the first one
public record OneHotEncoder(List<String> columns, HandleUnknown handleUnknown, boolean dropFirst)
        implements Preprocessor {

    /// What to do with an unknown category, one that is not in the training set.
    public enum HandleUnknown {
        /// `transform` throws.
        ERROR,
        /// The row is 0 in every column of the encoded feature: `handle_unknown="ignore"` in scikit-learn.
        ZEROS,
        /// One further column, `name=?`, is 1 for every unknown category, and so 0 in the whole training set.
        EXTRA_COLUMN
    }

    public OneHotEncoder {
        columns = List.copyOf(columns);
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
        }
        return new FittedOneHotEncoder(categories, handleUnknown, dropFirst);
    }

    private record FittedOneHotEncoder(
            SequencedMap<String, List<String>> categories, HandleUnknown handleUnknown, boolean dropFirst)
            implements Fitted {

        @Override
        public Table transform(Table table) {
            Table encoded = Table.empty();
            for (String name : table.columnNames()) {
                Map<String, Column> columns = categories.containsKey(name)
                        ? columns(name, table.stringColumn(name))
                        : Map.of(name, table.column(name));
                for (var column : columns.entrySet()) {
                    ColumnNames.requireUnused(encoded, column.getKey());
                    encoded = encoded.withColumn(column.getKey(), column.getValue());
                }
            }
            categories.keySet().forEach(table::column);
            return encoded;
        }

        private Map<String, Column> columns(String name, StringColumn column) {
            List<String> trainingCategories = categories.get(name);
            var names = new ArrayList<String>();
            trainingCategories
                    .subList(dropFirst ? 1 : 0, trainingCategories.size())
                    .forEach(category -> names.add(name + "=" + category));
            if (handleUnknown == HandleUnknown.EXTRA_COLUMN) {
                names.add(name + "=?");
            }
            var ones = new LinkedHashMap<String, double[]>();
            names.forEach(each -> ones.put(each, new double[column.size()]));
            for (int row = 0; row < column.size(); row++) {
                String category = columnName(name, column, row);
                if (ones.containsKey(category)) {
                    ones.get(category)[row] = 1;
                }
            }
            var columns = new LinkedHashMap<String, Column>();
            ones.forEach((each, values) -> columns.put(each, NumberColumn.of(values)));
            return columns;
        }

        /// The name of the column that is 1 in this row; empty if there is none.
        private String columnName(String name, StringColumn column, int row) {
            if (column.isMissing(row)) {
                throw new IllegalArgumentException(
                        "\"" + name + "\" is missing at row " + row + "; impute it with Imputer before OneHotEncoder");
            }
            if (categories.get(name).contains(column.get(row))) {
                return name + "=" + column.get(row);
            }
            return switch (handleUnknown) {
                case ERROR ->
                    throw new IllegalArgumentException("\"" + name + "\" is \"" + column.get(row)
                            + "\" at row " + row + ", an unknown category; the training set has "
                            + categories.get(name) + "; allow unknown categories with withHandleUnknown");
                case ZEROS -> "";
                case EXTRA_COLUMN -> name + "=?";
            };
        }
    }
}
