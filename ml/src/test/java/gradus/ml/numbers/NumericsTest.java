package gradus.ml.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumericsTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final BigDecimal U = new BigDecimal(0x1p-53);

    @Test
    void aSumKeepsSmallTermsNextToALargeOne() {
        assertThat(Numerics.sum(new double[] {1e16, 1, -1e16})).isEqualTo(1);
        assertThat(Numerics.sum(new double[] {1, 1e16, -1e16})).isEqualTo(1);
        assertThat(Numerics.sum(new double[] {1, 1e100, 1, -1e100})).isEqualTo(2);
    }

    @Test
    void aSumStaysWithinItsDocumentedBound() {
        var random = new Random(1974);
        for (int n = 0; n < 300; n++) {
            double[] x = random.doubles(n)
                    .map(v -> Math.scalb(v - 0.5, random.nextInt(120)))
                    .toArray();
            BigDecimal exact = BigDecimal.ZERO;
            BigDecimal sizes = BigDecimal.ZERO;
            for (double value : x) {
                exact = exact.add(new BigDecimal(value));
                sizes = sizes.add(new BigDecimal(value).abs());
            }
            BigDecimal spread = U.multiply(BigDecimal.valueOf(n)).pow(2).multiply(sizes);
            BigDecimal bound = U.multiply(exact.abs()).add(spread);
            BigDecimal error = new BigDecimal(Numerics.sum(x)).subtract(exact).abs();
            assertThat(error).as("error for n = %d", n).isLessThanOrEqualTo(bound);
        }
    }

    @Test
    void aMillionTenthsAreAHundredThousand() {
        var tenths = new double[1_000_000];
        Arrays.fill(tenths, 0.1);
        assertThat(Numerics.sum(tenths)).isEqualTo(100_000);
    }

    @Test
    void aSumOfNothingIsZero() {
        assertThat(Numerics.sum(new double[0])).isZero();
    }

    @Test
    void aSumPropagatesInfinitiesAndNaN() {
        assertThat(Numerics.sum(new double[] {1, INFINITY, 2})).isEqualTo(INFINITY);
        assertThat(Numerics.sum(new double[] {-INFINITY, 1})).isEqualTo(-INFINITY);
        assertThat(Numerics.sum(new double[] {INFINITY, -INFINITY})).isNaN();
        assertThat(Numerics.sum(new double[] {1, Double.NaN, 2})).isNaN();
        assertThat(Numerics.sum(new double[] {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE}))
                .isEqualTo(INFINITY);
    }

    @Test
    void logSumExpFollowsItsDefinitionWhereTheDefinitionIsSafe() {
        var random = new Random(7);
        for (int n = 1; n < 50; n++) {
            double[] x = random.doubles(n, -5, 5).toArray();
            double direct = Math.log(Arrays.stream(x).map(Math::exp).sum());
            assertThat(Numerics.logSumExp(x)).isCloseTo(direct, within(1e-13));
        }
    }

    @Test
    void logSumExpNeitherOverflowsNorUnderflows() {
        assertThat(Numerics.logSumExp(new double[] {1000, 1000})).isCloseTo(1000 + Math.log(2), within(1e-12));
        assertThat(Numerics.logSumExp(new double[] {-1000, -1000})).isCloseTo(-1000 + Math.log(2), within(1e-12));
        assertThat(Numerics.logSumExp(new double[] {Double.MAX_VALUE, -Double.MAX_VALUE}))
                .isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void logSumExpAtTheEdges() {
        assertThat(Numerics.logSumExp(new double[0])).isEqualTo(-INFINITY);
        assertThat(Numerics.logSumExp(new double[] {-INFINITY, -INFINITY})).isEqualTo(-INFINITY);
        assertThat(Numerics.logSumExp(new double[] {-INFINITY, 3})).isEqualTo(3);
        assertThat(Numerics.logSumExp(new double[] {INFINITY, -INFINITY, 3})).isEqualTo(INFINITY);
        assertThat(Numerics.logSumExp(new double[] {INFINITY, Double.NaN})).isNaN();
    }

    @Test
    void closeTakesTheLargerOfTheTwoTolerances() {
        assertThat(Numerics.close(1000, 1100, 0.095, 0)).isTrue();
        assertThat(Numerics.close(1100, 1000, 0.095, 0)).isTrue();
        assertThat(Numerics.close(1000, 1100, 0.05, 60)).isFalse();
        assertThat(Numerics.close(1, 1.5, 0, 0.5)).isTrue();
        assertThat(Numerics.close(1e-12, 0, 1e-9, 0)).isFalse();
        assertThat(Numerics.close(1e-12, 0, 0, 1e-9)).isTrue();
    }

    @Test
    void nanIsCloseToNothingAndAnInfinityToItselfOnly() {
        assertThat(Numerics.close(Double.NaN, Double.NaN, 1, INFINITY)).isFalse();
        assertThat(Numerics.close(INFINITY, INFINITY, 0, 0)).isTrue();
        assertThat(Numerics.close(INFINITY, -INFINITY, 1, INFINITY)).isFalse();
        assertThat(Numerics.close(Double.MAX_VALUE, INFINITY, 1, 0)).isFalse();
    }

    @Test
    void closeRejectsAToleranceThatIsNegativeOrNaN() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Numerics.close(1, 1, -1e-9, 0))
                .withMessageContaining("-1.0E-9");
        assertThatIllegalArgumentException().isThrownBy(() -> Numerics.close(1, 1, 0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Numerics.close(1, 1, Double.NaN, 0));
    }
}
