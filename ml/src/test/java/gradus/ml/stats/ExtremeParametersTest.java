package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.numbers.Rng;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The contract of every distribution with the smallest and the largest parameters: at the ends of its
/// support, in both far tails, for probabilities down to the smallest `double`. List extremes of a new
/// distribution here.
class ExtremeParametersTest {

    private static final double ALMOST_ONE = 1 - 0x1p-53;

    private static final double MIN = Double.MIN_VALUE;

    private static final double MAX = Double.MAX_VALUE;

    static final List<Distribution> EXTREMES = List.of(
            new Normal(0, MIN),
            new Normal(0, MAX),
            new Normal(MAX, MIN),
            new Normal(-1e308, 1e308),
            new Normal(1, 1e-300),
            new Uniform(-1e16, 1),
            new Uniform(0, MIN),
            new Uniform(0, MAX),
            new Uniform(-MAX / 2, MAX / 2),
            new Uniform(1, Math.nextUp(1.0)),
            new Uniform(-0.020648728606494512, 0.442500642305378),
            new Uniform(-5.002190398159447E-8, 2.860106643751027E-14),
            new Exponential(MIN),
            new Exponential(1e-300),
            new Exponential(MAX),
            new Laplace(0, MIN),
            new Laplace(-1e308, 1e308),
            new Laplace(MAX, MAX),
            new Gamma(MIN, MIN),
            new Gamma(MIN, 1),
            new Gamma(MIN, MAX),
            new Gamma(1e-300, 1e300),
            new Gamma(1e-3, 1),
            new Gamma(1e-3, 1e-200),
            new Gamma(1e-2, 1e200),
            new Gamma(0.5, MIN),
            new Gamma(2, MAX),
            new Gamma(1, 1e300),
            new Gamma(1e9, 0.25),
            new Gamma(1e15, 1),
            new Gamma(1e22, 1e-20),
            new Gamma(1e100, 1),
            new Gamma(MAX, 1),
            new Gamma(MAX, MAX),
            new ChiSquared(MIN),
            new ChiSquared(1e-3),
            new ChiSquared(1e16),
            new ChiSquared(MAX),
            new StudentT(MIN),
            new StudentT(1e-6),
            new StudentT(1e-3),
            new StudentT(0.1),
            new StudentT(1e8),
            new StudentT(MAX),
            new Beta(MIN, MIN),
            new Beta(MIN, 1),
            new Beta(MIN, MAX),
            new Beta(MAX, MIN),
            new Beta(1e-300, 1e-299),
            new Beta(1e-3, 1e-3),
            new Beta(1e-3, 1e3),
            new Beta(1e-10, 1e10),
            new Beta(1, MAX),
            new Beta(1e15, 0.5),
            new Beta(1e12, 1e12),
            new Beta(MAX / 2, MAX / 2),
            new Bernoulli(MIN),
            new Bernoulli(ALMOST_ONE),
            new Binomial(0, 1),
            new Binomial(1, ALMOST_ONE),
            new Binomial(100, MIN),
            new Binomial(2_000_000_000, 1e-9),
            new Binomial(2_000_000_000, 1 - 0x1p-30),
            new Binomial(2_000_000_000, 0.3),
            new Binomial(Integer.MAX_VALUE, MIN),
            new Binomial(Integer.MAX_VALUE, 0.5),
            new Binomial(Integer.MAX_VALUE, ALMOST_ONE),
            new Binomial(Integer.MAX_VALUE, 1),
            new Poisson(MIN),
            new Poisson(1e-3),
            new Poisson(1e9),
            new Poisson(1e15),
            new Poisson(0x1p53),
            new Poisson(1e18),
            new Poisson(MAX),
            Categorical.of(1e-300, 1, 1e-200),
            Categorical.of(0, 0.3, 0.7 - 5e-10, 0),
            Categorical.of(0, 0.3, 0.7 - 5e-15, 0));

    private static final double[] PROBABILITIES = {
        MIN, 1e-308, 1e-300, 1e-100, 1e-20, 1e-16, 1e-10, 1e-3, 0.1, 0.25, 0.3, 0.45, 0.4999999, 0.5 - 0x1p-54, 0.5
    };

    static Stream<Distribution> all() {
        return Stream.of(DistributionsTest.ALL.stream(), EXTREMES.stream(), random())
                .flatMap(distributions -> distributions);
    }

    /// Parameters of every order of magnitude.
    private static Stream<Distribution> random() {
        var rng = Rng.of(308);
        DoubleSupplier any = () -> Math.scalb(1 + rng.nextDouble(), rng.nextInt(2000) - 1000);
        return IntStream.range(0, 4)
                .boxed()
                .flatMap(i -> Stream.of(
                        new Normal(any.getAsDouble(), any.getAsDouble()),
                        new Uniform(-any.getAsDouble(), any.getAsDouble()),
                        new Exponential(any.getAsDouble()),
                        new Laplace(-any.getAsDouble(), any.getAsDouble()),
                        new Gamma(any.getAsDouble(), any.getAsDouble()),
                        new ChiSquared(any.getAsDouble()),
                        new StudentT(any.getAsDouble()),
                        new Beta(any.getAsDouble(), any.getAsDouble()),
                        new Binomial(rng.nextInt() >>> 1 + rng.nextInt(30), rng.nextDouble()),
                        new Poisson(any.getAsDouble())));
    }

