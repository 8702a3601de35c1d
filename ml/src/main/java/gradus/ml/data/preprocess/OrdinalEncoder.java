package gradus.ml.data.preprocess;

import gradus.ml.data.EditDistance;
import gradus.ml.data.NumberColumn;
import gradus.ml.data.StringColumn;
import gradus.ml.data.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Ordinal encoding: replaces the categories of a string column by 0, 1, 2, … in an order that you give, such
/// as `small`, `medium`, `large`.
///
/// Nothing is estimated from the data, since they do not contain the order. (scikit-learn takes alphabetical
/// order by default.) Missing values stay missing. An unknown category throws.
///
/// For categories without an order use [OneHotEncoder]: numbers would imply an order and distances.
///
/// @param column name of the string column
/// @param categories all categories, the lowest first
public record OrdinalEncoder(String column, List<String> categories) implements Preprocessor {

    /// @throws IllegalArgumentException if there are no categories, or one is named twice
    public OrdinalEncoder {
        categories = List.copyOf(categories);
        if (categories.isEmpty() || new HashSet<>(categories).size() < categories.size()) {
            throw new IllegalArgumentException(
                    "categories of \"" + column + "\" must be distinct and at least 1, got " + categories);
        }
    }

    /// Encodes `column` by these categories, the lowest first.
    public OrdinalEncoder(String column, String... categories) {
        this(column, List.of(categories));
    }

    /// Estimates nothing, but checks the categories in the training set.
    ///
    /// @throws IllegalArgumentException if the column does not exist or holds an unknown category
    @Override
    public Fitted fit(Table trainingSet) {
        Fitted fitted = this::encode;
        fitted.transform(trainingSet);
        return fitted;
    }

    private Table encode(Table table) {
        StringColumn strings = table.stringColumn(column);
        Map<String, Integer> rankByCategory = new HashMap<>();
        categories.forEach(category -> rankByCategory.put(category, rankByCategory.size()));
        double[] ranks = new double[strings.size()];
        for (int row = 0; row < ranks.length; row++) {
            if (strings.isMissing(row)) {
                ranks[row] = Double.NaN;
                continue;
            }
            Integer rank = rankByCategory.get(strings.get(row));
            if (rank == null) {
                throw new IllegalArgumentException("\"" + column + "\" is \"" + strings.get(row) + "\" at row " + row
                        + ", an unknown category; "
                        + EditDistance.suggestion(strings.get(row), categories, "categories")
                        + "; add it to them");
            }
            ranks[row] = rank;
        }
        return table.withColumn(column, NumberColumn.whereNaNIsMissing(ranks));
    }
}
