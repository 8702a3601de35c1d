package gradus.ml.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Puts in place of a column of text a column of numbers for each of its categories, called
/// `name=category`: 1 in the rows of that category, 0 elsewhere. Categories are those of the rows to train
/// on, sorted; whatever else comes later, the columns are the same.
///
/// A missing category is refused, since no choice would suit everybody: fill it with [Impute] first.
///
/// @param columns their names; every column of text if none is named
/// @param unknown what is done with a category that was not among the rows to train on
/// @param dropFirst whether the first category has no column of its own: for linear models with an
///     intercept, whose coefficients are not determined otherwise
public record OneHot(List<String> columns, Unknown unknown, boolean dropFirst) implements Encoder {

    /// What is done with a category that was not among the rows to train on.
    public enum Unknown {
        /// It is refused.
        REFUSED,
        /// It is 0 in every column.
        ZEROS,
        /// There is one column more for all of them, called `name=?`, which is 0 in the rows to train on.
        OWN_COLUMN
    }

    public OneHot {
        columns = List.copyOf(columns);
    }

    /// These columns, or every column of text if none is named; a column for every category, unknown ones
    /// refused.
    public OneHot(String... columns) {
        this(List.of(columns), Unknown.REFUSED, false);
    }

    /// The same where unknown categories are treated so.
    public OneHot with(Unknown unknown) {
        return new OneHot(columns, unknown, dropFirst);
    }

    /// The same where the first category has no column of its own.
    public OneHot droppingFirst() {
        return new OneHot(columns, unknown, true);
    }

    @Override
    public Fitted fit(Table training) {
        var categories = new LinkedHashMap<String, List<String>>();
        for (String name : Chosen.columns(columns, training, Kind.TEXT)) {
            categories.put(name, training.texts(name).categories());
            if (categories.get(name).isEmpty()) {
                throw Chosen.nothing(training, name);
            }
        }
        return new FittedOneHot(categories, unknown, dropFirst);
    }

    private record FittedOneHot(SequencedMap<String, List<String>> categories, Unknown unknown, boolean dropFirst)
            implements Fitted {

        @Override
        public Table transform(Table table) {
            Table encoded = Table.empty();
            for (String name : table.names()) {
                Map<String, Column> columns = categories.containsKey(name)
                        ? columns(name, table.texts(name))
                        : Map.of(name, table.column(name));
                for (var column : columns.entrySet()) {
                    Names.requireNew(encoded, column.getKey());
                    encoded = encoded.with(column.getKey(), column.getValue());
                }
            }
            categories.keySet().forEach(table::column);
            return encoded;
        }

        private Map<String, Column> columns(String name, TextColumn column) {
            List<String> known = categories.get(name);
            var names = new ArrayList<String>();
            known.subList(dropFirst ? 1 : 0, known.size()).forEach(category -> names.add(name + "=" + category));
            if (unknown == Unknown.OWN_COLUMN) {
                names.add(name + "=?");
            }
            var ones = new LinkedHashMap<String, double[]>();
            names.forEach(each -> ones.put(each, new double[column.size()]));
            for (int row = 0; row < column.size(); row++) {
                String category = category(name, column, row);
                if (ones.containsKey(category)) {
                    ones.get(category)[row] = 1;
                }
            }
            var columns = new LinkedHashMap<String, Column>();
            ones.forEach((each, values) -> columns.put(each, NumberColumn.of(values)));
            return columns;
        }

        /// The name of the column in which this row has its 1.
        private String category(String name, TextColumn column, int row) {
            if (column.isMissing(row)) {
                throw new IllegalArgumentException(
                        "\"" + name + "\" is missing at row " + row + "; fill it in with Impute before OneHot");
            }
            if (categories.get(name).contains(column.get(row))) {
                return name + "=" + column.get(row);
            }
            return switch (unknown) {
                case REFUSED ->
                    throw new IllegalArgumentException("\"" + name + "\" is \"" + column.get(row)
                            + "\" at row " + row + ", which none of the rows to train on is; those are "
                            + categories.get(name) + "; choose what is done with an unknown category");
                case ZEROS -> "";
                case OWN_COLUMN -> name + "=?";
            };
        }
    }
}
