package gradus.proctor.assertions;

import static gradus.proctor.failure.Failures.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.proctor.transcript.Event.Finding;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleAssertionsTest {

    private static final int N = 10_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void correctSamplesPassForEverySeed(long seed) {
        var random = new Random(seed);
        double[] normal = normal(random, 2, 3);
        double[] uniform = random.doubles(N).toArray();
        long[] dice = new long[6];
        for (double u : uniform) {
            dice[(int) (6 * u)]++;
        }

        SampleAssertions.hasMean("draws", normal, 2, 3, "");
        SampleAssertions.hasVariance("draws", normal, 9, "");
        SampleAssertions.hasVariance("draws", uniform, 1.0 / 12, 1.8, "");
        SampleAssertions.hasDistribution("draws", uniform, x -> x, "");
        SampleAssertions.matchProbabilities(
                "rolls", dice, new double[] {1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0}, "");
        SampleAssertions.hasProportion("sixes", dice[5], N, 1 / 6.0, "");
        SampleAssertions.areUncorrelated("pairs", normal, uniform, "");
    }

    @Test
    void aWrongMeanIsReportedInStandardErrors() {
        double[] draws = normal(new Random(1), 0.1, 1);

        Finding finding = finding(() -> SampleAssertions.hasMean("10,000 draws", draws, 0, 1, "the mean of a normal"));

        assertThat(finding.call()).isEqualTo("the mean of 10,000 draws");
        assertThat(finding.expected()).isEqualTo("0 ± 0.05 (five standard errors)");
        assertThat(finding.got()).matches("0\\.\\d+, which is \\d+\\.\\d+ standard errors off");
        assertThat(finding.symptoms()).containsExactly("mean-off");
    }

    @Test
    void aStandardDeviationInPlaceOfAVarianceIsFound() {
        double[] draws = normal(new Random(1), 0, Math.sqrt(2));

        assertThat(finding(() -> SampleAssertions.hasVariance("draws", draws, 4, ""))
                        .symptoms())
                .containsExactly("variance-off");
    }

    @Test
    void aLoadedDieIsFound() {
        Finding finding = finding(() -> SampleAssertions.matchProbabilities(
                "600 rolls",
                new long[] {100, 100, 100, 100, 60, 140},
                new double[] {1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0},
                "each side is as likely"));

        assertThat(finding.expected()).isEqualTo("about 100 of 600 in category 4");
        assertThat(finding.got())
                .startsWith("60 of 600; a correct generator does that once in ")
                .endsWith(" runs (chi-square 32)");
        assertThat(finding.symptoms()).containsExactly("distribution");
    }

    @Test
    void anImpossibleCategoryMustNotOccur() {
        SampleAssertions.matchProbabilities("draws", new long[] {50, 50, 0}, new double[] {0.5, 0.5, 0}, "");
        assertThat(finding(() -> SampleAssertions.matchProbabilities(
                                "draws", new long[] {50, 49, 1}, new double[] {0.5, 0.5, 0}, ""))
                        .got())
                .startsWith("1 of 100; a correct generator never does that");
    }

    @Test
    void aWrongDistributionWithCorrectMeanAndVarianceIsFound() {
        var random = new Random(1);
        double[] uniform = random.doubles(N, -Math.sqrt(3), Math.sqrt(3)).toArray();

        SampleAssertions.hasMean("draws", uniform, 0, 1, "");
        SampleAssertions.hasVariance("draws", uniform, 1, 1.8, "");
        Finding finding = finding(() -> SampleAssertions.hasDistribution(
                "draws", uniform, x -> 1 / (1 + Math.exp(-1.702 * x)), "they are normal"));

        assertThat(finding.call()).isEqualTo("the distribution of draws");
        assertThat(finding.symptoms()).containsExactly("distribution");
    }

    @Test
    void aWrongProportionAndAWrongCorrelationAreFound() {
        double[] xs = normal(new Random(1), 0, 1);

        assertThat(finding(() -> SampleAssertions.hasProportion("heads", 5_300, N, 0.5, ""))
                        .got())
                .isEqualTo("0.53, which is 6 standard errors off");
        assertThat(finding(() -> SampleAssertions.areUncorrelated("pairs", xs, xs.clone(), ""))
                        .symptoms())
                .containsExactly("correlated");
    }

    @Test
    void notANumberIsFound() {
        assertThat(finding(() -> SampleAssertions.hasMean("draws", new double[] {1, Double.NaN}, 0, 1, ""))
                        .symptoms())
                .containsExactly("nan");
        assertThat(finding(() -> SampleAssertions.hasDistribution("draws", new double[0], x -> x, ""))
                        .symptoms())
                .containsExactly("too-few");
    }

    @Test
    void tooFewDrawsShowNothing() {
        assertThat(finding(() -> SampleAssertions.matchProbabilities(
                                "draws", new long[] {3, 3}, new double[] {0.5, 0.5}, ""))
                        .symptoms())
                .containsExactly("too-few");
        assertThatThrownBy(() -> SampleAssertions.hasProportion("draws", 1, 10, 0.1, ""))
                .hasMessageContaining("use more");
    }

    @Test
    void theTailProbabilitiesMatchPublishedTables() {
        assertThat(TailProbabilities.chiSquare(3.841459, 1)).isCloseTo(0.05, within(1e-7));
        assertThat(TailProbabilities.chiSquare(18.307038, 10)).isCloseTo(0.05, within(1e-7));
        assertThat(TailProbabilities.chiSquare(2 * Math.log(100), 2)).isCloseTo(0.01, within(1e-14));
        assertThat(TailProbabilities.chiSquare(100, 100)).isCloseTo(0.4811917, within(1e-6));
        assertThat(TailProbabilities.kolmogorovSmirnov(1.3581 / Math.sqrt(1e8), 100_000_000))
                .isCloseTo(0.05, within(1e-4));
        assertThat(TailProbabilities.kolmogorovSmirnov(0, 100)).isEqualTo(1);
    }

    private static double[] normal(RandomGenerator random, double mean, double sd) {
        double[] draws = new double[N];
        for (int i = 0; i < N; i++) {
            draws[i] = random.nextGaussian(mean, sd);
        }
        return draws;
    }
}
