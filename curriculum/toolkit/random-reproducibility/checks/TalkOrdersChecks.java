package gradus.checks.random_reproducibility;

import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Metric;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Four talks in thousands of classes.
class TalkOrdersChecks {

    private static final int CLASSES = 4800;

    /// The gate. χ² sums, over the 24 orders, the squared difference from 200, divided by 200. For fair shuffles
    /// its mean is 23 and its standard deviation 6.8. With the seeds 0 to 9 the reference has 26.0 on average, from
    /// 15 to 38, and swaps with any place have 151, from 118 to 177.
    @Test
    @DisplayName("4,800 classes draw the order of four talks, and all 24 orders are about equally frequent")
    @Clause("shuffle-uniform")
    void shufflesAreFair() {
        long[] counts = new long[24];
        Metric.of("χ² of the 24 orders in 4,800 shuffles; fair ones have about 23", () -> {
                    var rng = Rng.of(Metric.seed(24));
                    Arrays.fill(counts, 0);
                    for (int i = 0; i < CLASSES; i++) {
                        counts[RngOrderChecks.rank(RngOrderChecks.shuffled(rng, new int[] {0, 1, 2, 3}))]++;
                    }
                    double expected = CLASSES / 24.0;
                    return LongStream.of(counts)
                            .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                            .sum();
                })
                .atMost(70, "fair shuffles reach 70 about once in a million times");
        IO.println("Of 4,800 classes, " + LongStream.of(counts).min().orElseThrow()
                + " drew the rarest order of talks and "
                + LongStream.of(counts).max().orElseThrow()
                + " the most frequent one. In a fair draw each gets about 200.");
    }
}
