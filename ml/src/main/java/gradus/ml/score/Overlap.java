package gradus.ml.score;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many of n rows each cluster of one division has in common with each of another; only pairs that
/// have any. Of a division with itself, these are the sizes of its clusters.
record Overlap(Collection<Integer> sizes, int rows) {

    static Overlap of(int[] one, int[] other) {
        Inputs.requireSame("labels", one.length, "clusters", other.length);
        Map<Pair, Integer> sizes = new LinkedHashMap<>();
        for (int row = 0; row < one.length; row++) {
            sizes.merge(new Pair(one[row], other[row]), 1, Integer::sum);
        }
        return new Overlap(sizes.values(), one.length);
    }

    private record Pair(int one, int other) {}

    /// The number of pairs of rows that are together in both divisions.
    double pairs() {
        return sizes.stream().mapToDouble(Overlap::pairs).sum();
    }

    static double pairs(double count) {
        return count * (count - 1) / 2;
    }

    /// The information in knowing where a row is in both, in nats.
    double entropy() {
        return sizes.stream()
                .mapToDouble(size -> -(double) size / rows * Math.log((double) size / rows))
                .sum();
    }
}
