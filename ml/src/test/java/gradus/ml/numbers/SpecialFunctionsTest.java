package gradus.ml.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every special function against 50-digit values, computed by `fixtures.py` next to them.
class SpecialFunctionsTest {

    private static final double U = 0x1p-53;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /// The error bound of each function: `units·u·max(floor, |result|)`.
    enum Promise {
        LOG_GAMMA("logGamma", 12, 0, a -> GammaFunction.log(a[0])),
        LOG_GAMMA_ONE_PLUS("logGammaOnePlus", 12, 0, a -> GammaFunction.log1p(a[0])),
        STIRLING_ERROR("stirlingError", 10, 1, a -> GammaFunction.stirlingError(a[0])),
        DIGAMMA("digamma", 12, 1, a -> GammaFunction.digamma(a[0])),
        LOG_BETA("logBeta", 20, 1, a -> BetaFunction.log(a[0], a[1])),
        ERROR_FUNCTION("erf", 8, 0, a -> ErrorFunction.of(a[0])),
        COMPLEMENT("erfc", 32, 0, a -> ErrorFunction.complement(a[0])),
        SCALED_COMPLEMENT("scaledComplement", 20, 0, a -> ErrorFunction.scaledComplement(a[0])),
        PROBIT("probit", 16, 0, a -> Probit.of(a[0])),
        LOWER_GAMMA("lowerGamma", 1e-12 / U, 0, a -> IncompleteGamma.lower(a[0], a[1])),
        UPPER_GAMMA("upperGamma", 1e-12 / U, 0, a -> IncompleteGamma.upper(a[0], a[1])),
        LOWER_BETA("lowerBeta", 1e-12 / U, 0, a -> BetaFunction.lowerIncomplete(a[0], a[1], a[2])),
        UPPER_BETA("upperBeta", 1e-12 / U, 0, a -> BetaFunction.upperIncomplete(a[0], a[1], a[2]));

        private final String name;
        private final double units;
        private final double floor;
        private final Function function;

        Promise(String name, double units, double floor, Function function) {
            this.name = name;
            this.units = units;
            this.floor = floor;
            this.function = function;
        }
    }

    private interface Function {
        double at(double[] arguments);
    }

