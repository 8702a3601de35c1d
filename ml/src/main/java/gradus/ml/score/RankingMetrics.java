package gradus.ml.score;

import gradus.ml.linalg.Vector;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Metrics for rankings, such as search results and recommendations: how well scores order n items.
///
/// The highest score has rank 1. Items with equal scores are averaged over every possible order, so nothing
/// depends on the order of the input. Every metric costs O(n·log n).
public final class RankingMetrics {

    private RankingMetrics() {}

    /// Normalised discounted cumulative gain of the top k (NDCG@k). The DCG is the sum of
    /// `gain/log₂(rank + 1)` over the first k ranks; NDCG divides it by the DCG of the best order. 1 is best.
    /// If every gain is 0 it is 1 (scikit-learn returns 0).
    ///
    /// Source: K. Järvelin and J. Kekäläinen, "Cumulated Gain-Based Evaluation of IR Techniques", ACM
    /// Transactions on Information Systems 20 (2002), 422–446.
    ///
    /// @param gains the gain (graded relevance) of each item, shape `(n)`, ≥ 0
    /// @param scores the score by which each item is ranked, shape `(n)`, finite
    /// @param k number of ranks considered, ≥ 1
    /// @throws IllegalArgumentException if lengths differ or are 0, a gain is negative, NaN or infinite, a
    ///     score is not finite, or `k` is below 1
    public static double ndcg(Vector gains, Vector scores, int k) {
        MetricPreconditions.requireSameLength("gains", gains.size(), "scores", scores.size());
        MetricPreconditions.requireFinite("gains", gains);
        MetricPreconditions.requireFinite("scores", scores);
        requirePositive(k);
        for (int i = 0; i < gains.size(); i++) {
            if (gains.get(i) < 0) {
                throw new IllegalArgumentException("gains must be at least 0, got " + gains.get(i) + " at row " + i);
            }
        }
        double largest = Arrays.stream(gains.toArray()).max().orElseThrow();
        if (largest == 0) {
            return 1;
        }
        // Relative to the largest gain, sums neither overflow nor underflow.
        Vector relative = gains.map(gain -> gain / largest);
        return Math.min(1, dcg(relative, scores, k) / dcg(relative, relative, k));
    }

    /// Reciprocal rank (RR): 1 divided by the rank of the first relevant item; 1 is best, and 0 if no item is
    /// relevant. The mean over several rankings is the mean reciprocal rank (MRR).
    ///
    /// @param relevant whether each item is relevant, shape `(n)`
    /// @param scores the score by which each item is ranked, shape `(n)`, finite
    /// @throws IllegalArgumentException if lengths differ or are 0, or a score is not finite
    public static double reciprocalRank(boolean[] relevant, Vector scores) {
        MetricPreconditions.requireSameLength("labels", relevant.length, "scores", scores.size());
        MetricPreconditions.requireFinite("scores", scores);
        int passed = 0;
        int[] order = order(scores);
        while (passed < order.length) {
            int end = endOfTie(order, scores, passed);
            int hits = 0;
            for (int i = passed; i < end; i++) {
                hits += relevant[order[i]] ? 1 : 0;
            }
            if (hits > 0) {
                return expectedReciprocalRank(passed, end - passed, hits);
            }
            passed = end;
        }
        return 0;
    }

    /// The expected reciprocal rank of the first of `hits` relevant items among `size` items in random order,
    /// which follow `passed` others.
    private static double expectedReciprocalRank(int passed, int size, int hits) {
        double mean = 0;
        double noneSoFar = 1;
        for (int rank = 0; rank <= size - hits; rank++) {
            double hit = (double) hits / (size - rank);
            mean += noneSoFar * hit / (passed + rank + 1);
            noneSoFar *= 1 - hit;
        }
        return mean;
    }

    private static double dcg(Vector gains, Vector scores, int k) {
        int[] order = order(scores);
        double total = 0;
        for (int from = 0; from < order.length && from < k; ) {
            int end = endOfTie(order, scores, from);
            double sum = 0;
            double discount = 0;
            for (int rank = from; rank < end; rank++) {
                sum += gains.get(order[rank]);
                discount += rank < k ? StrictMath.log(2) / StrictMath.log(rank + 2) : 0;
            }
            total += sum / (end - from) * discount;
            from = end;
        }
        return total;
    }

    private static int endOfTie(int[] order, Vector scores, int from) {
        int end = from + 1;
        while (end < order.length && scores.get(order[end]) == scores.get(order[from])) {
            end++;
        }
        return end;
    }

    private static int[] order(Vector scores) {
        return IntStream.range(0, scores.size())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -scores.get(row)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void requirePositive(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, got " + k);
        }
    }
}
