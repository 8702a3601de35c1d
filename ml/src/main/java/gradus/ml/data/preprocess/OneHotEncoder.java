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

/// Puts in place of a column of text a column of numbers for each of its categories, called
/// `name=category`: 1 in the rows of that category, 0 elsewhere. Categories are those of the rows to train
/// on, sorted; whatever else comes later, the columns are the same.
///
/// A missing category is refused, since no choice would suit everybody: fill it with [Imputer] first.
///
/// @param columns their names; every column of text if none is named
/// @param handleUnknown what is done with a category that was not among the rows to train on
/// @param dropFirst whether the first category has no column of its own: for linear models with an
///     intercept, whose coefficients are not determined otherwise
public record OneHotEncoder(List<String> columns, HandleUnknown handleUnknown, boolean dropFirst)
        implements Preprocessor {

    /// What is done with a category that was not among the rows to train on.
    public enum HandleUnknown {
        /// It is refused.
        ERROR,
        /// It is 0 in every column.
        ZEROS,
        /// There is one column more for all of them, called `name=?`, which is 0 in the rows to train on.
        EXTRA_COLUMN
    }

    public OneHotEncoder {
        columns = List.copyOf(columns);
    }

    /// These columns, or every column of text if none is named; a column for every category, unknown ones
    /// refused.
    public OneHotEncoder(String... columns) {
        this(List.of(columns), HandleUnknown.ERROR, false);
    }

    /// The same where unknown categories are treated so.
    public OneHotEncoder withHandleUnknown(HandleUnknown handleUnknown) {
        return new OneHotEncoder(columns, handleUnknown, dropFirst);
    }

    /// The same where the first category has no column of its own.
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

        /// The name of the column in which this row has its 1.
        private String columnName(String name, StringColumn column, int row) {
            if (column.isMissing(row)) {
                throw new IllegalArgumentException(
                        "\"" + name + "\" is missing at row " + row + "; fill it in with Imputer before OneHotEncoder");
            }
            if (categories.get(name).contains(column.get(row))) {
                return name + "=" + column.get(row);
            }
            return switch (handleUnknown) {
                case ERROR ->
                    throw new IllegalArgumentException("\"" + name + "\" is \"" + column.get(row)
                            + "\" at row " + row + ", which none of the rows to train on is; those are "
                            + categories.get(name) + "; choose what is done with an unknown category");
                case ZEROS -> "";
                case EXTRA_COLUMN -> name + "=?";
            };
        }
    }
}
