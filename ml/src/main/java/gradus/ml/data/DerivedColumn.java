package gradus.ml.data;

import java.util.BitSet;
import java.util.function.DoubleBinaryOperator;

/// Columns that are calculated from others.
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
                String from = left == right ? "" + left.get(row) : left.get(row) + " and " + right.get(row);
                throw new IllegalArgumentException("the formula of \"" + name + "\" gives " + result + " for " + from
                        + " at row " + row + "; leave such rows out first, or say what they shall be");
            }
            results[row] = result;
        }
        return NumberColumn.of(results, MissingMask.of(missing, results.length));
    }
}
