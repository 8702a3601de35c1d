package gradus.ml.score;

import gradus.ml.linalg.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// True and false positives for each distinct score as the threshold, in descending order: numbers of rows,
/// or sums of their weights.
///
/// Rows with equal scores are added together. Adding them one by one would make a curve depend on the order
/// of the rows.
record ThresholdCounts(List<Counts> counts, double positiveCount, double negativeCount) {

    record Counts(double threshold, double truePositives, double falsePositives) {}

    static ThresholdCounts of(boolean[] positive, Vector scores, Vector weights) {
        MetricPreconditions.requireBothClasses(positive, scores, weights);
        List<Integer> order = IntStream.range(0, positive.length)
                .filter(row -> weights.get(row) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -scores.get(row)))
                .toList();
        var counts = new ArrayList<Counts>();
        double truePositives = 0;
        double falsePositives = 0;
        for (int i = 0; i < order.size(); i++) {
            int row = order.get(i);
            truePositives += positive[row] ? weights.get(row) : 0;
            falsePositives += positive[row] ? 0 : weights.get(row);
            boolean last = i + 1 == order.size() || scores.get(order.get(i + 1)) != scores.get(row);
            if (last) {
                counts.add(new Counts(scores.get(row), truePositives, falsePositives));
            }
        }
        return new ThresholdCounts(List.copyOf(counts), truePositives, falsePositives);
    }
}
