package gradus.ml.data;

import java.util.BitSet;
import java.util.function.DoubleBinaryOperator;

/// Derived columns: the elementwise result of a function of other columns.
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
                throw new IllegalArgumentException("values of column \"" + name + "\" must be finite, got " + result
                        + " for " + inputs + " at row " + row + "; filter such rows out first, or change the function");
            }
            results[row] = result;
        }
        return NumberColumn.of(results, MissingMask.of(missing, results.length));
    }
}
