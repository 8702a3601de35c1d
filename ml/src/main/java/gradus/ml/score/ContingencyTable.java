package gradus.ml.score;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many of n rows each cluster of one division has in common with each of another; only pairs that
/// have any. Of a division with itself, these are the sizes of its clusters.
record ContingencyTable(Collection<Integer> counts, int rows) {

    static ContingencyTable of(int[] first, int[] second) {
        MetricPreconditions.requireSameLength("labels", first.length, "clusters", second.length);
        Map<Cell, Integer> counts = new LinkedHashMap<>();
        for (int row = 0; row < first.length; row++) {
            counts.merge(new Cell(first[row], second[row]), 1, Integer::sum);
        }
        return new ContingencyTable(counts.values(), first.length);
    }

    private record Cell(int one, int other) {}

    /// The number of pairs of rows that are together in both divisions.
    double pairCount() {
        return counts.stream().mapToDouble(ContingencyTable::pairCount).sum();
    }

    static double pairCount(double count) {
        return count * (count - 1) / 2;
    }

    /// The information in knowing where a row is in both, in nats.
    double jointEntropy() {
        return counts.stream()
                .mapToDouble(size -> -(double) size / rows * Math.log((double) size / rows))
                .sum();
    }
}
