package gradus.ml.selection;

import gradus.ml.data.split.TrainTestSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/// The loop of cross-validation: for each split, something is fitted to the training set and applied to the
/// test set.
final class SplitLoop {

    private SplitLoop() {}

    /// The result of each split.
    ///
    /// @param fit from a training set to a function of the test set
    static <X, Y, R> List<R> run(
            List<TrainTestSplit> splits, Rows<X> x, Rows<Y> y, BiFunction<X, Y, BiFunction<X, Y, R>> fit) {
        requireRows(splits, x.count(), y);
        var results = new ArrayList<R>();
        for (TrainTestSplit split : splits) {
            try {
                results.add(fit.apply(x.select(split.train()), y.select(split.train()))
                        .apply(x.select(split.test()), y.select(split.test())));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "split " + results.size() + " cannot be scored: " + e.getMessage()
                                + " (rows are numbered within its training or test set)",
                        e);
            }
        }
        return results;
    }

    private static void requireRows(List<TrainTestSplit> splits, int rows, Rows<?> y) {
        if (rows != y.count()) {
            throw new IllegalArgumentException(
                    "there are " + rows + " rows, but " + y.count() + " " + y.name() + "; each row needs one");
        }
        for (int fold = 0; fold < splits.size(); fold++) {
            int last = Math.max(
                    Arrays.stream(splits.get(fold).train()).max().orElseThrow(),
                    Arrays.stream(splits.get(fold).test()).max().orElseThrow());
            if (last >= rows) {
                throw new IllegalArgumentException("split " + fold + " contains row " + last + ", but there are only "
                        + rows + " rows; make the splits from these rows");
            }
        }
    }
}
