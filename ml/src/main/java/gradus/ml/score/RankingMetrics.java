package gradus.ml.score;

import gradus.ml.linalg.Vector;
import java.util.Comparator;
import java.util.stream.IntStream;

/// How good the order is into which scores bring n things: search results, recommendations.
///
/// The highest score comes first. Things of one score are taken in every order, and the mean of all is
/// given, so that nothing depends on how they happen to lie. Every score costs O(n·log n).
public final class RankingMetrics {

    private RankingMetrics() {}

    /// The normalised discounted cumulative gain of the first k: each thing is worth its gain, divided by
    /// the logarithm of its place; all that, divided by what the best order would give. 1 is best; where
    /// every gain is 0, it is 1.
    ///
    /// Source: K. Järvelin and J. Kekäläinen, "Cumulated Gain-Based Evaluation of IR Techniques", ACM
    /// Transactions on Information Systems 20 (2002), 422–446.
    ///
    /// @param gains what each is worth, shape `(n)`, 0 or more
    /// @param scores where it is put, shape `(n)`, finite
    /// @param k how many are looked at, at least 1
    /// @throws IllegalArgumentException if lengths differ, a gain is negative, NaN or infinite, or a
    ///     score is not finite
    public static double ndcg(Vector gains, Vector scores, int k) {
        MetricPreconditions.requireSameLength("gains", gains.size(), "scores", scores.size());
        MetricPreconditions.requireFinite("gains", gains);
        MetricPreconditions.requireFinite("scores", scores);
        requirePositive(k);
        for (int i = 0; i < gains.size(); i++) {
            if (gains.get(i) < 0) {
                throw new IllegalArgumentException("gains are 0 or more, got " + gains.get(i) + " at row " + i);
            }
        }
        double best = dcg(gains, gains, k);
        return best == 0 ? 1 : dcg(gains, scores, k) / best;
    }

    /// One over the place of the first thing that is right; 1 is best, and where nothing is right it is
    /// 0. Of several lists, take the mean.
    ///
    /// @param relevant which things are right, shape `(n)`
    /// @param scores where each is put, shape `(n)`, finite
    /// @throws IllegalArgumentException if lengths differ, or a score is not finite
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

    /// The mean of one over the place of the first of `hits` among `size` things in random order behind
    /// `passed`.
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
                discount += rank < k ? Math.log(2) / Math.log(rank + 2) : 0;
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
            throw new IllegalArgumentException("at least the first place is looked at, got k = " + k);
        }
    }
}
