package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Agreement with values that `fixtures.py` computed with SciPy, tails included.
class DistributionsAgreeWithSciPyTest {

    private static final double RELATIVE = 1e-10;

    static List<String[]> places() {
        return Fixture.rows("distributions.csv", "at");
    }

    static List<String[]> quantiles() {
        return Fixture.rows("distributions.csv", "quantile");
    }

    static List<String[]> moments() {
        return Fixture.rows("distributions.csv", "moments");
    }

    @ParameterizedTest(name = "{1}({2}) at {3}")
    @MethodSource("places")
    void densitiesAndProbabilities(
            String kind, String family, String parameters, String at, String log, String cdf, String survival) {
        var d = Fixture.distribution(family, parameters);
        double x = Fixture.number(at);
        agree(d.logDensity(x), Fixture.number(log));
        agree(d.cdf(x), Fixture.number(cdf));
        agree(d.survival(x), Fixture.number(survival));
    }

    @ParameterizedTest(name = "{1}({2}) quantile {3}")
    @MethodSource("quantiles")
    void quantiles(String kind, String family, String parameters, String p, String x) {
        agree(Fixture.distribution(family, parameters).quantile(Fixture.number(p)), Fixture.number(x));
    }

    @ParameterizedTest(name = "{1}({2}) moments")
    @MethodSource("moments")
    void meansAndVariances(String kind, String family, String parameters, String mean, String variance) {
        var d = Fixture.distribution(family, parameters);
        agree(d.mean(), Fixture.number(mean));
        agree(d.variance(), Fixture.number(variance));
    }

    private static void agree(double ours, double theirs) {
        if (Double.isFinite(theirs) && Double.isFinite(ours)) {
            assertThat(ours).isCloseTo(theirs, within(RELATIVE * Math.abs(theirs) + 1e-15));
        } else {
            assertThat(ours).isEqualTo(theirs);
        }
    }
}
