package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.Rng;
import gradus.ml.numbers.SampleStatistics;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The contract of everything that is computed from a sample, of every [Statistic]: samples that are too
/// short, not finite or constant, and values near the ends of the type.
class DegenerateSamplesTest {

    static final List<Statistic> STATISTICS = Statistic.ALL;

    private static final double[] SAMPLE = {0.3, 1.7, -2.2, 0.9, 5.1, -0.4, 3.3, 1.1, -1.9, 0.35};

    private static double[] times(double[] x, double factor) {
        return Arrays.stream(x).map(value -> value * factor).toArray();
    }

    @ParameterizedTest
    @FieldSource("STATISTICS")
    void valuesNearTheEndsOfTheTypeNeitherOverflowNorUnderflow(Statistic statistic) {
        double usual = statistic.of(SAMPLE);
        assertThat(usual).isFinite();
        for (int exponent : new int[] {-1015, -700, -510, -250, 250, 510, 700, 1018}) {
            double scale = Math.scalb(1.0, exponent);
            if (statistic.degree() < 2 || Math.abs(exponent) < 511) {
                double expected = usual * Math.pow(scale, statistic.degree());
                assertThat(statistic.of(times(SAMPLE, scale)))
                        .as("in units of 2 to the power %d", exponent)
                        .isCloseTo(expected, within(1e-13 * Math.abs(expected)));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("STATISTICS")
    void aConstantSampleHasAnExactAnswerOrIsRefused(Statistic statistic) {
        for (double value : new double[] {0, 0.1, -3.3, 1e16 + 2, 1e-310, -Double.MAX_VALUE}) {
            for (int n = 4; n < 20; n++) {
                double[] x = DoubleStream.generate(() -> value).limit(n).toArray();
                if (statistic.constant() == Statistic.Constant.REFUSED) {
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> statistic.of(x))
                            .withMessageContaining("not all equal");
                } else {
                    assertThat(statistic.of(x))
                            .as("%d times %s", n, value)
                            .isEqualTo(
                                    statistic.constant() == Statistic.Constant.THE_VALUE
                                            ? value
                                            : statistic.constant() == Statistic.Constant.ZERO ? 0 : 1);
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("STATISTICS")
    void aValueThatIsNotFiniteIsRefusedWhereverItIs(Statistic statistic) {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (int i = 0; i < SAMPLE.length; i++) {
                double[] x = SAMPLE.clone();
                x[i] = value;
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> statistic.of(x))
                        .withMessageContaining("finite")
                        .withMessageContaining("got " + value);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("STATISTICS")
    void tooFewValuesAreRefused(Statistic statistic) {
        for (int n = 0; n < statistic.minSize(); n++) {
            double[] x = Arrays.copyOf(SAMPLE, n);
            assertThatIllegalArgumentException()
                    .as("%d values", n)
                    .isThrownBy(() -> statistic.of(x))
                    .withMessageContaining("at least");
        }
        assertThat(statistic.of(Arrays.copyOf(SAMPLE, Math.max(5, statistic.minSize()))))
                .isFinite();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 10, 57})
    void meansAndQuantilesStayWithinTheSampleAndQuantilesIncrease(int n) {
        var rng = Rng.of(n);
        for (double scale : new double[] {Double.MIN_VALUE, 1, 1e16, Double.MAX_VALUE}) {
            for (int repetition = 0; repetition < 50; repetition++) {
                double[] x = IntStream.range(0, n)
                        .mapToDouble(i -> (rng.nextInt(5) - 2) / 2.0 * scale + 0.0)
                        .toArray();
                double low = Arrays.stream(x).min().orElseThrow();
                double high = Arrays.stream(x).max().orElseThrow();
                assertThat(SampleStatistics.mean(x)).isBetween(low, high);
                assertThat(RunningMoments.of(x).mean()).isBetween(low, high);
                double before = low;
                for (double quantile : SampleStatistics.quantiles(x, 0, 0.1, 0.2, 0.5, 0.500001, 0.9, 0.999, 1)) {
                    assertThat(quantile).isBetween(before, high);
                    before = quantile;
                }
                assertThat(before).isEqualTo(high);
            }
        }
    }

    /// Moments of very different counts, where a rounded step could lead beyond the larger part.
    @Test
    void theMeanOfMergedMomentsStaysBetweenTheMeansOfTheParts() {
        var rng = Rng.of(1979);
        for (int i = 0; i < 200_000; i++) {
            var first = new RunningMoments(1L << rng.nextInt(55), 1000 * rng.gaussian(), 0);
            var second = new RunningMoments(1L << rng.nextInt(55), rng.gaussian(), 0);
            double low = Math.min(first.mean(), second.mean());
            double high = Math.max(first.mean(), second.mean());
            assertThat(first.merge(second).mean() >= low && first.merge(second).mean() <= high)
                    .as("%s and %s", first, second)
                    .isTrue();
        }
        assertThat(new RunningMoments(1, -722.057869399949, 0)
                        .merge(new RunningMoments(1L << 54, 69.08697048710562, 0))
                        .mean())
                .isEqualTo(69.08697048710562);
    }

    /// Neighbouring doubles, whose mean is none.
    @Test
    void theRoundingOfTheMeanDoesNotEnterVariancesAndCorrelations() {
        for (double x : new double[] {1, -3e16, 1e86, 5e-45}) {
            double step = Math.ulp(x);
            double[] neighbours = {x, x + step, x, x + step, x + 3 * step};
            double[] steps = {0, 1, 0, 1, 3};
            double variance = 1.5 * step * step;
            assertThat(SampleStatistics.variance(neighbours, 1)).isCloseTo(variance, within(1e-15 * variance));
            assertThat(Covariance.of(neighbours, neighbours)).isCloseTo(variance, within(1e-15 * variance));
            assertThat(Covariance.matrix(Matrix.from(5, 1, (r, c) -> neighbours[r]))
                            .get(0, 0))
                    .isCloseTo(variance, within(1e-15 * variance));
            assertThat(Correlation.pearson(neighbours, steps)).isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void correlationsOfProportionalSamplesAreAtMostOne() {
        var rng = Rng.of(1895);
        for (int n = 2; n < 200; n++) {
            double[] x = Normal.standard().sample(n, rng);
            assertThat(Correlation.pearson(x, times(x, 0.1))).isBetween(1 - 1e-15, 1.0);
            assertThat(Correlation.pearson(x, times(x, -3))).isBetween(-1.0, 1e-15 - 1);
            assertThat(Correlation.spearman(x, times(x, 0.1))).isBetween(1 - 1e-15, 1.0);
        }
    }

    @Test
    void aMeanOfTheLargestNumbersDoesNotOverflow() {
        double max = Double.MAX_VALUE;
        assertThat(SampleStatistics.mean(new double[] {max, max, max})).isEqualTo(max);
        assertThat(SampleStatistics.mean(new double[] {max, max, -max})).isCloseTo(max / 3, within(1e-15 * max));
        assertThat(SampleStatistics.standardDeviation(new double[] {max, -max}, 0))
                .isEqualTo(max);
        assertThat(RunningMoments.of(max, -max, max, -max).mean()).isCloseTo(0, within(1e-15 * max));
        assertThat(SampleStatistics.quantiles(new double[] {-max, max}, 0.5)[0]).isZero();
        assertThat(SampleStatistics.variance(new double[] {1e200, 1e200 + 1e190}, 1))
                .isEqualTo(Double.POSITIVE_INFINITY);
    }
}
