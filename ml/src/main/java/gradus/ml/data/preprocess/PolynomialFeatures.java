package gradus.ml.data.preprocess;

import gradus.ml.data.DataType;
import gradus.ml.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// Polynomial features: adds all powers and products (interaction terms) of numeric columns up to a degree,
/// so that a linear model can fit curves. With degree 2, columns `a` and `b` get `a^2`, `a*b` and `b^2`.
///
/// d columns and degree p give `(d + p)! / (d! · p!) - 1` features, the d columns included, which grows fast.
/// There is no constant column (`include_bias=False` in scikit-learn). Where a factor is missing, the product
/// is missing.
///
/// @param columns names of the columns to multiply; every numeric column if none is named
/// @param degree maximum degree of a product, at least 2
public record PolynomialFeatures(List<String> columns, int degree) implements Preprocessor {

    private static final int MAX_FEATURES = 10_000;

    /// @throws IllegalArgumentException if `degree` is less than 2, or a column is named twice
    public PolynomialFeatures {
        columns = ColumnSelection.requireDistinct(columns);
        if (degree < 2) {
            throw new IllegalArgumentException("degree must be at least 2, got " + degree);
        }
    }

    /// Powers and products of these columns, or of every numeric column if none is named, up to a degree.
    public PolynomialFeatures(int degree, String... columns) {
        this(List.of(columns), degree);
    }

    /// Fixes the columns; estimates nothing else.
    ///
    /// @throws IllegalArgumentException if a column does not exist or isn't numeric, or there would be more
    ///     than 10 000 features
    @Override
    public Fitted fit(Table trainingSet) {
        List<String> names = ColumnSelection.select(columns, trainingSet, DataType.NUMBERS);
        names.forEach(trainingSet::numberColumn);
        requireFeatures(names.size());
        List<List<String>> products = products(names);
        return table -> {
            Table extended = table;
            for (List<String> product : products) {
                String name = name(product);
                ColumnNames.requireUnused(extended, name);
                extended = extended.derive(
                        name, name(product.subList(0, product.size() - 1)), product.getLast(), (a, b) -> a * b);
            }
            return extended;
        };
    }

    /// Products are as many as multisets of up to `degree` columns.
    private void requireFeatures(int d) {
        double count = 1;
        for (int i = 1; i <= Math.min(d, degree); i++) {
            count *= (double) (Math.max(d, degree) + i) / i;
        }
        if (count - 1 > MAX_FEATURES) {
            throw new IllegalArgumentException(d + " columns and degree " + degree + " give more than " + MAX_FEATURES
                    + " features; name fewer columns, or lower the degree");
        }
    }

    /// The factors of each product, in ascending order of degree. Each is a product of one degree less, times
    /// a column.
    private List<List<String>> products(List<String> names) {
        var products = new ArrayList<List<String>>();
        List<List<String>> last = names.stream().map(List::of).toList();
        for (int d = 2; d <= degree; d++) {
            var next = new ArrayList<List<String>>();
            for (List<String> product : last) {
                // Factors are in column order, so that a*b does not occur again as b*a.
                int from = names.indexOf(product.getLast());
                for (String name : names.subList(from, names.size())) {
                    var longer = new ArrayList<>(product);
                    longer.add(name);
                    next.add(longer);
                }
            }
            products.addAll(next);
            last = next;
        }
        return products;
    }

    /// The name of a product, such as `a^2*b`.
    private static String name(List<String> factors) {
        var name = new StringJoiner("*");
        for (String factor : factors.stream().distinct().toList()) {
            long power = factors.stream().filter(factor::equals).count();
            name.add(power == 1 ? factor : factor + "^" + power);
        }
        return name.toString();
    }
}
