package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/// Isotonic regression: the non-decreasing function of one feature that fits the targets best, or the
/// non-increasing one. Nothing else is assumed about its form.
///
/// **Objective.** `Σ weight·(y − f(x))²`, minimised over all monotone functions f.
///
/// **Method.** Pool adjacent violators: in the order of the feature, each value is a block with its target.
/// While a block is below the one before it, both are pooled into one with their weighted mean. Rows with
/// equal features are one block from the start. The result is a step function, unique at the values of the
/// training set. Between two of them the prediction is interpolated linearly; beyond the first and the last
/// it is constant, as with scikit-learn's `out_of_bounds="clip"`.
///
/// **Cost.** O(n·log n) to fit, for sorting; O(m·log n) to predict m rows.
///
/// **Caveats.** It needs many rows, because it can follow noise within the limits of monotonicity. Its first
/// and last steps are means of few rows.
///
/// Sources: M. Ayer, H. D. Brunk, G. M. Ewing, W. T. Reid and E. Silverman, "An Empirical Distribution
/// Function for Sampling with Incomplete Information", Annals of Mathematical Statistics 26 (1955), 641–647;
/// R. E. Barlow, D. J. Bartholomew, J. M. Bremner and H. D. Brunk, *Statistical Inference under Order
/// Restrictions* (1972).
///
/// @param increasing whether the function is non-decreasing, rather than non-increasing
public record IsotonicRegression(boolean increasing) implements Regressor.Weighted<IsotonicRegression.Model> {

    /// A non-decreasing function.
    public IsotonicRegression() {
        this(true);
    }

    /// A fitted isotonic regression: a piecewise linear monotone function.
    ///
    /// @param thresholds the values of the feature where the function may bend, ascending, shape `(k)`
    /// @param values the function at each of them, monotone, shape `(k)`
    public record Model(Vector thresholds, Vector values) implements Regressor.Fitted {

        /// @throws IllegalArgumentException if there is no threshold, the numbers of thresholds and values
        ///     differ, or the thresholds are not ascending
        public Model {
            if (thresholds.size() == 0 || thresholds.size() != values.size()) {
                throw new IllegalArgumentException("an isotonic regression needs at least 1 threshold and a value for"
                        + " each, got " + thresholds.size() + " thresholds and " + values.size() + " values");
            }
            for (int i = 1; i < thresholds.size(); i++) {
                if (!(thresholds.get(i) > thresholds.get(i - 1))) {
                    throw new IllegalArgumentException("thresholds must be ascending, got " + thresholds.get(i)
                            + " after " + thresholds.get(i - 1));
                }
            }
        }

        /// The number of features: 1.
        @Override
        public int featureCount() {
            return 1;
        }

        @Override
        public Vector predict(Matrix x) {
            ModelPreconditions.requireFeatures(1, x);
            return Vector.from(x.rows(), i -> predict(x.get(i, 0)));
        }

        /// The prediction for one value of the feature. O(log n).
        public double predict(double x) {
            int next = firstAtLeast(x);
            if (next == 0) {
                return values.get(0);
            }
            if (next == thresholds.size()) {
                return values.get(next - 1);
            }
            if (thresholds.get(next) == x) {
                return values.get(next);
            }
            double from = values.get(next - 1);
            double to = values.get(next);
            double fraction = ratio(x, thresholds.get(next - 1), thresholds.get(next));
            double value = Double.isInfinite(to - from)
                    ? 2 * (from / 2 + (to / 2 - from / 2) * fraction)
                    : from + (to - from) * fraction;
            return Math.clamp(value, Math.min(from, to), Math.max(from, to));
        }

        /// How far x is on the way between two thresholds, from 0 to 1.
        private static double ratio(double x, double from, double to) {
            return Double.isInfinite(to - from) ? (x / 2 - from / 2) / (to / 2 - from / 2) : (x - from) / (to - from);
        }

        /// The index of the first threshold that is at least `x`; k if there is none.
        private int firstAtLeast(double x) {
            int low = 0;
            int high = thresholds.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (thresholds.get(middle) < x) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /// {@inheritDoc}
    ///
    /// @param x one feature, shape `(n, 1)`
    /// @throws IllegalArgumentException as in [Regressor.Weighted#fit], and if there is more than one feature
    @Override
    public Model fit(Matrix x, Vector y, Vector weights) {
        ModelPreconditions.requireTrainingSet(x, y);
        if (x.columns() != 1) {
            throw new IllegalArgumentException(
                    "isotonic regression needs exactly 1 feature, got shape " + x.shape() + "; select one column");
        }
        Deque<Block> pooled = new ArrayDeque<>();
        double unit = unit(y);
        for (Block block : blocks(WeightedRows.of(x, weights), y.times(unit))) {
            Block last = block;
            while (!pooled.isEmpty() && violates(pooled.peekLast(), last)) {
                last = pooled.removeLast().pool(last);
            }
            pooled.addLast(last);
        }
        return model(pooled, unit);
    }

    /// A factor that keeps sums of huge targets within range. A power of 2, so that it rounds nothing.
    private static double unit(Vector y) {
        double largest = Arrays.stream(y.toArray()).map(Math::abs).max().orElse(0);
        return largest > 1e200 ? Math.scalb(1.0, -Math.getExponent(largest)) : 1;
    }

    private boolean violates(Block before, Block after) {
        return increasing ? before.mean() > after.mean() : before.mean() < after.mean();
    }

    /// Rows with features from `first` to `last`, and the weighted sum of their targets.
    private record Block(double first, double last, double sum, double weight, double min, double max) {

        private static Block ofRow(double x, double y, double weight) {
            return new Block(x, x, weight * y, weight, y, y);
        }

        /// The weighted mean of the targets, never outside their range.
        private double mean() {
            return Math.clamp(sum / weight, min, max);
        }

        /// The union of this block and the next.
        private Block pool(Block next) {
            return new Block(
                    first,
                    next.last,
                    sum + next.sum,
                    weight + next.weight,
                    Math.min(min, next.min),
                    Math.max(max, next.max));
        }
    }

    /// One block for each distinct value of the feature, ascending.
    private static List<Block> blocks(WeightedRows rows, Vector y) {
        double[] features = rows.x().column(0).toArray();
        Vector targets = rows.select(y);
        int[] order = IntStream.range(0, features.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> features[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var blocks = new ArrayList<Block>();
        for (int i : order) {
            Block row = Block.ofRow(features[i], targets.get(i), rows.weights().get(i));
            // 0 and -0 are equal, but sorted one after the other.
            if (!blocks.isEmpty() && blocks.getLast().last == row.first) {
                blocks.add(blocks.removeLast().pool(row));
            } else {
                blocks.add(row);
            }
        }
        return blocks;
    }

    private static Model model(Deque<Block> pooled, double unit) {
        double[] thresholds = new double[2 * pooled.size()];
        double[] values = new double[2 * pooled.size()];
        int count = 0;
        for (Block block : pooled) {
            thresholds[count] = block.first;
            values[count++] = block.mean() / unit;
            if (block.last > block.first) {
                thresholds[count] = block.last;
                values[count++] = block.mean() / unit;
            }
        }
        return new Model(Vector.of(Arrays.copyOf(thresholds, count)), Vector.of(Arrays.copyOf(values, count)));
    }
}
