package gradus.checks.random_reproducibility;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Purity.seeded;

import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.SampleAssertions;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The visible checks: run them in your IDE as often as you like.
class RngTest {

    @Test
    @DisplayName("nextInt(3) gives 0, 1 and 2, and nothing else")
    @Clause("bound-uniform")
    void boundOfThree() {
        var rng = Rng.of(1);
        calling(
                        "the numbers that come up in 300 calls of rng.nextInt(3)",
                        () -> IntStream.range(0, 300)
                                .map(_ -> rng.nextInt(3))
                                .distinct()
                                .sorted()
                                .toArray())
                .gives(new int[] {0, 1, 2}, "the numbers below 3, from 0 on");
    }

    @Test
    @DisplayName("nextInt of bound 0 is refused")
    @Clause("bound-positive")
    void boundOfZero() {
        calling("Rng.of(1).nextInt(0)", () -> Rng.of(1).nextInt(0))
                .fails(IllegalArgumentException.class, "there's no number from 0 to −1");
    }

    @Test
    @DisplayName("a shuffle reorders its array and keeps every item")
    @Clause("shuffle-in-place")
    void shuffleKeepsItems() {
        for (int[] items : new int[][] {{}, {7}, {1, 2}, {5, 5, 1, 0, -3, 9}}) {
            calling(
                            () -> "the items after rng.shuffle(" + braces(items) + "), sorted",
                            () -> sorted(shuffled(Rng.of(3), items)))
                    .gives(sorted(items), "a shuffle changes the order and nothing else");
        }
        int[] all = IntStream.range(0, 100).toArray();
        calling(
                        "whether 100 items are in another order after rng.shuffle(items)",
                        () -> !Arrays.equals(all, shuffled(Rng.of(3), all)))
                .gives(true, "the array itself is reordered, and 100 items are never all in place again");
    }

    @Test
    @DisplayName("a permutation of 5 has the numbers 0 to 4")
    @Clause("permutation")
    void permutationOfFive() {
        calling(
                        "the numbers of rng.permutation(5), sorted",
                        () -> sorted(Rng.of(2).permutation(5)))
                .gives(new int[] {0, 1, 2, 3, 4}, "each once");
        calling("rng.permutation(0)", () -> Rng.of(2).permutation(0)).gives(new int[0], "no numbers have one order");
    }

    @Test
    @DisplayName("a sample of 3 out of 5 has three different numbers")
    @Clause("sample-distinct")
    void sampleOfThree() {
        for (long seed = 0; seed < 20; seed++) {
            long number = seed;
            calling(
                            () -> "Rng.of(" + number + ").sample(5, 3)",
                            () -> Rng.of(number).sample(5, 3))
                    .satisfies(
                            got -> got.length == 3
                                    && IntStream.of(got).distinct().count() == 3
                                    && IntStream.of(got).allMatch(i -> i >= 0 && i < 5),
                            "three different numbers from 0 to 4",
                            "sampling without replacement draws nothing twice");
        }
        calling("rng.sample(5, 0)", () -> Rng.of(1).sample(5, 0)).gives(new int[0], "nothing is drawn");
    }

    @Test
    @DisplayName("choice returns an index of positive weight")
    @Clause("choice-zero")
    void choiceOfTheOnlyOne() {
        var rng = Rng.of(4);
        calling(
                        "the indices that come up in 300 calls of rng.choice({3, 1, 0, 6})",
                        () -> IntStream.range(0, 300)
                                .map(_ -> rng.choice(new double[] {3, 1, 0, 6}))
                                .distinct()
                                .sorted()
                                .toArray())
                .gives(new int[] {0, 1, 3}, "index 2 has weight 0");
    }

    @Test
    @DisplayName("10,000 normal numbers have mean 0 and variance 1")
    @Clause("gaussian")
    void gaussianMoments() {
        double[] x = RngTest.gaussians(Rng.of(9), 10_000);
        SampleAssertions.hasMean("10,000 calls of rng.gaussian()", x, 0, 1, "the bell curve is centred at 0");
        SampleAssertions.hasVariance("10,000 calls of rng.gaussian()", x, 1, "its standard deviation is 1");
    }

    @Test
    @DisplayName("the same seed gives the same order, another seed another one")
    @Clause("seeded")
    void shuffleIsSeeded() {
        int[] items = IntStream.range(0, 20).toArray();
        seeded(
                seed -> "the items 0 to 19 after Rng.of(" + seed + ").shuffle(items)",
                seed -> shuffled(Rng.of(seed), items));
    }

    private static int[] shuffled(Rng rng, int[] items) {
        int[] copy = items.clone();
        rng.shuffle(copy);
        return copy;
    }

    private static int[] sorted(int[] items) {
        return IntStream.of(items).sorted().toArray();
    }

    private static double[] gaussians(Rng rng, int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = rng.gaussian();
        }
        return x;
    }

    private static String braces(int[] items) {
        return Arrays.toString(items).replace('[', '{').replace(']', '}');
    }
}
