package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.numbers.Rng;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Draws from the distributions with the smallest and the largest parameters.
class ExtremeSamplesTest {

    private static final double ALMOST_ONE = 1 - 0x1p-53;

    static final List<Distribution> EXTREMES = List.of(
            new Normal(0, 1e308),
            new Normal(-1e308, 1e308),
            new Normal(1, 1e-300),
            new Uniform(-1e16, 1),
            new Uniform(0, Double.MIN_VALUE),
            new Exponential(Double.MIN_VALUE),
            new Exponential(1e300),
            new Laplace(-1e308, 1e308),
            new Gamma(Double.MIN_VALUE, 1),
            new Gamma(1e-300, 1),
            new Gamma(1e-3, 1),
            new Gamma(1e-3, 1e-200),
            new Gamma(1e-2, 1e200),
            new Gamma(1, 1e300),
            new Gamma(1e9, 0.25),
            new Gamma(1e15, 1),
            new Gamma(1e22, 1e-20),
            new Gamma(1e100, 1),
            new Gamma(1e307, 1),
            new ChiSquared(Double.MIN_VALUE),
            new ChiSquared(1e-3),
            new ChiSquared(1e16),
            new StudentT(Double.MIN_VALUE),
            new StudentT(1e-3),
            new StudentT(0.1),
            new StudentT(1e300),
            new Beta(Double.MIN_VALUE, Double.MIN_VALUE),
            new Beta(1e-300, 1e-299),
            new Beta(1e-3, 1e-3),
            new Beta(1e-3, 1e3),
            new Beta(1e-10, 1e10),
            new Beta(1, 1e15),
            new Beta(1e15, 0.5),
            new Beta(1e12, 1e12),
            new Beta(1e300, 1e300),
            new Bernoulli(Double.MIN_VALUE),
            new Bernoulli(ALMOST_ONE),
            new Binomial(100, Double.MIN_VALUE),
            new Binomial(2_000_000_000, 1e-9),
            new Binomial(2_000_000_000, 1 - 0x1p-30),
            new Binomial(2_000_000_000, 0.3),
            new Binomial(Integer.MAX_VALUE, 0.5),
            new Binomial(Integer.MAX_VALUE, 1),
            new Poisson(Double.MIN_VALUE),
            new Poisson(1e-3),
            new Poisson(1e9),
            new Poisson(1e15),
            new Poisson(1e18),
            new Poisson(1e300),
            Categorical.of(1e-300, 1, 1e-200));

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
                    boolean isExactCount = d instanceof DiscreteDistribution && x < 0x1p53;
                    double from = d.cdf(isExactCount ? x - 1 : Math.nextDown(x));
                    double to = d.cdf(isExactCount ? x : Math.nextUp(x));
                    return from + (to - from) * rng.nextDouble();
                })
                .toArray();
        assertThat(KolmogorovSmirnovTest.oneSample(uniform, new Uniform(0, 1)).pValue())
                .isGreaterThan(1e-4);
    }
}
