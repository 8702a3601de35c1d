package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.Rng;
import gradus.ml.numbers.SampleStatistics;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The contract of everything that is computed from a sample. List a new statistic here to have it tested:
/// samples that are too short, not finite or constant, and values near the ends of the type.
class DegenerateSamplesTest {

    /// What a statistic says of a sample of equal values.
    private enum Constant {
        THE_VALUE,
        ZERO,
        ONE,
        REFUSED
    }

    /// A statistic; if every value is multiplied by a positive number, it is multiplied by that number to the
    /// power `degree`.
    record Statistic(String name, int minSize, int degree, Constant constant, ToDoubleFunction<double[]> function) {

        double of(double[] x) {
            return function.applyAsDouble(x);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final Bootstrap BOOTSTRAP = new Bootstrap(50);

    static final List<Statistic> STATISTICS = List.of(
            new Statistic("mean", 1, 1, Constant.THE_VALUE, SampleStatistics::mean),
            new Statistic("median", 1, 1, Constant.THE_VALUE, SampleStatistics::median),
            new Statistic("quantile", 1, 1, Constant.THE_VALUE, x -> SampleStatistics.quantiles(x, 0.3)[0]),
            new Statistic("variance", 2, 2, Constant.ZERO, x -> SampleStatistics.variance(x, 1)),
            new Statistic("deviation", 2, 1, Constant.ZERO, x -> SampleStatistics.standardDeviation(x, 1)),
            new Statistic("running mean", 0, 1, Constant.THE_VALUE, x -> RunningMoments.of(x)
                    .mean()),
            new Statistic("running variance", 0, 2, Constant.ZERO, x -> RunningMoments.of(x)
                    .variance()),
            new Statistic("running deviation", 0, 1, Constant.ZERO, x -> RunningMoments.of(x)
                    .standardDeviation()),
            new Statistic("merged deviation", 0, 1, Constant.ZERO, x -> RunningMoments.of(firstHalf(x))
                    .merge(RunningMoments.of(secondHalf(x)))
                    .standardDeviation()),
            new Statistic("covariance", 2, 2, Constant.ZERO, x -> Covariance.of(x, reversed(x))),
            new Statistic("covariance matrix", 2, 2, Constant.ZERO, x -> Covariance.matrix(columns(x))
                    .get(0, 1)),
            new Statistic("correlation", 2, 0, Constant.REFUSED, x -> Correlation.pearson(x, reversed(x))),
            new Statistic("rank correlation", 2, 0, Constant.REFUSED, x -> Correlation.spearman(x, reversed(x))),
            new Statistic("correlation matrix", 2, 0, Constant.REFUSED, x -> Correlation.matrix(columns(x))
                    .get(0, 1)),
            new Statistic("t, one sample", 2, 0, Constant.REFUSED, x -> TTest.oneSample(x, 0)
                    .statistic()),
            new Statistic("t, paired", 2, 0, Constant.REFUSED, x -> TTest.paired(x, reversed(x))
                    .statistic()),
            new Statistic("t, Welch", 4, 0, Constant.REFUSED, x -> TTest.welch(firstHalf(x), secondHalf(x))
                    .pValue()),
            new Statistic("t, pooled", 4, 0, Constant.REFUSED, x -> TTest.pooled(firstHalf(x), secondHalf(x))
                    .pValue()),
            new Statistic("KS, two samples", 2, 0, Constant.ONE, x -> KolmogorovSmirnovTest.twoSample(
                            firstHalf(x), secondHalf(x))
                    .pValue()),
            new Statistic("permutation", 2, 0, Constant.ONE, x -> new PermutationTest(99)
                    .differenceOfMeans(firstHalf(x), secondHalf(x), Rng.of(1))
                    .pValue()),
            new Statistic("paired permutation", 1, 0, Constant.ONE, x -> new PermutationTest(99)
                    .paired(x, reversed(x), Rng.of(1))
                    .pValue()),
            new Statistic("bootstrap error", 2, 1, Constant.ZERO, x -> BOOTSTRAP.standardError(
                    x, SampleStatistics::mean, Rng.of(1))),
            new Statistic("percentile interval", 2, 1, Constant.THE_VALUE, x -> BOOTSTRAP
                    .percentileInterval(x, SampleStatistics::mean, 0.9, Rng.of(1))
                    .low()),
            new Statistic("BCa interval", 3, 1, Constant.THE_VALUE, x -> BOOTSTRAP
                    .bcaInterval(x, SampleStatistics::mean, 0.9, Rng.of(1))
                    .high()),
            new Statistic("effective size", 4, 0, Constant.REFUSED, McmcChain::effectiveSampleSize),
            new Statistic("R-hat", 4, 0, Constant.REFUSED, McmcChain::rHat),
            new Statistic("normal fit", 2, 1, Constant.REFUSED, x -> MaximumLikelihood.fitNormal(x)
                    .standardDeviation()),
            new Statistic("Laplace fit", 2, 1, Constant.REFUSED, x -> MaximumLikelihood.fitLaplace(x)
                    .scale()));

    private static final double[] SAMPLE = {0.3, 1.7, -2.2, 0.9, 5.1, -0.4, 3.3, 1.1, -1.9, 0.35};

    private static double[] reversed(double[] x) {
        double[] reversed = new double[x.length];
        Arrays.setAll(reversed, i -> x[x.length - 1 - i]);
        return reversed;
    }

    private static double[] firstHalf(double[] x) {
        return Arrays.copyOf(x, x.length / 2);
    }

    private static double[] secondHalf(double[] x) {
        return Arrays.copyOfRange(x, x.length / 2, x.length);
    }

    private static Matrix columns(double[] x) {
        return Matrix.from(x.length, 2, (r, c) -> c == 0 ? x[r] : x[x.length - 1 - r]);
    }

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
            if (statistic.degree < 2 || Math.abs(exponent) < 511) {
                double expected = usual * Math.pow(scale, statistic.degree);
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
                if (statistic.constant == Constant.REFUSED) {
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> statistic.of(x))
                            .withMessageContaining("not all equal");
                } else {
                    assertThat(statistic.of(x))
                            .as("%d times %s", n, value)
                            .isEqualTo(
                                    statistic.constant == Constant.THE_VALUE
                                            ? value
                                            : statistic.constant == Constant.ZERO ? 0 : 1);
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
        for (int n = 0; n < statistic.minSize; n++) {
            double[] x = Arrays.copyOf(SAMPLE, n);
            assertThatIllegalArgumentException()
                    .as("%d values", n)
                    .isThrownBy(() -> statistic.of(x))
                    .withMessageContaining("at least");
        }
        assertThat(statistic.of(Arrays.copyOf(SAMPLE, Math.max(5, statistic.minSize))))
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
