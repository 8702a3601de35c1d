package gradus.ml.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.calculus.GradientCheck.PartialDerivative;
import gradus.ml.calculus.GradientCheck.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientCheckTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void theFirstOfTheLargestRelativeErrorsIsReported() {
        assertThat(compare(List.of(exactly(10), exactly(4), exactly(2)), 8, 2, 1))
                .isEqualTo(new Report(1, 0.5, 4, 2, List.of()));
        assertThat(compare(List.of(exactly(10), exactly(0)), 10, 0)).isEqualTo(new Report(0, 0, 10, 10, List.of()));
    }

    @Test
    void aDifferenceWithinTheUncertaintyIsNoError() {
        var numerical = List.of(new PartialDerivative(100, 0.5, false));
        assertThat(compare(numerical, 100.5).relativeError()).isZero();
        assertThat(compare(numerical, 98).relativeError()).isEqualTo(1.5 / 100);
    }

    @Test
    void aDerivativeNearZeroIsJudgedByTheLargestOneThatIsFinite() {
        var numerical = List.of(new PartialDerivative(-1000, 0, true), exactly(0), exactly(INFINITY));
        Report report = compare(numerical, 7, 1e-6, 1);
        assertThat(report).isEqualTo(new Report(2, INFINITY, INFINITY, 1, List.of(0)));
        assertThat(compare(numerical.subList(0, 2), 7, 1e-6)).isEqualTo(new Report(1, 1e-3, 0, 1e-6, List.of(0)));
    }

    @Test
    void whatIsNotFiniteHasAnInfiniteErrorWhateverItsUncertainty() {
        for (double bad : new double[] {Double.NaN, INFINITY, -INFINITY}) {
            for (double uncertainty : new double[] {0, INFINITY, Double.NaN}) {
                var numerical = List.of(exactly(1), new PartialDerivative(bad, uncertainty, false));
                assertThat(compare(numerical, 1, bad).relativeError()).isEqualTo(INFINITY);
                assertThat(compare(numerical, 1, 2).worstIndex()).isEqualTo(1);
            }
            assertThat(compare(List.of(exactly(1)), bad).relativeError()).isEqualTo(INFINITY);
        }
    }

    @Test
    void ifEveryParameterHasAKinkNothingIsCompared() {
        Report report = compare(List.of(new PartialDerivative(0, 0, true)), Double.NaN);
        assertThat(report).isEqualTo(new Report(-1, 0, Double.NaN, Double.NaN, List.of(0)));
        assertThat(report).hasToString("no parameter could be checked; not checked because of a kink: [0]");
    }

    @Test
    void thereMustBeOneDerivativePerParameter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compare(List.of(exactly(1)), 1, 2))
                .withMessageContaining("2 derivatives for 1 parameters");
    }

    private static Report compare(List<PartialDerivative> numerical, double... analytic) {
        return GradientCheck.compare(numerical, analytic);
    }

    private static PartialDerivative exactly(double value) {
        return new PartialDerivative(value, 0, false);
    }
}
