package gradus.ml.data.preprocess;

import gradus.ml.data.NumberColumn;
import gradus.ml.data.StringColumn;
import gradus.ml.data.Table;
import java.util.HashSet;
import java.util.List;

/// Puts 0, 1, 2, … in place of the categories of a column of text, in an order that you know and no data
/// can say: `small`, `medium`, `large`. What is missing stays missing.
///
/// For categories without an order use [OneHotEncoder]: as numbers, one would lie between two others.
///
/// @param categories all categories, the least first
public record OrdinalEncoder(String column, List<String> categories) implements Preprocessor {

    /// @throws IllegalArgumentException if a category is named twice, or none is named
    public OrdinalEncoder {
        categories = List.copyOf(categories);
        if (categories.isEmpty() || new HashSet<>(categories).size() < categories.size()) {
            throw new IllegalArgumentException(
                    "the order of \"" + column + "\" names each category once, got " + categories);
        }
    }

    /// The categories of `column`, the least first.
    public OrdinalEncoder(String column, String... categories) {
        this(column, List.of(categories));
    }

    /// Nothing is learned; the column is checked.
    @Override
    public Fitted fit(Table trainingSet) {
        Fitted fitted = this::encode;
        fitted.transform(trainingSet);
        return fitted;
    }

    private Table encode(Table table) {
        StringColumn texts = table.stringColumn(column);
        double[] ranks = new double[texts.size()];
        for (int row = 0; row < ranks.length; row++) {
            if (texts.isMissing(row)) {
                ranks[row] = Double.NaN;
                continue;
            }
            ranks[row] = categories.indexOf(texts.get(row));
            if (ranks[row] < 0) {
                throw new IllegalArgumentException("\"" + column + "\" is \"" + texts.get(row) + "\" at row " + row
                        + ", which is not in the order " + categories + "; add it there");
            }
        }
        return table.withColumn(column, NumberColumn.whereNaNIsMissing(ranks));
    }
}
