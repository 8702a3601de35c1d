package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every distribution over the whole range of its parameters: the smallest and the largest, both far tails,
/// the ends of the support, tiny probabilities. `reference.py` computed the values to 20 digits from the
/// definitions, and says how.
///
/// All agree to a relative error of 1e-12, and a log-probability to an absolute error of as much; only a
/// result below 1e-300 has fewer digits. Some arguments are left out, because there the distribution
/// amplifies the rounding of an argument to more: a gamma distribution whose `rate·x` is rounded, and a
/// normal one whose mean is rounded, thousands of standard deviations from 0.
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
        double exactLog = Fixture.number(logDensity);
        agree(d.logDensity(x), exactLog, ofLog(exactLog));
        agree(d.density(x), Math.exp(exactLog), Math.exp(exactLog));
        agree(d.cdf(x), Fixture.number(cdf), Fixture.number(cdf));
        agree(d.logCdf(x), Fixture.number(logCdf), ofLogProbability(Fixture.number(logCdf)));
        agree(d.survival(x), Fixture.number(survival), Fixture.number(survival));
        agree(d.logSurvival(x), Fixture.number(logSurvival), ofLogProbability(Fixture.number(logSurvival)));
    }

    @ParameterizedTest(name = "{1}({2}) quantile {3}")
    @MethodSource("quantiles")
    void quantiles(String kind, String family, String parameters, String p, String x) {
        var d = Fixture.distribution(family, parameters);
        double exact = Fixture.number(x);
        agree(d.quantile(Fixture.number(p)), exact, ofQuantile(d, Fixture.number(p), exact));
    }

    @ParameterizedTest(name = "{1}({2}) inverse survival {3}")
    @MethodSource("inverseSurvivals")
    void inverseSurvivals(String kind, String family, String parameters, String p, String x) {
        var d = Fixture.distribution(family, parameters);
        double exact = Fixture.number(x);
        agree(d.inverseSurvival(Fixture.number(p)), exact, ofQuantile(d, Fixture.number(p), exact));
    }

    /// All but the categorical distribution, whose probabilities are its parameters.
    @Test
    void everyDistributionIsInTheTable() {
        var families = places().stream().map(row -> row[1]).distinct().toList();
        for (Distribution d : DistributionsTest.ALL) {
            if (!(d instanceof Categorical)) {
                assertThat(families).contains(d.getClass().getSimpleName());
            }
        }
    }

    /// The size of an error of a logarithm, which is a relative error of the number. Far from 0, a logarithm
    /// has all its digits.
    private static double ofLog(double log) {
        return Math.max(1, 0.01 * Math.abs(log));
    }

    /// The logarithm of a probability close to 1 has all its digits too.
    private static double ofLogProbability(double log) {
        return Math.abs(log) < 1e-3 ? Math.abs(log) : ofLog(log);
    }

    /// A relative error of the probability changes the quantile by more than its rounding where the cdf is
    /// flat, and near 0.
    private static double ofQuantile(Distribution d, double p, double x) {
        return Math.max(Math.abs(x), p / d.density(x));
    }

    private static void agree(double ours, double exact, double size) {
        if (Double.isFinite(exact)) {
            assertThat(ours).isCloseTo(exact, within(TOLERANCE * size + 8 * Double.MIN_VALUE));
        } else {
            assertThat(ours).isEqualTo(exact);
        }
    }
}
