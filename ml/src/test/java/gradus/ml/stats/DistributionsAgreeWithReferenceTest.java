package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every distribution over the whole range of its parameters: the smallest and the largest, both far tails, the
/// ends of the support, tiny probabilities. `reference.py` computed the values to 20 digits from the
/// definitions, and says how.
///
/// All agree to a relative error of 1e-12, and a log-probability to an absolute error of as much; only a result
/// below 1e-300 has fewer digits. Some arguments are left out, because there the distribution amplifies the
/// rounding of an argument to more: a gamma distribution whose `rate·x` is rounded, and a normal one whose mean
/// is rounded, thousands of standard deviations from 0.
class DistributionsAgreeWithReferenceTest {

    private static final double TOLERANCE = 1e-12;

    static List<String[]> places() {
        return Fixture.rows("reference.csv", "at");
    }

    static List<String[]> quantiles() {
        return Fixture.rows("reference.csv", "quantile");
    }

    static List<String[]> inverseSurvivals() {
        return Fixture.rows("reference.csv", "inverseSurvival");
    }

    @ParameterizedTest(name = "{1}({2}) at {3}")
    @MethodSource("places")
    void densitiesAndProbabilities(
            String kind,
            String family,
            String parameters,
            String at,
            String logDensity,
            String logCdf,
            String logSurvival,
            String cdf,
            String survival) {
        var d = Fixture.distribution(family, parameters);
        double x = Fixture.number(at);
        logsAgree(d.logDensity(x), Fixture.number(logDensity));
        logsAgree(d.logCdf(x), Fixture.number(logCdf));
        logsAgree(d.logSurvival(x), Fixture.number(logSurvival));
        agree(d.density(x), Math.exp(Fixture.number(logDensity)), 1);
        agree(d.cdf(x), Fixture.number(cdf), 1);
        agree(d.survival(x), Fixture.number(survival), 1);
    }

    @ParameterizedTest(name = "{1}({2}) quantile {3}")
    @MethodSource("quantiles")
    void quantiles(String kind, String family, String parameters, String p, String x) {
        var d = Fixture.distribution(family, parameters);
        agree(d.quantile(Fixture.number(p)), Fixture.number(x), condition(d, Fixture.number(p), Fixture.number(x)));
    }

    @ParameterizedTest(name = "{1}({2}) inverse survival {3}")
    @MethodSource("inverseSurvivals")
    void inverseSurvivals(String kind, String family, String parameters, String p, String x) {
        var d = Fixture.distribution(family, parameters);
        agree(
                d.inverseSurvival(Fixture.number(p)),
                Fixture.number(x),
                condition(d, Fixture.number(p), Fixture.number(x)));
    }

    /// By how much the quantile amplifies a relative error of the probability: much where the cdf is flat, and
    /// near 0.
    private static double condition(Distribution d, double p, double x) {
        return Math.max(1, p / Math.abs(x * d.density(x)));
    }

    private static void agree(double ours, double exact, double condition) {
        if (Double.isFinite(exact)) {
            assertThat(ours)
                    .isCloseTo(exact, within(TOLERANCE * condition * Math.abs(exact) + 8 * Double.MIN_VALUE));
        } else {
            assertThat(ours).isEqualTo(exact);
        }
    }

    /// Near 0 and far from it, a logarithm has all its digits.
    private static void logsAgree(double ours, double exact) {
        if (Double.isFinite(exact)) {
            double scale = Math.abs(exact) < 1e-3 ? Math.abs(exact) : Math.max(1, 0.01 * Math.abs(exact));
            assertThat(ours).isCloseTo(exact, within(TOLERANCE * scale + 8 * Double.MIN_VALUE));
        } else {
            assertThat(ours).isEqualTo(exact);
        }
    }
}
