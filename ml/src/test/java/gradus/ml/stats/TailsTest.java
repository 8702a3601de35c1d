package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The tails of every distribution: tiny probabilities, their logarithms and their inverses. How accurate
/// they are is tested by [DistributionsAgreeWithReferenceTest].
class TailsTest {

    static final List<Distribution> ALL = DistributionsTest.ALL;

    static final List<Distribution> CONTINUOUS = DistributionsTest.CONTINUOUS;

    static final List<Distribution> DISCRETE = DistributionsTest.DISCRETE;

    private static final double[] TINY = {1e-300, 1e-100, 1e-20, 1e-9, 0.01, 0.3, 0.5};

    @ParameterizedTest
    @FieldSource("ALL")
    void theInverseSurvivalFunctionIsTheQuantileOfTheComplement(Distribution d) {
        for (double p : new double[] {0x1p-50, 0x1p-20, 0.25, 0.5, 0.75, 1 - 0x1p-20, 1 - 0x1p-50}) {
            double x = d.quantile(1 - p);
            assertThat(d.inverseSurvival(p)).isCloseTo(x, within(1e-13 * Math.abs(x)));
        }
        assertThat(d.inverseSurvival(0)).isEqualTo(d.support().high());
        assertThat(d.inverseSurvival(1)).isEqualTo(d.support().low());
    }

    @ParameterizedTest
    @FieldSource("CONTINUOUS")
    void theInverseSurvivalFunctionInvertsTheSurvivalFunctionForTinyProbabilities(Distribution d) {
        for (double p : TINY) {
            double x = d.inverseSurvival(p);
            // Up to the rounding of x, which may pass over many tiny probabilities.
            assertThat(d.survival(x + 4 * Math.ulp(x))).as("at %s", p).isLessThanOrEqualTo(p * (1 + 1e-12));
            assertThat(d.survival(x - 4 * Math.ulp(x))).as("at %s", p).isGreaterThanOrEqualTo(p * (1 - 1e-12));
        }
    }

