package gradus.checks.random_reproducibility;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.SampleAssertions;
import gradus.proctor.property.Gen;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The hidden checks of shuffles, permutations and samples.
class RngOrderChecks {

    @Test
    @DisplayName("every array has the same items after a shuffle")
    @Clause("shuffle-in-place")
    void itemsStay() {
        forAll(Gen.pairs(Gen.intArrays(Gen.ints(-9, 9), 0, 40), Gen.ints(0, 1000)))
                .check(pair -> calling(
                                () -> "the items after Rng.of(" + pair.second() + ").shuffle(" + braces(pair.first())
                                        + "), sorted",
                                () -> sorted(shuffled(Rng.of(pair.second()), pair.first())))
                        .gives(sorted(pair.first()), "a shuffle changes the order and nothing else"));
    }

    @Test
    @DisplayName("a shuffle moves places, whatever the items are")
    @Clause({"shuffle-values", "seeded"})
    void valuesDontMatter() {
        forAll(Gen.pairs(Gen.intArrays(Gen.ints(-9, 9), 0, 20), Gen.ints(0, 1000)))
                .check(pair -> {
                    int[] items = pair.first();
                    int seed = pair.second();
                    calling(
                                    () -> "the items after Rng.of(" + seed + ").shuffle(" + braces(items) + ")",
                                    () -> shuffled(Rng.of(seed), items))
                            .gives(
                                    IntStream.of(shuffled(
                                                    Rng.of(seed),
                                                    IntStream.range(0, items.length)
                                                            .toArray()))
                                            .map(place -> items[place])
                                            .toArray(),
                                    "with the same seed, the numbers 0, 1, 2, … move from and to the same places");
                });
    }

    @Test
    @DisplayName("two items stay in place half of the time")
    @Clause("shuffle-uniform")
    void twoItems() {
        var rng = Rng.of(22);
        long stayed = RngBoundChecks.counts(2, 10_000, () -> shuffled(rng, new int[] {0, 1})[0])[0];
        SampleAssertions.hasProportion(
                "shuffles that leave {0, 1} as it was",
                stayed,
                10_000,
                0.5,
                "two items have two orders, and both are equally likely");
    }

    @Test
    @DisplayName("all 24 orders of four items are equally likely")
    @Clause("shuffle-uniform")
    void twentyFourOrders() {
        var rng = Rng.of(1938);
        long[] counts = RngBoundChecks.counts(24, 48_000, () -> rank(shuffled(rng, new int[] {0, 1, 2, 3})));
        equallyLikely("among 48,000 shuffles of {0, 1, 2, 3}", counts, 4, 48_000);
    }

    @Test
    @DisplayName("each of seven items is equally often at each place")
    @Clause("shuffle-uniform")
    void sevenPlaces() {
        var rng = Rng.of(1964);
        long[][] counts = new long[7][7];
        int[] items = {0, 1, 2, 3, 4, 5, 6};
        for (int call = 0; call < 7000; call++) {
            int[] order = shuffled(rng, items);
            for (int place = 0; place < 7; place++) {
                counts[order[place]][place]++;
            }
        }
        for (int item = 0; item < 7; item++) {
            for (int place = 0; place < 7; place++) {
                SampleAssertions.hasProportion(
                        "shuffles of {0, 1, 2, 3, 4, 5, 6} that put " + item + " at index " + place,
                        counts[item][place],
                        7000,
                        1.0 / 7,
                        "every item is equally often at every place");
            }
        }
    }

    @Test
    @DisplayName("a long array is shuffled up to its ends")
    @Clause("shuffle-uniform")
    void longArrays() {
        for (int n : new int[] {150, 1000}) {
            int[] items = IntStream.range(0, n).toArray();
            Rng rng = Rng.of(n);
            calling(
                            () -> "how many items stay where they are, in 20 shuffles of 0 to " + (n - 1),
                            () -> IntStream.range(0, 20)
                                    .mapToObj(_ -> shuffled(rng, items))
                                    .mapToLong(order -> IntStream.range(0, n)
                                            .filter(place -> order[place] == place)
                                            .count())
                                    .sum())
                    .satisfies(stayed -> stayed <= 60, "at most 60", "in each shuffle one item stays, on average");
        }
    }

    @Test
    @DisplayName("one shuffle says nothing about the next")
    @Clause({"independent", "seeded"})
    void shufflesAreIndependent() {
        var rng = Rng.of(5);
        long[] counts = RngBoundChecks.counts(
                4, 12_000, () -> 2 * shuffled(rng, new int[] {0, 1})[0] + shuffled(rng, new int[] {0, 1})[0]);
        for (int i = 0; i < 4; i++) {
            SampleAssertions.hasProportion(
                    "two shuffles of {0, 1} in a row with " + i / 2 + " and then " + i % 2 + " in front",
                    counts[i],
                    12_000,
                    0.25,
                    "all four pairs are equally likely");
        }
    }

    @Test
    @DisplayName("a permutation of any n has every number once")
    @Clause("permutation")
    void permutationHasAll() {
        forAll(Gen.pairs(Gen.ints(0, 60), Gen.ints(0, 1000)))
                .check(pair -> calling(
                                () -> "the numbers of Rng.of(" + pair.second() + ").permutation(" + pair.first()
                                        + "), sorted",
                                () -> sorted(Rng.of(pair.second()).permutation(pair.first())))
                        .gives(IntStream.range(0, pair.first()).toArray(), "the numbers from 0 to n − 1, each once"));
    }

