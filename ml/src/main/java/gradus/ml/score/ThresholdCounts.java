package gradus.ml.score;

import gradus.ml.linalg.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What is found as the threshold goes down: after each different score, how many rows of each kind are
/// at or above it.
///
/// Rows of one score are passed together. To let them in one by one would make a curve depend on the
/// order in which they happen to lie.
record ThresholdCounts(List<Counts> counts, int positiveCount, int negativeCount) {

    record Counts(double threshold, int truePositives, int falsePositives) {}

    static ThresholdCounts of(boolean[] positive, Vector scores) {
        MetricPreconditions.requireBothClasses(positive, scores, "scores");
        List<Integer> order = IntStream.range(0, positive.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -scores.get(row)))
                .toList();
        var counts = new ArrayList<Counts>();
        int truePositives = 0;
        int falsePositives = 0;
        for (int i = 0; i < order.size(); i++) {
            int row = order.get(i);
            truePositives += positive[row] ? 1 : 0;
            falsePositives += positive[row] ? 0 : 1;
            boolean last = i + 1 == order.size() || scores.get(order.get(i + 1)) != scores.get(row);
            if (last) {
                counts.add(new Counts(scores.get(row), truePositives, falsePositives));
            }
        }
        return new ThresholdCounts(List.copyOf(counts), truePositives, falsePositives);
    }
}
