package gradus.ml.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every seed is fixed, so no test here passes by luck today and fails tomorrow.
class RngTest {

    /// Computed by a program of its own, in Python, from the definition of SplitMix64.
    @Test
    void theNumbersAreThoseOfSplitMix64() {
        assertThat(Rng.of(0).longs(5))
                .containsExactly(
                        0xe220a8397b1dcdafL,
                        0x6e789e6aa1b965f4L,
                        0x06c45d188009454fL,
                        0xf88bb8a8724c81ecL,
                        0x1b39896a51a8749bL);
        assertThat(Rng.of(1234567).longs(5))
                .containsExactly(
                        6457827717110365317L,
                        3203168211198807973L,
                        0x883ebce5a3f27c77L,
                        4593380528125082431L,
                        0xe3b8346708cb5ecdL);
        assertThat(Rng.of(-1).longs(3)).containsExactly(0xe4d971771b652c20L, 0xe99ff867dbf682c9L, 0x382ff84cb27281e9L);
    }

    @Test
    void theSameSeedGivesTheSameNumbersWhateverIsDrawn() {
        assertThat(everyKindOfDraw(Rng.of(5))).isEqualTo(everyKindOfDraw(Rng.of(5)));
        assertThat(everyKindOfDraw(Rng.of(5))).isNotEqualTo(everyKindOfDraw(Rng.of(6)));
    }

    private static String everyKindOfDraw(Rng rng) {
        return rng.nextInt() + " " + rng.nextInt(7) + " " + rng.nextInt(8) + " " + rng.nextDouble() + " "
                + rng.nextBoolean() + " " + rng.gaussian() + " " + rng.nextGaussian() + " "
                + rng.choice(new double[] {1, 2}) + " " + Arrays.toString(rng.permutation(5)) + " "
                + Arrays.toString(rng.sample(9, 3)) + " " + rng.split().nextLong() + " " + rng.nextLong();
    }

    @Test
    void aStateResumesTheStreamBitForBitSpareGaussianIncluded() {
        var rng = Rng.of(11);
        rng.split();
        rng.gaussian();
        var state = rng.state();
        assertThat(state.spare()).as("the second Gaussian of a pair").isNotNaN();
        double[] expected = gaussians(rng, 1001);
        assertThat(gaussians(Rng.from(state), 1001)).isEqualTo(expected);
        assertThat(Rng.from(rng.state()).state()).isEqualTo(rng.state());
    }

    @Test
    void takingTheStateDrawsNothing() {
        var watched = Rng.of(3);
        var other = Rng.of(3);
        watched.state();
        assertThat(watched.nextLong()).isEqualTo(other.nextLong());
    }

