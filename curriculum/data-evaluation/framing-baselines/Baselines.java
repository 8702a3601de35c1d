package gradus.lab.framing_baselines;

import gradus.ml.linalg.Vector;
import java.util.Arrays;
import java.util.TreeMap;

/// Baselines: predictions that need no model, which a model must beat.
///
/// Rows are in the order of time. Those before row `from` are the past: their targets are known. The others,
/// from row `from` to the last, are to be predicted. Both parts have at least one row.
public final class Baselines {

    private Baselines() {}

    /// Predicts the mean of the targets before row `from` for every row from there on.
    ///
    /// @param targets the targets of all n rows, shape `(n)`
    /// @return a prediction for each row from `from` on, shape `(n - from)`
    public static Vector mean(Vector targets, int from) {
        requireBothParts(from, targets.size());
        double sum = 0;
        for (int row = 0; row < from; row++) {
            sum += targets.get(row);
        }
        return constant(sum / from, targets.size() - from);
    }

    /// Predicts the median of the targets before row `from` for every row from there on: the middle one of
    /// the sorted targets, or the mean of the two in the middle.
    ///
    /// @param targets the targets of all n rows, shape `(n)`
    /// @return a prediction for each row from `from` on, shape `(n - from)`
    public static Vector median(Vector targets, int from) {
        requireBothParts(from, targets.size());
        double[] sorted = Arrays.copyOf(targets.toArray(), from);
        Arrays.sort(sorted);
        double middle = (sorted[(from - 1) / 2] + sorted[from / 2]) / 2;
        return constant(middle, targets.size() - from);
    }

    /// The label that occurs most often before row `from`; the smallest one if several do.
    ///
    /// @param labels the labels of all n rows, shape `(n)`
    public static int majority(int[] labels, int from) {
        requireBothParts(from, labels.length);
        var counts = new TreeMap<Integer, Integer>();
        for (int row = 0; row < from; row++) {
            counts.merge(labels[row], 1, Integer::sum);
        }
        // From the smallest label on, so a later one has to occur more often.
        int best = counts.firstKey();
        for (int label : counts.keySet()) {
            if (counts.get(label) > counts.get(best)) {
                best = label;
            }
        }
        return best;
    }

    /// Predicts for row t the target of an earlier row of the same season: row t − lag, where the lag is the
    /// smallest multiple of `period` that is at least `horizon`.
    ///
    /// @param targets the targets of all n rows, shape `(n)`
    /// @param period after how many rows a season comes again: 7 for days of the week, 1 without seasons
    /// @param horizon how many rows ahead the prediction is made: for row t, the targets up to row
    ///     t − `horizon` are known
    /// @return a prediction for each row from `from` on, shape `(n - from)`
    public static Vector seasonal(Vector targets, int from, int period, int horizon) {
        requireBothParts(from, targets.size());
        if (period < 1 || horizon < 1) {
            throw new IllegalArgumentException("period " + period + " and horizon " + horizon + " must be at least 1");
        }
        int lag = period;
        while (lag < horizon) {
            lag += period;
        }
        if (from < lag) {
            throw new IllegalArgumentException("row " + from + " has no row " + lag + " rows before it");
        }
        double[] predictions = new double[targets.size() - from];
        for (int i = 0; i < predictions.length; i++) {
            predictions[i] = targets.get(from + i - lag);
        }
        return Vector.of(predictions);
    }

    /// The same prediction, `times` times.
    static Vector constant(double prediction, int times) {
        double[] predictions = new double[times];
        Arrays.fill(predictions, prediction);
        return Vector.of(predictions);
    }

    /// Throws an [IllegalArgumentException] if no row is before row `from`, or none from there on.
    static void requireBothParts(int from, int rows) {
        if (from < 1 || from >= rows) {
            throw new IllegalArgumentException(
                    "row " + from + " doesn't divide " + rows + " rows into a past and a part to predict");
        }
    }
}