    @Test
    void everyImplementationIsListed() {
        var listed = EXTREMES.stream().map(Object::getClass).distinct().toList();
        assertThat(DistributionsTest.ALL)
                .allSatisfy(d -> assertThat(listed.contains(d.getClass()))
                        .as("%s is listed", d)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("all")
    void allProbabilityLiesInTheSupport(Distribution d) {
        double low = d.support().low();
        double high = d.support().high();
        assertThat(d.cdf(high)).isEqualTo(1);
        assertThat(d.survival(high)).isZero();
        assertThat(d.logCdf(high)).isZero();
        assertThat(d.logSurvival(high)).isEqualTo(Double.NEGATIVE_INFINITY);
        double before = d instanceof ContinuousDistribution ? low : low - 1;
        assertThat(d.cdf(before)).isZero();
        assertThat(d.survival(before)).isEqualTo(1);
        assertThat(d.logCdf(before)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(d.logSurvival(before)).isZero();
        assertThat(d.quantile(0)).isEqualTo(low);
        assertThat(d.quantile(1)).isEqualTo(high);
        assertThat(d.inverseSurvival(0)).isEqualTo(high);
        assertThat(d.inverseSurvival(1)).isEqualTo(low);
    }

    @ParameterizedTest
    @MethodSource("all")
    void quantilesLieInTheSupportAndIncrease(Distribution d) {
        double before = d.support().low();
        for (double x : places(d)) {
            assertThat(x).isBetween(before, d.support().high());
            before = x;
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void quantilesAndInverseSurvivalFunctionInvertBothTails(Distribution d) {
        for (double p : PROBABILITIES) {
            double x = d.quantile(p);
            assertThat(d.cdf(after(d, x))).as("%s, %s", p, x).isGreaterThanOrEqualTo(p * (1 - 1e-12));
            if (x > d.support().low()) {
                assertThat(d.cdf(before(d, x))).as("%s, %s", p, x).isLessThanOrEqualTo(p * (1 + 1e-12));
            }
            double y = d.inverseSurvival(p);
            assertThat(d.survival(after(d, y))).as("%s, %s", p, y).isLessThanOrEqualTo(p * (1 + 1e-12));
            if (y > d.support().low()) {
                assertThat(d.survival(before(d, y))).as("%s, %s", p, y).isGreaterThanOrEqualTo(p * (1 - 1e-12));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theTailsAreMonotoneAndSumToOneAndAgreeWithTheirLogarithms(Distribution d) {
        double[] magnitudes = {0, MIN, 1e-310, 1e-300, 1e-100, 1e-20, 1e-5, 0.5, 1, 2, 1e5, 1e16, 1e155, 1e300, MAX};
        double[] places =
                DoubleStream.of(magnitudes).flatMap(x -> DoubleStream.of(-x, x)).toArray();
        double[] sorted = DoubleStream.concat(DoubleStream.of(places), DoubleStream.of(places(d)))
                .sorted()
                .toArray();
        increases(d::cdf, sorted);
        increases(x -> -d.survival(x), sorted);
        increases(d::logCdf, sorted);
        increases(x -> -d.logSurvival(x), sorted);
        for (double x : sorted) {
            double cdf = d.cdf(x);
            double survival = d.survival(x);
            assertThat(cdf + survival).as("at %s", x).isCloseTo(1, within(1e-13));
            assertThat(d.logCdf(x)).isLessThanOrEqualTo(0);
            assertThat(d.logSurvival(x)).isLessThanOrEqualTo(0);
            assertThat(Math.exp(d.logCdf(x))).as("at %s", x).isCloseTo(cdf, within(1e-12 * cdf + MIN));
            assertThat(Math.exp(d.logSurvival(x))).as("at %s", x).isCloseTo(survival, within(1e-12 * survival + MIN));
            assertThat(d.logDensity(x)).isNotNaN();
        }
    }

    private static void increases(DoubleUnaryOperator function, double[] sorted) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double x : sorted) {
            double value = function.applyAsDouble(x);
            double rounding = Double.isInfinite(largest) ? 0 : 1e-12 * Math.abs(largest);
            assertThat(value).as("at %s", x).isGreaterThanOrEqualTo(largest - rounding);
            largest = Math.max(largest, value);
        }
    }

    /// All quantiles, in order, from both ends.
    private static double[] places(Distribution d) {
        int n = PROBABILITIES.length;
        return IntStream.range(0, 2 * n)
                .mapToDouble(
                        i -> i < n ? d.quantile(PROBABILITIES[i]) : d.inverseSurvival(PROBABILITIES[2 * n - 1 - i]))
                .toArray();
    }

    /// The integer before, or a number that differs by more than the rounding of x.
    private static double before(Distribution d, double x) {
        return isExactCount(d, x) ? x - 1 : few(Math::nextDown, x);
    }

    private static double after(Distribution d, double x) {
        return d instanceof DiscreteDistribution ? x : few(Math::nextUp, x);
    }

    private static double few(DoubleUnaryOperator step, double x) {
        double at = x;
        for (int i = 0; i < 4; i++) {
            at = step.applyAsDouble(at);
        }
        return at;
    }

    /// Counts beyond 2⁵³ are rounded.
    static boolean isExactCount(Distribution d, double x) {
        return d instanceof DiscreteDistribution && x <= 0x1p53;
    }
}