    @ParameterizedTest
    @FieldSource("DISCRETE")
    void theInverseSurvivalFunctionOfADiscreteDistributionIsTheSmallestSufficientInteger(Distribution d) {
        for (double p : TINY) {
            double x = d.inverseSurvival(p);
            assertThat(d.survival(x)).isLessThanOrEqualTo(p);
            if (x > d.support().low()) {
                assertThat(d.survival(x - 1)).isGreaterThan(p);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void theLogarithmsAreThoseOfTheCdfAndTheSurvivalFunction(Distribution d) {
        for (double p : TINY) {
            for (double x : new double[] {d.quantile(p), d.inverseSurvival(p)}) {
                assertThat(Math.exp(d.logCdf(x))).isCloseTo(d.cdf(x), within(1e-12 * d.cdf(x)));
                assertThat(Math.exp(d.logSurvival(x))).isCloseTo(d.survival(x), within(1e-12 * d.survival(x)));
                assertThat(d.logCdf(x)).isLessThanOrEqualTo(0);
                assertThat(d.logSurvival(x)).isLessThanOrEqualTo(0);
            }
        }
        assertThat(d.logCdf(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(d.logSurvival(Double.POSITIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(d.logCdf(Double.POSITIVE_INFINITY)).isZero();
        assertThat(d.logSurvival(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(d.logCdf(Double.NaN)).isNaN();
        assertThat(d.logSurvival(Double.NaN)).isNaN();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aProbabilityOutOfRangeIsRefused(Distribution d) {
        for (double p : new double[] {-1e-300, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> d.inverseSurvival(p))
                    .withMessage("the probability p of a quantile must be between 0 and 1, got " + p);
        }
    }

    @Test
    void aTailThatUnderflowsStillHasALogarithm() {
        assertThat(Normal.standard().survival(40)).isZero();
        // The density at 40, divided by 40 and by 1 + 1/40² - …
        assertThat(Normal.standard().logSurvival(40)).isCloseTo(-804.6084420137538, within(1e-10));
        assertThat(new Poisson(1).logSurvival(1e6)).isFinite().isLessThan(-1e7);
        assertThat(new Beta(1000, 3).logCdf(1e-100)).isFinite().isLessThan(-2e5);
    }

    @Test
    void theTailsOfACategoricalDistributionAreSumsOfItsProbabilities() {
        var d = Categorical.of(1, 1e-300, 1e-200);
        assertThat(d.survival(0)).isEqualTo(1e-200 + 1e-300);
        assertThat(d.survival(1)).isEqualTo(1e-200);
        assertThat(d.inverseSurvival(1e-250)).isEqualTo(2);
        assertThat(d.inverseSurvival(1e-190)).isEqualTo(0);
        var rounded = Categorical.of(0.3, 0.3, 0.4 - 5e-10);
        assertThat(rounded.cdf(0) + rounded.survival(0)).isCloseTo(1, within(1e-15));
        assertThat(Categorical.of(0.1, 0.2, 0.7).probabilities().get(0)).isEqualTo(0.1);
    }

    /// 1 − 1e-20 is 1, so no quantile reaches that far.
    @Test
    void thePlaceOfATinyProbabilityIsFound() {
        assertThat(Normal.standard().inverseSurvival(1e-20)).isCloseTo(9.262340089798408, within(1e-14));
        assertThat(new Exponential(1).inverseSurvival(1e-300)).isCloseTo(300 * Math.log(10), within(1e-12));
    }

    /// Where the variance overflows or underflows, the standard deviation need not.
    @Test
    void standardDeviationsKeepTheirRange() {
        assertThat(new Exponential(1e-200).standardDeviation()).isEqualTo(1e200);
        assertThat(new Exponential(1e200).standardDeviation()).isEqualTo(1e-200);
        assertThat(new Laplace(0, 1e200).standardDeviation()).isCloseTo(Math.sqrt(2) * 1e200, within(1e185));
        assertThat(new Gamma(4, 1e-200).standardDeviation()).isCloseTo(2e200, within(1e185));
        assertThat(new Uniform(0, 1e-200).standardDeviation()).isCloseTo(1e-200 / Math.sqrt(12), within(1e-215));
        assertThat(new Beta(1, 1e300).standardDeviation()).isCloseTo(1e-300, within(1e-314));
        assertThat(new ChiSquared(1.7e308).standardDeviation()).isCloseTo(Math.sqrt(3.4) * 1e154, within(1e140));
    }

    /// The values were computed by mpmath with 40 digits, from densities and the incomplete beta function.
    @Test
    void logarithmsAndQuantilesDoNotUnderflowOrOverflowWithTheParameters() {
        double min = Double.MIN_VALUE;
        assertThat(new Gamma(min, 1).logSurvival(0.5)).isCloseTo(-745.02029479342605, within(1e-12));
        assertThat(new Beta(min, 1).logSurvival(0.4)).isCloseTo(-744.52749349317202, within(1e-12));
        assertThat(new Uniform(0, Double.MAX_VALUE).logCdf(min)).isCloseTo(-1454.2227848147653, within(1e-12));
        assertThat(new Exponential(1e-300).logCdf(1e-300)).isCloseTo(-1381.5510557964274, within(1e-12));
        assertThat(new StudentT(1e-300).logDensity(1e300)).isCloseTo(-1382.2442029769874, within(1e-12));
        assertThat(new StudentT(0.1).inverseSurvival(0.3)).isCloseTo(27.170126296735762, within(1e-12));
        assertThat(new StudentT(0.1).inverseSurvival(0.45)).isCloseTo(0.41538171529085825, within(1e-14));
        assertThat(new StudentT(0.01).inverseSurvival(0.3)).isCloseTo(7.6845418704473578e20, within(1e9));
    }
}
