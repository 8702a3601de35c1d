package gradus.ml.data.preprocess;

import gradus.ml.data.DataType;
import gradus.ml.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// Adds the powers and products of columns of numbers up to a degree, so that a linear model can bend: `a`
/// and `b` of degree 2 get `a^2`, `a*b` and `b^2`. Where a factor is missing, the product is missing.
///
/// d columns and degree p give `(d + p)! / (d! · p!) - 1` in all, which grows fast.
///
/// @param columns their names; every column of numbers if none is named
/// @param degree the highest degree, at least 2
public record PolynomialFeatures(List<String> columns, int degree) implements Preprocessor {

    /// @throws IllegalArgumentException if the degree is less than 2
    public PolynomialFeatures {
        columns = List.copyOf(columns);
        if (degree < 2) {
            throw new IllegalArgumentException("products have degree 2 or more, got " + degree);
        }
    }

    /// These columns, or every one of numbers if none is named, up to a degree.
    public PolynomialFeatures(int degree, String... columns) {
        this(List.of(columns), degree);
    }

    /// Nothing is learned but which columns there are.
    @Override
    public Fitted fit(Table trainingSet) {
        List<String> names = ColumnSelection.select(columns, trainingSet, DataType.NUMBERS);
        names.forEach(trainingSet::numberColumn);
        List<List<String>> products = products(names);
        return table -> {
            Table more = table;
            for (List<String> product : products) {
                String name = name(product);
                ColumnNames.requireUnused(more, name);
                more = more.derive(
                        name, name(product.subList(0, product.size() - 1)), product.getLast(), (a, b) -> a * b);
            }
            return more;
        };
    }

    /// The factors of each product, by degree. Each is one that comes before it, times one column more.
    private List<List<String>> products(List<String> names) {
        var products = new ArrayList<List<String>>();
        List<List<String>> last = names.stream().map(List::of).toList();
        for (int d = 2; d <= degree; d++) {
            var next = new ArrayList<List<String>>();
            for (List<String> product : last) {
                // Factors stand in the order of the columns, so that a*b does not come again as b*a.
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

    /// As in `a^2*b`.
    private static String name(List<String> factors) {
        var name = new StringJoiner("*");
        for (String factor : factors.stream().distinct().toList()) {
            long power = factors.stream().filter(factor::equals).count();
            name.add(power == 1 ? factor : factor + "^" + power);
        }
        return name.toString();
    }
}
