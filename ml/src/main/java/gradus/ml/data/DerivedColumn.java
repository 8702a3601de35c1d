package gradus.ml.data;

import java.util.BitSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// Derived columns: the result of a function of other columns, row by row.
final class DerivedColumn {

    private DerivedColumn() {}

    static NumberColumn of(String name, NumberColumn left, NumberColumn right, DoubleBinaryOperator function) {
        double[] results = new double[left.size()];
        var missing = new BitSet(results.length);
        for (int row = 0; row < results.length; row++) {
            if (left.isMissing(row) || right.isMissing(row)) {
                missing.set(row);
                continue;
            }
            double result = function.applyAsDouble(left.get(row), right.get(row));
            if (!Double.isFinite(result)) {
                String inputs = left == right ? "" + left.get(row) : left.get(row) + " and " + right.get(row);
                throw notFinite(name, result, " for " + inputs, row);
            }
            results[row] = result;
        }
        return NumberColumn.of(results, MissingMask.of(missing, results.length));
    }

    static NumberColumn numbers(String name, Table table, ToDoubleFunction<Row> function) {
        double[] results = new double[table.rows()];
        var missing = new BitSet(results.length);
        for (int row = 0; row < results.length; row++) {
            try {
                results[row] = function.applyAsDouble(table.row(row));
            } catch (MissingValueException e) {
                missing.set(row);
                continue;
            }
            if (!Double.isFinite(results[row])) {
                throw notFinite(name, results[row], "", row);
            }
        }
        return NumberColumn.of(results, MissingMask.of(missing, results.length));
    }

    static StringColumn strings(Table table, Function<Row, String> function) {
        var strings = new StringColumn.Builder(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            try {
                strings.add(function.apply(table.row(row)));
            } catch (MissingValueException e) {
                strings.addMissing();
            }
        }
        return strings.build();
    }

    static BooleanColumn booleans(Table table, Predicate<Row> predicate) {
        boolean[] results = new boolean[table.rows()];
        var missing = new BitSet(results.length);
        for (int row = 0; row < results.length; row++) {
            try {
                results[row] = predicate.test(table.row(row));
            } catch (MissingValueException e) {
                missing.set(row);
            }
        }
        return BooleanColumn.of(results).withMissing(missing.stream().toArray());
    }

    private static IllegalArgumentException notFinite(String name, double result, String inputs, int row) {
        return new IllegalArgumentException("values of column \"" + name + "\" must be finite, got " + result + inputs
                + " at row " + row + "; filter such rows out first, or change the function");
    }
}
