package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.numbers.Rng;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/// Properties of single distributions: valid parameters, special cases and extremes.
class ParametersTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    static final List<Arguments> REJECTED = List.of(
            rejected(() -> new Normal(Double.NaN, 1), "the mean of a normal distribution must be finite, got NaN"),
            rejected(
                    () -> new Normal(0, 0),
                    "the standard deviation of a normal distribution must be finite and greater than 0, got 0.0"),
            rejected(() -> new Normal(0, INFINITY), "must be finite and greater than 0, got Infinity"),
            rejected(
                    () -> new Uniform(1, 1), "must be below its upper end, and their distance finite, got 1.0 and 1.0"),
            rejected(() -> new Uniform(-1e308, 1e308), "their distance finite"),
            rejected(() -> new Uniform(-INFINITY, 0), "the lower end of a uniform distribution must be finite"),
            rejected(
                    () -> new Exponential(-2),
                    "the rate of an exponential distribution must be finite and greater than 0, got -2.0"),
            rejected(
                    () -> new Laplace(0, -1),
                    "the scale of a Laplace distribution must be finite and greater than 0, got -1.0"),
            rejected(
                    () -> new Gamma(0, 1),
                    "the shape of a gamma distribution must be finite and greater than 0, got 0.0"),
            rejected(
                    () -> new Gamma(1, Double.NaN),
                    "the rate of a gamma distribution must be finite and greater than 0, got NaN"),
            rejected(
                    () -> new Beta(0, 1),
                    "the first parameter of a beta distribution must be finite and greater than 0, got 0.0"),
            rejected(
                    () -> new Beta(1, -1),
                    "the second parameter of a beta distribution must be finite and greater than 0, got -1.0"),
            rejected(
                    () -> new StudentT(0),
                    "degrees of freedom of a t distribution must be finite and greater than 0, got 0.0"),
            rejected(
                    () -> new ChiSquared(-1),
                    "degrees of freedom of a chi-squared distribution must be finite and greater than 0"),
            rejected(
                    () -> new Bernoulli(1.5),
                    "the probability of a Bernoulli distribution must be between 0 and 1, got 1.5"),
            rejected(
                    () -> new Binomial(-1, 0.5),
                    "the number of trials of a binomial distribution must be at least 0, got -1"),
            rejected(
                    () -> new Binomial(3, Double.NaN),
                    "probability of a binomial distribution must be between 0 and 1, got NaN"),
            rejected(
                    () -> new Poisson(0),
                    "the rate of a Poisson distribution must be finite and greater than 0, got 0.0"),
            rejected(() -> Categorical.of(), "must sum to 1, got 0 with sum 0.0"),
            rejected(() -> Categorical.of(0.5, 0.4), "must sum to 1, got 2 with sum 0.9; divide each by the sum"),
            rejected(
                    () -> Categorical.of(1.5, -0.5),
                    "the probabilities of a categorical distribution must be between 0 and 1, got 1.5 at index 0"),
            rejected(
                    () -> Categorical.ofWeights(1, -1),
                    "weight 1 of a categorical distribution must be at least 0, got -1.0"),
            rejected(
                    () -> Categorical.ofWeights(0, 0),
                    "the sum of the weights of a categorical distribution must be finite"),
            rejected(() -> new Interval(2, 1), "must not exceed its upper end, got 2.0 and 1.0"));

    private static Arguments rejected(ThrowingCallable attempt, String message) {
        return Arguments.of(attempt, message);
    }

    @ParameterizedTest(name = "{1}")
    @FieldSource("REJECTED")
    void parametersOutOfRangeAreRejectedWithAMessage(ThrowingCallable attempt, String message) {
        assertThatIllegalArgumentException().isThrownBy(attempt).withMessageContaining(message);
    }

    @Test
    void studentTWithOneDegreeOfFreedomIsCauchy() {
        var t = new StudentT(1);
        for (double x : new double[] {-1e9, -30, -1, -1e-3, 0, 1e-12, 1e-8, 1e-4, 0.7, 2, 1e5}) {
            assertThat(t.cdf(x)).as("at %s", x).isCloseTo(0.5 + Math.atan(x) / Math.PI, within(1e-15));
        }
        assertThat(t.survival(1e9)).isCloseTo(1e-9 / Math.PI, within(1e-22));
        assertThat(t.mean()).isNaN();
        assertThat(t.variance()).isNaN();
        assertThat(new StudentT(1.5).mean()).isEqualTo(0);
        assertThat(new StudentT(1.5).variance()).isEqualTo(INFINITY);
    }

    @Test
    void specialCasesAreEqual() {
        for (double x = 0.05; x < 1; x += 0.05) {
            assertThat(new Gamma(1, 3).logDensity(x)).isCloseTo(new Exponential(3).logDensity(x), within(1e-13));
            assertThat(new Beta(1, 1).density(x)).isCloseTo(1, within(1e-13));
            assertThat(new ChiSquared(2).cdf(x)).isCloseTo(new Exponential(0.5).cdf(x), within(1e-14));
            assertThat(new StudentT(1e7).density(x)).isCloseTo(Normal.standard().density(x), within(1e-7));
        }
        for (int k = 0; k <= 10; k++) {
            assertThat(new Binomial(1_000_000, 3e-6).density(k)).isCloseTo(new Poisson(3).density(k), within(1e-6));
        }
        assertThat(new Binomial(1, 0.3).logDensity(1)).isCloseTo(new Bernoulli(0.3).logDensity(1), within(1e-15));
    }

    @Test
    void aDensityMayBeInfiniteAtTheEndOfItsSupport() {
        assertThat(new Gamma(0.5, 1).density(0)).isEqualTo(INFINITY);
        assertThat(new Gamma(1, 2).density(0)).isCloseTo(2, within(1e-15));
        assertThat(new Gamma(2, 1).density(0)).isEqualTo(0);
        assertThat(new Beta(0.5, 2).density(0)).isEqualTo(INFINITY);
        assertThat(new Beta(0.5, 2).density(1)).isEqualTo(0);
        assertThat(new Beta(1, 4).density(0)).isCloseTo(4, within(1e-14));
        assertThat(new Beta(4, 1).density(1)).isCloseTo(4, within(1e-14));
    }

    @Test
    void drawsWithTinyShapesAreInRange() {
        var rng = Rng.of(5);
        for (int i = 0; i < 1000; i++) {
            assertThat(new Beta(1e-4, 1e-4).sample(rng)).isBetween(0.0, 1.0);
            assertThat(new Gamma(1e-4, 1).sample(rng)).isGreaterThanOrEqualTo(0).isFinite();
        }
        double mean =
                RunningMoments.of(new Beta(1e-3, 3e-3).sample(20_000, rng)).mean();
        assertThat(mean).isCloseTo(0.25, within(5 * Math.sqrt(0.1875 / 20_000)));
    }

    @Test
    void countsOfMillionsAreDrawnWithoutCountingToMillions() {
        var rng = Rng.of(3);
        var poisson = new Poisson(4e9);
        var binomial = new Binomial(2_000_000_000, 0.3);
        for (int i = 0; i < 100; i++) {
            assertThat(poisson.sample(rng)).isCloseTo(4e9, within(6 * Math.sqrt(4e9)));
            assertThat(binomial.sample(rng)).isCloseTo(6e8, within(6 * Math.sqrt(4.2e8)));
        }
    }

    @Test
    void weightsBecomeProbabilities() {
        assertThat(Categorical.ofWeights(1, 0, 3)).isEqualTo(Categorical.of(0.25, 0, 0.75));
        assertThat(new Normal(2, 3).standardise(8)).isEqualTo(2);
    }

    @Test
    void anIntervalContainsItsEnds() {
        var interval = new Interval(-1, 2);
        assertThat(interval.contains(-1)).isTrue();
        assertThat(interval.contains(2)).isTrue();
        assertThat(interval.contains(2.1)).isFalse();
        assertThat(interval.contains(Double.NaN)).isFalse();
        assertThat(interval.width()).isEqualTo(3);
    }
}
