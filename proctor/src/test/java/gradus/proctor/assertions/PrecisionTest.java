package gradus.proctor.assertions;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.failure.Failures.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.proctor.property.Gen;
import gradus.proctor.property.Property;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PrecisionTest {

    @Test
    void theToleranceIsTwiceGammaTimesTheConditionNumber() {
        assertThat(Precision.DOUBLE.gamma(8)).isEqualTo(8 * 0x1p-53 / (1 - 8 * 0x1p-53));
        assertThat(Precision.DOUBLE.relativeTolerance(8, 1000)).isCloseTo(16_000 * 0x1p-53, within(1e-20));
        assertThat(Precision.FLOAT.sumTolerance(1, -3)).isCloseTo(16 * 0x1p-24, within(1e-12));
        assertThat(Precision.FLOAT.dotTolerance(new double[] {1, 2}, new double[] {3, -4}))
                .isCloseTo(44 * 0x1p-24, within(1e-11));
    }

    @Test
    void aSumInAnyOrderIsWithinItsToleranceAndOneInFloatIsNot() {
        Property.forAll(Gen.arrays(Gen.finiteDoubles().filter(x -> Math.abs(x) < 1e100), 1, 30))
                .check(x -> {
                    BigDecimal exact = BigDecimal.ZERO;
                    double backwards = 0;
                    for (int i = x.length - 1; i >= 0; i--) {
                        exact = exact.add(new BigDecimal(x[i]));
                        backwards += x[i];
                    }
                    double sum = backwards;
                    calling("sum", () -> sum)
                            .within(0, Precision.DOUBLE.sumTolerance(x))
                            .gives(exact.doubleValue(), "");
                });

        double[] terms = {0.1, 0.2, 0.3};
        float wrong = 0.1f + 0.2f + 0.3f;
        assertThat(finding(() -> calling("sum", () -> (double) wrong)
                                .within(0, Precision.DOUBLE.sumTolerance(terms))
                                .gives(0.6, ""))
                        .got())
                .isEqualTo("0.6000000238418579");
    }

    @Test
    void aSolutionOfAnIllConditionedSystemPassesOnlyWithItsConditionNumber() {
        int n = 6;
        double conditionOfHilbert = 1.5e7;
        double[] ones = {1, 1, 1, 1, 1, 1};
        var solution = calling("hilbert.solve(b)", () -> solveHilbert(n));

        solution.within(Precision.DOUBLE.relativeTolerance(3 * n, conditionOfHilbert), 0)
                .gives(ones, "b is the sum of each row");
        finding(() ->
                solution.within(Precision.DOUBLE.relativeTolerance(3 * n, 1), 0).gives(ones, ""));
        finding(() -> calling("wrong", () -> new double[] {1, 1, 1, 1.000_001, 1, 1})
                .within(Precision.DOUBLE.relativeTolerance(3 * n, conditionOfHilbert), 0)
                .gives(ones, ""));
    }

    private static double[] solveHilbert(int n) {
        double[][] a = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = 1.0 / (i + j + 1);
                a[i][n] += a[i][j];
            }
        }
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / a[k][k];
                for (int j = k; j <= n; j++) {
                    a[i][j] -= factor * a[k][j];
                }
            }
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double rest = a[i][n];
            for (int j = i + 1; j < n; j++) {
                rest -= a[i][j] * x[j];
            }
            x[i] = rest / a[i][i];
        }
        return x;
    }

    @Test
    void aConditionNumberThatLeavesNoDigitIsRejected() {
        assertThatThrownBy(() -> Precision.FLOAT.relativeTolerance(10, 1e7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("compare a residual");
        assertThatThrownBy(() -> Precision.DOUBLE.relativeTolerance(10, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
