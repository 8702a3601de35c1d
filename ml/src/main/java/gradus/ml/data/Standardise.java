package gradus.ml.data;

import java.util.List;

/// Shifts and scales columns of numbers so that each has mean 0 and standard deviation 1 among the rows to
/// train on.
///
/// The deviation is that of a population, of which the square is the sum of squares over n. A constant
/// column becomes 0. What is missing counts for nothing and stays missing.
///
/// @param columns their names; every column of numbers if none is named
public record Standardise(List<String> columns) implements Encoder {

    public Standardise {
        columns = List.copyOf(columns);
    }

    /// These columns; every column of numbers if none is named.
    public Standardise(String... columns) {
        this(List.of(columns));
    }

    @Override
    public Fitted fit(Table training) {
        return new Scaled(Chosen.columns(columns, training, Kind.NUMBERS).stream()
                .map(name -> of(name, Chosen.present(training, name)))
                .toList());
    }

    private static Scaled.OfColumn of(String name, double[] x) {
        double mean = Sample.mean(x);
        double deviation = Sample.deviation(x, 0);
        // Ten times 0.1 are not quite 1: what rounding leaves of a constant column is no spread.
        boolean constant = deviation <= 8 * Math.ulp(mean);
        return new Scaled.OfColumn(name, mean, constant ? 1 : deviation);
    }
}
