package gradus.ml.score;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// Contingency table: the number of rows that each cluster of one clustering shares with each cluster of
/// another, without the zeros. For a clustering and itself, these are its cluster sizes.
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

    /// The number of pairs of rows that are together in both clusterings.
    double pairCount() {
        return counts.stream().mapToDouble(ContingencyTable::pairCount).sum();
    }

    static double pairCount(double count) {
        return count * (count - 1) / 2;
    }

    /// The joint entropy of both clusterings, in nats.
    double jointEntropy() {
        return counts.stream()
                .mapToDouble(size -> -(double) size / rows * StrictMath.log((double) size / rows))
                .sum();
    }
}
