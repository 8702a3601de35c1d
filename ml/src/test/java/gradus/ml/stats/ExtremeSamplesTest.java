package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.numbers.Rng;
import gradus.ml.numbers.Sigmoid;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Draws from the distributions with the smallest and the largest parameters.
class ExtremeSamplesTest {

    static final List<Distribution> EXTREMES = ExtremeParametersTest.EXTREMES;

    @ParameterizedTest
    @FieldSource("EXTREMES")
    void drawsLieInTheSupportAndAreNeverNaN(Distribution d) {
        assertThat(Arrays.stream(d.sample(2000, Rng.of(3))))
                .allMatch(x -> d.support().contains(x));
    }

    /// The cdf of a draw is uniformly distributed. Where it jumps from one number to the next, any value in
    /// between is as good: so a rounded draw stands for all the numbers that are rounded to it. With a random
    /// seed, each would fail with probability 1e-4; the seed is fixed.
    @ParameterizedTest
    @FieldSource("EXTREMES")
    void theCdfOfTheDrawsPassesTheKolmogorovSmirnovTest(Distribution d) {
        var rng = Rng.of(1933);
        double[] uniform = Arrays.stream(d.sample(4000, rng))
                .map(x -> {
                    boolean isExactCount = ExtremeParametersTest.isExactCount(d, x);
                    double from = d.cdf(isExactCount ? x - 1 : Math.nextDown(x));
                    double to = d.cdf(isExactCount ? x : Math.nextUp(x));
                    return from + (to - from) * rng.nextDouble();
                })
                .toArray();
        assertThat(KolmogorovSmirnovTest.oneSample(uniform, new Uniform(0, 1)).pValue())
                .isGreaterThan(1e-4);
    }

    /// Relative to the standard deviation, and up to the rounding of the draws. Nothing is compared if a
    /// moment or a draw overflows, and no variance if events too rare to be drawn contribute to it.
    @ParameterizedTest
    @FieldSource("EXTREMES")
    void theDrawsHaveTheMeanAndTheVarianceWithinSixStandardErrors(Distribution d) {
        int n = 4000;
        double deviation = d.standardDeviation();
        double[] x = d.sample(n, Rng.of(42));
        boolean areFinite = Arrays.stream(x).allMatch(Double::isFinite);
        if (!areFinite || !Double.isFinite(d.mean()) || !Double.isFinite(deviation) || deviation == 0) {
            return;
        }
        var moments = RunningMoments.of(x);
        double rounding = Math.ulp(d.mean()) / deviation;
        double error = LocationScale.standardise(moments.mean(), d.mean(), deviation);
        assertThat(error).isCloseTo(0, within(6 / Math.sqrt(n) + rounding));
        if (Math.abs(centralMoment(d, 2) - 1) < 0.01) {
            double errorOfVariance = 6 * Math.sqrt(centralMoment(d, 4) / n);
            assertThat(Math.pow(moments.standardDeviation() / deviation, 2))
                    .isCloseTo(1, within(errorOfVariance + rounding));
        }
    }

    /// The mean power of the distance from the mean in standard deviations, without the events of a
    /// probability below 1e-5: the integral over the log-odds of the quantiles.
    private static double centralMoment(Distribution d, int power) {
        double step = 0.1;
        double sum = 0;
        for (double logOdds = -12; logOdds <= 12; logOdds += step) {
            double tail = Sigmoid.of(-Math.abs(logOdds));
            double x = logOdds < 0 ? d.quantile(tail) : d.inverseSurvival(tail);
            double distance = LocationScale.standardise(x, d.mean(), d.standardDeviation());
            sum += Math.pow(distance, power) * tail * (1 - tail) * step;
        }
        return sum;
    }
}