    @Test
    @DisplayName("all six permutations of three numbers are equally likely")
    @Clause({"permutation", "independent"})
    void sixPermutations() {
        var rng = Rng.of(6);
        long[] counts = RngBoundChecks.counts(6, 18_000, () -> rank(rng.permutation(3)));
        equallyLikely("among 18,000 calls of rng.permutation(3)", counts, 3, 18_000);
    }

    @Test
    @DisplayName("a permutation of fewer than 0 numbers is refused")
    @Clause("permutation-negative")
    void negativeSize() {
        forAll(Gen.ints(-100, -1))
                .cases(30)
                .check(n -> calling(
                                () -> "rng.permutation(" + n + ")",
                                () -> Rng.of(1).permutation(n))
                        .fails(IllegalArgumentException.class, "an array has at least 0 numbers"));
    }

    @Test
    @DisplayName("a sample of any size has different numbers below n")
    @Clause("sample-distinct")
    void sampleIsDistinct() {
        forAll(Gen.sizes(1, 40)
                        .flatMap(n -> Gen.pairs(Gen.ints(0, n), Gen.ints(0, 1000))
                                .map(pair -> new int[] {n, pair.first(), pair.second()})))
                .check(c -> calling(
                                () -> "Rng.of(" + c[2] + ").sample(" + c[0] + ", " + c[1] + ")",
                                () -> Rng.of(c[2]).sample(c[0], c[1]))
                        .satisfies(
                                got -> got.length == c[1]
                                        && IntStream.of(got).distinct().count() == c[1]
                                        && IntStream.of(got).allMatch(i -> i >= 0 && i < c[0]),
                                c[1] + " different numbers from 0 to " + (c[0] - 1),
                                "sampling without replacement draws nothing twice"));
    }

    @Test
    @DisplayName("all twenty samples of two out of five are equally likely")
    @Clause({"sample-uniform", "independent"})
    void twentySamples() {
        var rng = Rng.of(21);
        long[] counts = RngBoundChecks.counts(25, 20_000, () -> {
            int[] drawn = rng.sample(5, 2);
            return drawn.length == 2 ? 5 * drawn[0] + drawn[1] : -1;
        });
        for (int i = 0; i < 25; i++) {
            if (i / 5 != i % 5) {
                SampleAssertions.hasProportion(
                        i / 5 + ", " + i % 5 + " among the results of rng.sample(5, 2)",
                        counts[i],
                        20_000,
                        0.05,
                        "every pair of different numbers is equally likely, in both orders");
            }
        }
    }

    @Test
    @DisplayName("a sample of fewer than 0 or more than n numbers is refused")
    @Clause("sample-size")
    void sampleTooLarge() {
        forAll(Gen.pairs(Gen.ints(-3, 20), Gen.ints(-5, 40))
                        .filter(pair -> pair.second() < 0 || pair.second() > pair.first()))
                .check(pair -> calling(
                                () -> "rng.sample(" + pair.first() + ", " + pair.second() + ")",
                                () -> Rng.of(1).sample(pair.first(), pair.second()))
                        .fails(
                                IllegalArgumentException.class,
                                "there are not that many different numbers from 0 to n − 1"));
    }

    private static void equallyLikely(String where, long[] counts, int n, long draws) {
        for (int i = 0; i < counts.length; i++) {
            SampleAssertions.hasProportion(
                    "the order " + braces(unranked(i, n)) + " " + where,
                    counts[i],
                    draws,
                    1.0 / counts.length,
                    "all " + counts.length + " orders are equally likely");
        }
    }

    /// The number of an order among all orders of the numbers 0 to n − 1, from 0 in the order of a dictionary;
    /// −1 if they aren't these numbers.
    static int rank(int[] order) {
        int rank = 0;
        for (int i = 0; i < order.length; i++) {
            int smaller = 0;
            for (int j = 0; j < order.length; j++) {
                if (order[i] < 0 || order[i] >= order.length || i != j && order[i] == order[j]) {
                    return -1;
                }
                smaller += j > i && order[j] < order[i] ? 1 : 0;
            }
            rank = rank * (order.length - i) + smaller;
        }
        return rank;
    }

    /// The order with this number.
    static int[] unranked(int rank, int n) {
        int[] order = new int[n];
        int rest = rank;
        for (int i = n - 1; i >= 0; i--) {
            order[i] = rest % (n - i);
            rest /= n - i;
            for (int j = i + 1; j < n; j++) {
                order[j] += order[j] >= order[i] ? 1 : 0;
            }
        }
        return order;
    }

    static int[] shuffled(Rng rng, int[] items) {
        int[] copy = items.clone();
        rng.shuffle(copy);
        return copy;
    }

    private static int[] sorted(int[] items) {
        int[] copy = items.clone();
        Arrays.sort(copy);
        return copy;
    }

    private static String braces(int[] items) {
        return Arrays.toString(items).replace('[', '{').replace(']', '}');
    }
}
