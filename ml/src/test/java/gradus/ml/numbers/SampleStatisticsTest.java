package gradus.ml.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Degenerate samples are tested with all other statistics, in package `stats`.
class SampleStatisticsTest {

    private static final MathContext DIGITS = new MathContext(60);

    /// Against exact arithmetic: the deviations have half of the digits of the values.
    @Test
    void momentsAreAccurateFarFromZero() {
        var rng = Rng.of(1983);
        for (double shift : new double[] {0, 1e4, 1e8, 1e12}) {
            double[] x = new double[500];
            Arrays.setAll(x, i -> shift + rng.gaussian());
            BigDecimal n = BigDecimal.valueOf(x.length);
            BigDecimal mean = Arrays.stream(x)
                    .mapToObj(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(n, DIGITS);
            double variance = Arrays.stream(x)
                    .mapToObj(value -> new BigDecimal(value).subtract(mean).pow(2))
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(n.subtract(BigDecimal.ONE), DIGITS)
                    .doubleValue();
            assertThat(SampleStatistics.mean(x)).isCloseTo(mean.doubleValue(), within(Math.ulp(mean.doubleValue())));
            assertThat(SampleStatistics.variance(x, 1)).isCloseTo(variance, within(2e-15 * variance));
            assertThat(SampleStatistics.standardDeviation(x, 1))
                    .isCloseTo(Math.sqrt(variance), within(2e-15 * Math.sqrt(variance)));
        }
    }

    @Test
    void momentsOfWholeNumbersAreExact() {
        double[] x = {1, 2, 3, 4, 5};
        assertThat(SampleStatistics.mean(x)).isEqualTo(3);
        assertThat(SampleStatistics.variance(x, 1)).isEqualTo(2.5);
        assertThat(SampleStatistics.variance(x, 0)).isEqualTo(2);
        assertThat(SampleStatistics.standardDeviation(new double[] {1, 3}, 0)).isEqualTo(1);
        assertThat(SampleStatistics.quantiles(x, 0, 0.25, 0.5, 0.6, 1)).containsExactly(1, 2, 3, 3.4, 5);
        assertThat(SampleStatistics.quantile(x, 0.5)).isEqualTo(3);
    }

    @Test
    void whatHasNoAnswerIsRefused() {
        double[] one = {1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleStatistics.mean(new double[0]))
                .withMessage("a mean needs at least 1 value, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleStatistics.variance(one, 1))
                .withMessage("a variance with ddof 1 needs at least 2 values, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleStatistics.standardDeviation(one, -1))
                .withMessage("ddof must be at least 0, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleStatistics.quantile(one, 1.5))
                .withMessage("the probability p of a quantile must be between 0 and 1, got 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleStatistics.quantile(new double[] {1, 2, Double.NaN}, 0.5))
                .withMessageContaining("a quantile needs finite values, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleStatistics.median(new double[] {1, Double.NaN}))
                .withMessage("a quantile needs finite values, got NaN at index 1; remove or replace it");
    }
}