    @Test
    void anImpossibleStateIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rng.from(new Rng.State(1, 2, Double.NaN)))
                .withMessageContaining("odd, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rng.from(new Rng.State(1, 3, Double.POSITIVE_INFINITY)))
                .withMessageContaining("finite, or NaN if there is none, got Infinity");
    }

    @Test
    void aSplitTakesTwoDrawsOfItsParentHoweverMuchTheChildDraws() {
        var parent = Rng.of(8);
        var twin = Rng.of(8);
        var child = parent.split();
        child.longs(1000).sum();
        child.split();
        twin.nextLong();
        twin.nextLong();
        assertThat(parent.longs(10)).containsExactly(twin.longs(10).boxed().toArray(Long[]::new));
    }

    @Test
    void streamsThatWereSplitAreNotCorrelated() {
        var parent = Rng.of(2014);
        int n = 20_000;
        double[][] streams = new double[6][];
        for (int i = 0; i < 5; i++) {
            streams[i] = gaussians(parent.split(), n);
        }
        streams[5] = gaussians(parent, n);
        for (int i = 0; i < streams.length; i++) {
            for (int j = 0; j < i; j++) {
                for (int lag = 0; lag < 3; lag++) {
                    double sum = 0;
                    for (int k = lag; k < n; k++) {
                        sum += streams[i][k] * streams[j][k - lag];
                    }
                    assertThat(sum / Math.sqrt(n - lag))
                            .as("streams %d and %d, %d apart, in standard errors", i, j, lag)
                            .isBetween(-4.5, 4.5);
                }
            }
        }
    }

    @Test
    void splitsOfSplitsAllDiffer() {
        var rng = Rng.of(77);
        long different = IntStream.range(0, 1000)
                .mapToLong(i -> rng.split().split().nextLong())
                .distinct()
                .count();
        assertThat(different).isEqualTo(1000);
    }

    /// With 23 degrees of freedom, chi-square is above 58.6 once in 16 000 times.
    @Test
    void all24PermutationsOfFourElementsAreEquallyLikely() {
        var rng = Rng.of(1964);
        var counts = new HashMap<String, Integer>();
        for (int i = 0; i < 48_000; i++) {
            counts.merge(Arrays.toString(rng.permutation(4)), 1, Integer::sum);
        }
        assertThat(counts).hasSize(24);
        assertThat(chiSquare(counts.values().stream().mapToInt(c -> c).toArray()))
                .isBetween(5.0, 58.6);
    }

    @Test
    void aShuffleKeepsTheElements() {
        int[] items = {5, 5, 1, 0, -3, 9};
        Rng.of(1).shuffle(items);
        assertThat(items).containsExactlyInAnyOrder(5, 5, 1, 0, -3, 9);
        int[] none = {};
        Rng.of(1).shuffle(none);
        assertThat(Rng.of(1).permutation(0)).isEmpty();
        assertThat(Rng.of(1).permutation(1)).containsExactly(0);
    }

    @Test
    void everySetOfTwoOutOfFiveIsEquallyLikelyInBothOrders() {
        var rng = Rng.of(21);
        int[] counts = new int[25];
        for (int i = 0; i < 20_000; i++) {
            int[] drawn = rng.sample(5, 2);
            counts[5 * drawn[0] + drawn[1]]++;
        }
        assertThat(IntStream.range(0, 5).map(i -> counts[6 * i])).containsOnly(0);
        assertThat(chiSquare(IntStream.of(counts).filter(c -> c > 0).toArray())).isBetween(3.0, 53.0);
    }

    @Test
    void choicesAreProportionalToTheirWeightsAndNeverOfWeightZero() {
        var rng = Rng.of(99);
        double[] weights = {0, 3, 0, 1, 6, 0};
        int n = 100_000;
        int[] counts = new int[weights.length];
        for (int i = 0; i < n; i++) {
            counts[rng.choice(weights)]++;
        }
        for (int i = 0; i < weights.length; i++) {
            double p = weights[i] / 10;
            assertThat((double) counts[i]).as("choice %d", i).isCloseTo(n * p, within(5 * Math.sqrt(n * p * (1 - p))));
        }
    }

    @Test
    void aChoiceIsRightForTheSmallestAndTheLargestWeights() {
        var rng = Rng.of(4);
        for (int i = 0; i < 100; i++) {
            assertThat(rng.choice(new double[] {0, Double.MIN_VALUE, 0})).isEqualTo(1);
            assertThat(rng.choice(new double[] {0, Double.MAX_VALUE, 0})).isEqualTo(1);
        }
    }

    @Test
    void invalidWeightsAreRejected() {
        var rng = Rng.of(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rng.choice(new double[] {1, -0.5}))
                .withMessageContaining("got -0.5 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rng.choice(new double[] {Double.NaN}))
                .withMessageContaining("got NaN at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rng.choice(new double[] {0, 0}))
                .withMessageContaining("got 0.0 for 2 weights");
        assertThatIllegalArgumentException().isThrownBy(() -> rng.choice(new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rng.choice(new double[] {Double.MAX_VALUE, Double.MAX_VALUE}))
                .withMessageContaining("got Infinity for 2 weights");
    }

    @Test
    void gaussianNumbersHaveTheMomentsOfTheNormalDistribution() {
        int n = 100_000;
        double[] x = gaussians(Rng.of(1809), n);
        // The variances of x, x², x³ and x⁴ are 1, 2, 15 and 96.
        assertThat(moment(x, 1)).isCloseTo(0, within(5 * Math.sqrt(1.0 / n)));
        assertThat(moment(x, 2)).isCloseTo(1, within(5 * Math.sqrt(2.0 / n)));
        assertThat(moment(x, 3)).isCloseTo(0, within(5 * Math.sqrt(15.0 / n)));
        assertThat(moment(x, 4)).isCloseTo(3, within(5 * Math.sqrt(96.0 / n)));
    }

    @Test
    void theTwoGaussiansOfAPairAreNotCorrelated() {
        int n = 100_000;
        double[] x = gaussians(Rng.of(12), n);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i += 2) {
            sum += x[i] * x[i + 1];
            squares += (x[i] * x[i] - 1) * (x[i + 1] * x[i + 1] - 1);
        }
        assertThat(sum).isCloseTo(0, within(5 * Math.sqrt(n / 2.0)));
        assertThat(squares).isCloseTo(0, within(5 * Math.sqrt(4 * n / 2.0)));
    }

    @Test
    void uniformNumbersFillTheirRangeEvenly() {
        var rng = Rng.of(31);
        int[] counts = new int[100];
        for (int i = 0; i < 100_000; i++) {
            double x = rng.nextDouble();
            assertThat(x).isGreaterThanOrEqualTo(0).isLessThan(1);
            counts[(int) (100 * x)]++;
        }
        assertThat(chiSquare(counts)).isBetween(50.0, 165.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 100})
    void everyNumberBelowABoundIsEquallyLikely(int bound) {
        var rng = Rng.of(bound);
        int[] counts = new int[bound];
        for (int i = 0; i < 1000 * bound; i++) {
            counts[rng.nextInt(bound)]++;
        }
        assertThat(chiSquare(counts)).isLessThan(bound + 5 * Math.sqrt(2.0 * bound) + 10);
    }

    /// A remainder of 31 bits by 3·2²⁹ would fall into the lower half of the range five times out of eight.
    @Test
    void aLargeBoundDoesNotFavourSmallNumbers() {
        var rng = Rng.of(1);
        int bound = 3 << 29;
        long low = IntStream.range(0, 10_000)
                .map(i -> rng.nextInt(bound))
                .filter(x -> x < bound / 2)
                .count();
        assertThat(low).isBetween(4750L, 5250L);
        assertThat(rng.nextInt(Integer.MAX_VALUE)).isBetween(0, Integer.MAX_VALUE - 1);
    }

    @Test
    void argumentsOutOfRangeAreRejected() {
        var rng = Rng.of(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rng.sample(3, 4))
                .withMessage("size must be between 0 and n = 3, got 4");
        assertThatIllegalArgumentException().isThrownBy(() -> rng.sample(3, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rng.permutation(-1))
                .withMessageContaining("at least 0, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rng.nextInt(0))
                .withMessageContaining("at least 1, got 0");
    }

    private static double[] gaussians(Rng rng, int n) {
        double[] x = new double[n];
        Arrays.setAll(x, i -> rng.gaussian());
        return x;
    }

    private static double moment(double[] x, int order) {
        return Arrays.stream(x).map(value -> Math.pow(value, order)).average().orElseThrow();
    }

    /// Against equal frequencies.
    private static double chiSquare(int[] counts) {
        double expected = IntStream.of(counts).average().orElseThrow();
        return IntStream.of(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }
}
