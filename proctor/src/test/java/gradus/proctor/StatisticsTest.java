package gradus.proctor;

import static gradus.proctor.Failures.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.proctor.transcript.Event.Finding;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest {

    private static final int N = 10_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void rightDrawsPassWhateverTheSeed(long seed) {
        var random = new Random(seed);
        double[] normal = normal(random, 2, 3);
        double[] uniform = random.doubles(N).toArray();
        long[] dice = new long[6];
        for (double u : uniform) {
            dice[(int) (6 * u)]++;
        }

        Statistics.mean("draws", normal, 2, 3, "");
        Statistics.variance("draws", normal, 9, "");
        Statistics.variance("draws", uniform, 1.0 / 12, 1.8, "");
        Statistics.distribution("draws", uniform, x -> x, "");
        Statistics.counts("rolls", dice, new double[] {1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0}, "");
        Statistics.share("sixes", dice[5], N, 1 / 6.0, "");
        Statistics.uncorrelated("pairs", normal, uniform, "");
    }

    @Test
    void aMeanThatIsOffIsToldInStandardErrors() {
        double[] draws = normal(new Random(1), 0.1, 1);

        Finding finding = finding(() -> Statistics.mean("10,000 draws", draws, 0, 1, "the mean of a normal"));

        assertThat(finding.call()).isEqualTo("the mean of 10,000 draws");
        assertThat(finding.expected()).isEqualTo("0 ± 0.05 (five standard errors)");
        assertThat(finding.got()).matches("0\\.\\d+, which is \\d+\\.\\d+ standard errors off");
        assertThat(finding.signs()).containsExactly("mean-off");
    }

    @Test
    void aDeviationInPlaceOfAVarianceIsFound() {
        double[] draws = normal(new Random(1), 0, Math.sqrt(2));

        assertThat(finding(() -> Statistics.variance("draws", draws, 4, "")).signs())
                .containsExactly("variance-off");
    }

    @Test
    void aLoadedDieIsFound() {
        Finding finding = finding(() -> Statistics.counts(
                "600 rolls",
                new long[] {100, 100, 100, 100, 60, 140},
                new double[] {1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0},
                "each side is as likely"));

        assertThat(finding.expected()).isEqualTo("number 4 about 100 times of 600");
        assertThat(finding.got()).startsWith("60 times; that happens once in ").endsWith("by chance (chi-square 32)");
        assertThat(finding.signs()).containsExactly("distribution");
    }

    @Test
    void whatCannotComeMustNotCome() {
        Statistics.counts("draws", new long[] {50, 50, 0}, new double[] {0.5, 0.5, 0}, "");
        assertThat(finding(() -> Statistics.counts("draws", new long[] {50, 49, 1}, new double[] {0.5, 0.5, 0}, ""))
                        .got())
                .startsWith("1 times; that does not happen");
    }

    @Test
    void theWrongDistributionIsFoundThoughMeanAndVarianceAreRight() {
        var random = new Random(1);
        double[] uniform = random.doubles(N, -Math.sqrt(3), Math.sqrt(3)).toArray();

        Statistics.mean("draws", uniform, 0, 1, "");
        Statistics.variance("draws", uniform, 1, 1.8, "");
        Finding finding = finding(() ->
                Statistics.distribution("draws", uniform, x -> 1 / (1 + Math.exp(-1.702 * x)), "they are normal"));

        assertThat(finding.call()).isEqualTo("the distribution of draws");
        assertThat(finding.signs()).containsExactly("distribution");
    }

    @Test
    void aShareAndACorrelationThatAreOffAreFound() {
        double[] xs = normal(new Random(1), 0, 1);

        assertThat(finding(() -> Statistics.share("heads", 5_300, N, 0.5, "")).got())
                .isEqualTo("0.53, which is 6 standard errors off");
        assertThat(finding(() -> Statistics.uncorrelated("pairs", xs, xs.clone(), ""))
                        .signs())
                .containsExactly("correlated");
    }

    @Test
    void notANumberIsFound() {
        assertThat(finding(() -> Statistics.mean("draws", new double[] {1, Double.NaN}, 0, 1, ""))
                        .signs())
                .containsExactly("nan");
        assertThat(finding(() -> Statistics.distribution("draws", new double[0], x -> x, ""))
                        .signs())
                .containsExactly("too-few");
    }

    @Test
    void tooFewDrawsAreTheAuthorsMistake() {
        assertThatThrownBy(() -> Statistics.counts("draws", new long[] {3, 3}, new double[] {0.5, 0.5}, ""))
                .hasMessageContaining("draw more");
        assertThatThrownBy(() -> Statistics.share("draws", 1, 10, 0.1, "")).hasMessageContaining("use more");
    }

    @Test
    void theTailsAreThoseOfTheTables() {
        assertThat(Tails.chiSquare(3.841459, 1)).isCloseTo(0.05, within(1e-7));
        assertThat(Tails.chiSquare(18.307038, 10)).isCloseTo(0.05, within(1e-7));
        assertThat(Tails.chiSquare(2 * Math.log(100), 2)).isCloseTo(0.01, within(1e-14));
        assertThat(Tails.chiSquare(100, 100)).isCloseTo(0.4811917, within(1e-6));
        assertThat(Tails.kolmogorov(1.3581 / Math.sqrt(1e8), 100_000_000)).isCloseTo(0.05, within(1e-4));
        assertThat(Tails.kolmogorov(0, 100)).isEqualTo(1);
    }

    private static double[] normal(RandomGenerator random, double mean, double sd) {
        double[] draws = new double[N];
        for (int i = 0; i < N; i++) {
            draws[i] = random.nextGaussian(mean, sd);
        }
        return draws;
    }
}
