package gradus.ml.data;

import java.util.Arrays;
import java.util.List;

/// Shifts and scales columns of numbers so that among the rows to train on the least is 0 and the greatest
/// is 1. Other rows may come out beyond.
///
/// A constant column becomes 0. What is missing counts for nothing and stays missing.
///
/// @param columns their names; every column of numbers if none is named
public record MinMax(List<String> columns) implements Encoder {

    public MinMax {
        columns = List.copyOf(columns);
    }

    /// These columns; every column of numbers if none is named.
    public MinMax(String... columns) {
        this(List.of(columns));
    }

    @Override
    public Fitted fit(Table training) {
        return new Scaled(Chosen.columns(columns, training, Kind.NUMBERS).stream()
                .map(name -> of(name, Chosen.present(training, name)))
                .toList());
    }

    private static Scaled.OfColumn of(String name, double[] x) {
        double least = Arrays.stream(x).min().orElseThrow();
        double range = Arrays.stream(x).max().orElseThrow() - least;
        if (Double.isInfinite(range)) {
            throw new IllegalArgumentException(
                    "the numbers in \"" + name + "\" lie too far apart for a double; divide them first");
        }
        return new Scaled.OfColumn(name, least, range == 0 ? 1 : range);
    }
}