    @ParameterizedTest
    @EnumSource(Promise.class)
    void everyFunctionKeepsItsErrorBound(Promise promise) {
        List<String[]> rows =
                fixture().stream().filter(row -> row[0].equals(promise.name)).toList();
        assertThat(rows).hasSizeGreaterThan(5);
        for (String[] row : rows) {
            double[] arguments = Arrays.stream(row, 1, row.length - 1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            BigDecimal exact = new BigDecimal(row[row.length - 1]);
            double result = promise.function.at(arguments);
            double error = new BigDecimal(result).subtract(exact).abs().doubleValue();
            double scale = Math.max(promise.floor, Math.abs(exact.doubleValue()));
            assertThat(error)
                    .as("%s of %s is %s, got %s", promise.name, Arrays.toString(arguments), exact, result)
                    .isLessThanOrEqualTo(promise.units * U * scale);
        }
    }

    private static List<String[]> fixture() {
        try (var stream = SpecialFunctionsTest.class.getResourceAsStream("special-functions.csv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void factorialsAreExactWhileTheyFitADouble() {
        double factorial = 1;
        for (int n = 1; n <= 20; n++) {
            factorial *= n;
            assertThat(Math.exp(GammaFunction.logFactorial(n))).isCloseTo(factorial, within(1e-13 * factorial));
        }
        assertThat(GammaFunction.logFactorial(0)).isCloseTo(0, within(1e-15));
    }

    @Test
    void theGammaFunctionFollowsItsRecurrence() {
        var rng = Rng.of(7);
        for (int i = 0; i < 1000; i++) {
            double x = 100 * rng.nextDouble() + 1e-6;
            assertThat(GammaFunction.log(x + 1)).isCloseTo(GammaFunction.log(x) + Math.log(x), within(2e-13));
            assertThat(GammaFunction.digamma(x + 1)).isCloseTo(GammaFunction.digamma(x) + 1 / x, within(1e-9));
        }
    }

    @Test
    void lowerAndUpperIncompleteIntegralsSumToOne() {
        var rng = Rng.of(8);
        for (int i = 0; i < 1000; i++) {
            double a = 50 * rng.nextDouble() + 0.01;
            double b = 50 * rng.nextDouble() + 0.01;
            double x = 100 * rng.nextDouble();
            double p = rng.nextDouble();
            assertThat(IncompleteGamma.lower(a, x) + IncompleteGamma.upper(a, x))
                    .isCloseTo(1, within(1e-15));
            assertThat(BetaFunction.lowerIncomplete(a, b, p) + BetaFunction.upperIncomplete(a, b, p))
                    .isCloseTo(1, within(1e-13));
            assertThat(ErrorFunction.of(x / 20) + ErrorFunction.complement(x / 20))
                    .isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void atTheirEndsTheFunctionsAreExact() {
        assertThat(GammaFunction.log(INFINITY)).isEqualTo(INFINITY);
        assertThat(IncompleteGamma.lower(3, 0)).isEqualTo(0);
        assertThat(IncompleteGamma.upper(3, INFINITY)).isEqualTo(0);
        assertThat(IncompleteGamma.lower(3, 1e308)).isEqualTo(1);
        assertThat(BetaFunction.lowerIncomplete(2, 3, 0)).isEqualTo(0);
        assertThat(BetaFunction.lowerIncomplete(2, 3, 1)).isEqualTo(1);
        assertThat(ErrorFunction.of(0)).isEqualTo(0);
        assertThat(ErrorFunction.of(-INFINITY)).isEqualTo(-1);
        assertThat(ErrorFunction.complement(INFINITY)).isEqualTo(0);
        assertThat(ErrorFunction.complement(-INFINITY)).isEqualTo(2);
        assertThat(ErrorFunction.complement(Double.NaN)).isNaN();
        assertThat(Probit.of(0)).isEqualTo(-INFINITY);
        assertThat(Probit.of(0.5)).isEqualTo(0);
        assertThat(Probit.of(1)).isEqualTo(INFINITY);
        assertThat(Probit.of(Double.MIN_VALUE)).isCloseTo(-38.467405617144344, within(1e-13));
    }

    @Test
    void theDevianceIsZeroAtTheMeanAndKeepsItsDigitsNearIt() {
        assertThat(LogPmf.deviance(1e8, 1e8)).isZero();
        assertThat(LogPmf.deviance(0, 3)).isEqualTo(3);
        assertThat(LogPmf.deviance(3, 0)).isEqualTo(INFINITY);
        assertThat(LogPmf.deviance(3, INFINITY)).isEqualTo(INFINITY);
        // (x - m)²/2m - (x - m)³/6m² + …, where the definition would subtract numbers of size 1e8.
        assertThat(LogPmf.deviance(1e8 + 1, 1e8)).isCloseTo(5e-9 - 1e-16 / 6, within(1e-22));
        assertThat(LogPmf.deviance(3, 2)).isCloseTo(3 * Math.log(1.5) - 1, within(1e-15));
    }

    /// The exact value was computed with 60 digits; `1 − a/n` would have lost half of those of a `double`.
    @Test
    void aProbabilityFarFromTheMeanKeepsItsDigits() {
        assertThat(LogPmf.binomial(5e7, 0.02, 1 - 0x1p-26, 0x1p-26)).isCloseTo(-0.73972543833305106251, within(1e-14));
        assertThat(LogPmf.binomial(0.02, 5e7, 0x1p-26, 1 - 0x1p-26)).isCloseTo(-0.73972543833305106251, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.NEGATIVE_INFINITY})
    void theGammaFunctionRejectsNonPositiveArguments(double x) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GammaFunction.log(x))
                .withMessageContaining("greater than 0, got " + x);
        assertThatIllegalArgumentException().isThrownBy(() -> GammaFunction.stirlingError(x));
        assertThatIllegalArgumentException().isThrownBy(() -> GammaFunction.digamma(x));
        assertThatIllegalArgumentException().isThrownBy(() -> BetaFunction.log(1, x));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IncompleteGamma.lower(x, 1))
                .withMessageContaining("got a = " + x);
    }

    @Test
    void argumentsOutOfRangeAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Probit.of(1.5))
                .withMessage("a probability must lie between 0 and 1, got 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BetaFunction.lowerIncomplete(1, 1, -0.1))
                .withMessageContaining("between 0 and 1, got -0.1");
        assertThatIllegalArgumentException().isThrownBy(() -> IncompleteGamma.upper(1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> GammaFunction.logFactorial(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogPmf.poisson(-1, 2))
                .withMessage("the arguments must be at least 0, got -1.0 and 2.0");
        assertThatIllegalArgumentException().isThrownBy(() -> LogPmf.binomial(1, -1, 0.5, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> LogPmf.deviance(1, -1));
    }
}
