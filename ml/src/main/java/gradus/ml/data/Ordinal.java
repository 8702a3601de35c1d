package gradus.ml.data;

import java.util.HashSet;
import java.util.List;

/// Puts 0, 1, 2, … in place of the categories of a column of text, in an order that you know and no data
/// can say: `small`, `medium`, `large`. What is missing stays missing.
///
/// For categories without an order use [OneHot]: as numbers, one would lie between two others.
///
/// @param order all categories, the least first
public record Ordinal(String column, List<String> order) implements Encoder {

    /// @throws IllegalArgumentException if a category is named twice, or none is named
    public Ordinal {
        order = List.copyOf(order);
        if (order.isEmpty() || new HashSet<>(order).size() < order.size()) {
            throw new IllegalArgumentException(
                    "the order of \"" + column + "\" names each category once, got " + order);
        }
    }

    /// The categories of `column`, the least first.
    public Ordinal(String column, String... order) {
        this(column, List.of(order));
    }

    /// Nothing is learned; the column is checked.
    @Override
    public Fitted fit(Table training) {
        Fitted fitted = this::encoded;
        fitted.transform(training);
        return fitted;
    }

    private Table encoded(Table table) {
        TextColumn texts = table.texts(column);
        double[] ranks = new double[texts.size()];
        for (int row = 0; row < ranks.length; row++) {
            if (texts.isMissing(row)) {
                ranks[row] = Double.NaN;
                continue;
            }
            ranks[row] = order.indexOf(texts.get(row));
            if (ranks[row] < 0) {
                throw new IllegalArgumentException("\"" + column + "\" is \"" + texts.get(row) + "\" at row " + row
                        + ", which is not in the order " + order + "; add it there");
            }
        }
        return table.with(column, NumberColumn.whereNaNIsMissing(ranks));
    }
}
