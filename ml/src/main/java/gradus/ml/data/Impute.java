package gradus.ml.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Fills in what is missing.
///
/// What it is filled with is learned from the values that are there among the rows to train on. With a
/// flag, each column gets a companion of flags, called `name missing`, which says where it was: that a
/// value is missing can tell more than what is filled in.
///
/// @param columns their names; every column that the filling can be found for if none is named: of numbers
///     for a mean, a median or a constant number, of text for a constant text, and every column for the
///     most frequent value
/// @param filling what is filled in
/// @param flag whether a column of flags says where it was missing
public record Impute(List<String> columns, Filling filling, boolean flag) implements Encoder {

    /// What is filled in.
    public sealed interface Filling {

        /// The mean of the numbers that are there.
        record Mean() implements Filling {}

        /// The median of the numbers that are there: it does not follow a few that are far out.
        record Median() implements Filling {}

        /// The value that comes most often; of several, the least.
        record MostFrequent() implements Filling {}

        /// A number that you choose.
        record Number(double value) implements Filling {}

        /// A text that you choose.
        record Text(String value) implements Filling {}
    }

    public Impute {
        columns = List.copyOf(columns);
    }

    /// The mean, in these columns or in every one of numbers.
    public static Impute mean(String... columns) {
        return new Impute(List.of(columns), new Filling.Mean(), false);
    }

    /// The median, in these columns or in every one of numbers.
    public static Impute median(String... columns) {
        return new Impute(List.of(columns), new Filling.Median(), false);
    }

    /// The value that comes most often, in these columns or in every one.
    public static Impute mostFrequent(String... columns) {
        return new Impute(List.of(columns), new Filling.MostFrequent(), false);
    }

    /// A number, in these columns or in every one of numbers.
    public static Impute constant(double value, String... columns) {
        return new Impute(List.of(columns), new Filling.Number(value), false);
    }

    /// A text, in these columns or in every one of text.
    public static Impute constant(String value, String... columns) {
        return new Impute(List.of(columns), new Filling.Text(value), false);
    }

    /// The same with a column of flags for each that says where it was missing.
    public Impute withFlag() {
        return new Impute(columns, filling, true);
    }

    @Override
    public Fitted fit(Table training) {
        var values = new LinkedHashMap<String, Column>();
        for (String name : chosen(training)) {
            values.put(name, value(training, name));
        }
        return new FittedImpute(values, flag);
    }

    private List<String> chosen(Table training) {
        return switch (filling) {
            case Filling.Mean _, Filling.Median _, Filling.Number _ -> Chosen.columns(columns, training, Kind.NUMBERS);
            case Filling.Text _ -> Chosen.columns(columns, training, Kind.TEXT);
            case Filling.MostFrequent _ -> columns.isEmpty() ? training.names() : columns;
        };
    }

    /// What is filled in, as a column of one row.
    private Column value(Table training, String name) {
        return switch (filling) {
            case Filling.Mean _ -> NumberColumn.of(Sample.mean(Chosen.present(training, name)));
            case Filling.Median _ -> {
                double[] sorted = Chosen.present(training, name);
                Arrays.sort(sorted);
                yield NumberColumn.of(Sample.quantile(sorted, 0.5));
            }
            case Filling.MostFrequent _ -> {
                int row = training.column(name).mostFrequentRow();
                if (row < 0) {
                    throw Chosen.nothing(training, name);
                }
                yield training.column(name).rows(row);
            }
            case Filling.Number(double value) -> {
                training.numbers(name);
                yield NumberColumn.of(value);
            }
            case Filling.Text(String value) -> {
                training.texts(name);
                yield TextColumn.of(value);
            }
        };
    }

    private record FittedImpute(SequencedMap<String, Column> values, boolean flag) implements Fitted {

        @Override
        public Table transform(Table table) {
            Table filled = table;
            for (var value : values.entrySet()) {
                String name = value.getKey();
                Column column = table.column(name);
                filled = filled.with(name, Filled.of(name, column, value.getValue()));
                if (flag) {
                    Names.requireNew(filled, name + " missing");
                    filled = filled.with(name + " missing", missing(column));
                }
            }
            return filled;
        }

        private static FlagColumn missing(Column column) {
            boolean[] missing = new boolean[column.size()];
            for (int row = 0; row < missing.length; row++) {
                missing[row] = column.isMissing(row);
            }
            return FlagColumn.of(missing);
        }
    }
}
