package gradus.checks.random_reproducibility;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.SampleAssertions;
import gradus.proctor.property.Gen;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The hidden checks of numbers below a bound, and what the other hidden checks share: counts, and generators
/// whose next draws are as extreme as can be.
class RngBoundChecks {

    private static final Gen<Integer> BOUNDS =
            Gen.anyOf(Gen.ints(1, 20), Gen.ints(1, Integer.MAX_VALUE), Gen.oneOf(Integer.MAX_VALUE, 1 << 30));

    @Test
    @DisplayName("nextInt is from 0 to bound − 1 for every bound and seed")
    @Clause({"bound-uniform", "bound-precise"})
    void inRange() {
        forAll(Gen.pairs(BOUNDS, Gen.ints(-1000, 1000))).check(pair -> {
            int bound = pair.first();
            var rng = Rng.of(pair.second());
            for (int call = 0; call < 10; call++) {
                calling(
                                () -> "nextInt(" + bound + ") of a generator with seed " + pair.second(),
                                () -> rng.nextInt(bound))
                        .satisfies(
                                got -> got >= 0 && got < bound,
                                "a number from 0 to " + (bound - 1),
                                "it's a number below the bound, and not below 0");
            }
        });
    }

    @Test
    @DisplayName("every number below a bound is equally likely")
    @Clause("bound-uniform")
    void uniform() {
        forAll(Gen.ints(2, 12)).cases(10).shrinkingCalls(10).check(bound -> {
            var rng = Rng.of(60 + bound);
            long[] counts = counts(bound, 2000 * bound, () -> rng.nextInt(bound));
            for (int i = 0; i < bound; i++) {
                SampleAssertions.hasProportion(
                        i + " among the results of rng.nextInt(" + bound + ")",
                        counts[i],
                        2000L * bound,
                        1.0 / bound,
                        "all " + bound + " numbers are equally likely");
            }
        });
    }

    @Test
    @DisplayName("a bound of more than a billion doesn't favour small numbers")
    @Clause({"bound-precise", "bound-uniform"})
    void largeBound() {
        for (int bound : new int[] {3 << 29, (1 << 30) + 1}) {
            var rng = Rng.of(bound);
            long low = 0;
            long odd = 0;
            for (int call = 0; call < 10_000; call++) {
                int got = rng.nextInt(bound);
                low += got < bound / 2 ? 1 : 0;
                odd += got % 2 != 0 ? 1 : 0;
            }
            String results = " among the results of rng.nextInt(" + bound + ")";
            SampleAssertions.hasProportion(
                    "numbers below half of the bound" + results, low, 10_000, 0.5, "they are half of all numbers");
            SampleAssertions.hasProportion("odd numbers" + results, odd, 10_000, 0.5, "they are half of all numbers");
        }
    }

    @Test
    @DisplayName("nextInt stays in its range for the most extreme draws")
    @Clause({"every-draw", "bound-uniform"})
    void extremeDraws() {
        for (long bits : new long[] {Long.MIN_VALUE, 0, -1, Long.MAX_VALUE}) {
            forAll(BOUNDS)
                    .cases(40)
                    .check(bound -> calling(
                                    () -> "rng.nextInt(" + bound + "), where the next nextLong() is " + bits,
                                    () -> drawing(bits, bits).nextInt(bound))
                            .satisfies(
                                    got -> got >= 0 && got < bound,
                                    "a number from 0 to " + (bound - 1),
                                    "that draw is rare, but possible"));
        }
    }

    @Test
    @DisplayName("one number below a bound says nothing about the next")
    @Clause("independent")
    void pairsAreIndependent() {
        var rng = Rng.of(17);
        long[] counts = counts(16, 32_000, () -> 4 * rng.nextInt(4) + rng.nextInt(4));
        for (int i = 0; i < 16; i++) {
            SampleAssertions.hasProportion(
                    i / 4 + " and then " + i % 4 + " among pairs of results of rng.nextInt(4)",
                    counts[i],
                    32_000,
                    1.0 / 16,
                    "all 16 pairs are equally likely");
        }
    }

    @Test
    @DisplayName("a bound of 0 or below is refused")
    @Clause("bound-positive")
    void boundsBelowOne() {
        forAll(Gen.anyOf(Gen.ints(-9, 0), Gen.ints(Integer.MIN_VALUE, 0), Gen.oneOf(Integer.MIN_VALUE, -2)))
                .check(bound -> calling(
                                () -> "rng.nextInt(" + bound + ")",
                                () -> Rng.of(1).nextInt(bound))
                        .fails(IllegalArgumentException.class, "no number is from 0 to the bound − 1"));
    }

    /// How often each number from 0 to `categories - 1` comes up. Another number is counted with none.
    static long[] counts(int categories, int draws, IntSupplier draw) {
        long[] counts = new long[categories];
        for (int i = 0; i < draws; i++) {
            int category = draw.getAsInt();
            if (category >= 0 && category < categories) {
                counts[category]++;
            }
        }
        return counts;
    }

    /// A generator whose next two draws are `first` and, up to its lowest eleven bits, `second`. These bits
    /// don't count in `nextInt()` and `nextDouble()`. Such a draw comes once in 2⁶⁴ times, so it's made by
    /// running SplitMix64 backwards.
    static Rng drawing(long first, long second) {
        for (long bits = 0; bits < 2048; bits++) {
            long gamma = unmixed(second ^ bits) - unmixed(first);
            if (gamma % 2 != 0) {
                var state = new Rng.State(unmixed(first) - gamma, gamma, Double.NaN);
                var twin = Rng.from(state);
                if (twin.nextLong() == first && (twin.nextLong() ^ second) == bits) {
                    return Rng.from(state);
                }
            }
        }
        throw new IllegalStateException("no generator draws " + first + " and then " + second);
    }

    private static long unmixed(long z) {
        long y = z ^ (z >>> 31) ^ (z >>> 62);
        y *= inverse(0x94d049bb133111ebL);
        y = y ^ (y >>> 27) ^ (y >>> 54);
        y *= inverse(0xbf58476d1ce4e5b9L);
        return y ^ (y >>> 30) ^ (y >>> 60);
    }

    /// The inverse of an odd number modulo 2⁶⁴, by Newton's method.
    private static long inverse(long odd) {
        long x = odd;
        for (int step = 0; step < 6; step++) {
            x *= 2 - odd * x;
        }
        return x;
    }
}
