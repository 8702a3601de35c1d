package gradus.ml.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DerivativeTest {

    record Known(String name, DoubleUnaryOperator f, DoubleUnaryOperator derivative, double... at) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Known> known() {
        return Stream.of(
                new Known("constant", x -> 7, x -> 0, 0, 1e6),
                new Known("line", x -> 3 * x - 1, x -> 3, 0, -1e6),
                new Known("square", x -> x * x, x -> 2 * x, 0, 1, 1e6),
                new Known("fifth power", x -> x * x * x * x * x, x -> 5 * x * x * x * x, 0.5, -3),
                new Known("exponential", Math::exp, Math::exp, -5, 0, 10),
                new Known("logarithm", Math::log, x -> 1 / x, 1e-2, 1, 1e6),
                new Known("sine", Math::sin, Math::cos, 0, 1, 100),
                new Known("tangent", Math::tan, x -> 1 / (Math.cos(x) * Math.cos(x)), 0, 1.5),
                new Known("root", Math::sqrt, x -> 0.5 / Math.sqrt(x), 1e-2, 1, 1e6),
                new Known("inverse", x -> 1 / x, x -> -1 / (x * x), 1e-2, -2),
                new Known("logistic", x -> 1 / (1 + Math.exp(-x)), DerivativeTest::logisticSlope, -3, 0, 3),
                new Known("bell", x -> Math.exp(-x * x), x -> -2 * x * Math.exp(-x * x), 0, 0.7),
                new Known("fast sine", x -> Math.sin(50 * x), x -> 50 * Math.cos(50 * x), 0, 1));
    }

    private static double logisticSlope(double x) {
        double p = 1 / (1 + Math.exp(-x));
        return p * (1 - p);
    }

    @ParameterizedTest
    @MethodSource("known")
    void extrapolationFindsNineDigits(Known known) {
        for (double x : known.at()) {
            double expected = known.derivative().applyAsDouble(x);
            Derivative.Approximation found = Derivative.richardsonWithError(known.f(), x);
            assertThat(found.value())
                    .as("at " + x)
                    .isCloseTo(expected, within(1e-9 * Math.max(1e-3, Math.abs(expected))));
            assertThat(Derivative.richardson(known.f(), x)).isEqualTo(found.value());
        }
    }

    @ParameterizedTest
    @MethodSource("known")
    void centralDifferencesFindSixDigits(Known known) {
        for (double x : known.at()) {
            double expected = known.derivative().applyAsDouble(x);
            if (Math.abs(x) >= 0.5 || x == 0) {
                assertThat(Derivative.central(known.f(), x))
                        .as("at " + x)
                        .isCloseTo(expected, within(1e-6 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    @Test
    void theErrorFallsToAQuarterWhenTheStepIsHalved() {
        for (double h = 0.1; h > 1e-3; h /= 2) {
            double error = Derivative.central(Math::exp, 1, h) - Math.E;
            double halved = Derivative.central(Math::exp, 1, h / 2) - Math.E;
            assertThat(error / halved).isCloseTo(4, within(0.02));
        }
    }

    @Test
    void extrapolationCancelsTheFirstTermOfTheError() {
        for (double h = 0.5; h > 0.05; h /= 2) {
            double error = Derivative.richardson(Math::exp, 1, h) - Math.E;
            double halved = Derivative.richardson(Math::exp, 1, h / 2) - Math.E;
            assertThat(error / halved).isCloseTo(16, within(0.3));
        }
        assertThat(Derivative.richardson(x -> x * x * x * x, 1, 1)).isCloseTo(4, within(1e-14));
        assertThat(Derivative.richardson(x -> x * x * x * x * x, 1, 1)).isCloseTo(4.75, within(1e-14));
    }

    @Test
    void theStepIsChosenByItself() {
        assertThat(Derivative.richardson(Math::exp, 1)).isCloseTo(Math.E, within(1e-12));
        assertThat(Derivative.richardson(Math::sin, 1)).isCloseTo(Math.cos(1), within(1e-12));
        assertThat(Derivative.richardson(x -> Math.pow(x, 3), 1)).isCloseTo(3, within(1e-13));
    }

    @Test
    void digitsThatAgreeByCoincidenceAreNotTakenWhereTheFunctionIsZero() {
        for (double x = 0.1; x < 3; x += 0.1) {
            double constant = Math.exp(x);
            Derivative.Approximation found = Derivative.richardsonWithError(y -> Math.exp(y) - constant, x);
            double error = Math.abs(found.value() - constant);
            assertThat(error).as("at " + x).isLessThan(1e-11 * constant);
            assertThat(error).as("at " + x).isLessThanOrEqualTo(10 * found.errorEstimate());
        }
    }

    @Test
    void theErrorGrowsAgainWhenTheStepIsTooSmall() {
        assertThat(Math.abs(Derivative.central(Math::exp, 1, 1e-13) - Math.E))
                .isGreaterThan(1000 * Math.abs(Derivative.central(Math::exp, 1) - Math.E));
    }

    @Test
    void aStepThatDoesNotChangeXIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Derivative.central(Math::exp, 1e6, 1e-12))
                .withMessageContaining("1.0E-12");
        assertThatIllegalArgumentException().isThrownBy(() -> Derivative.central(Math::exp, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Derivative.central(Math::exp, Double.NaN));
    }

    @Test
    void noStepReachesBeyondTheLargestNumber() {
        assertThat(Derivative.richardson(x -> x / 1e300, 1e308)).isCloseTo(1e-300, within(1e-310));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Derivative.central(x -> 1, Double.MAX_VALUE))
                .withMessageContaining("finite");
    }

    @Test
    void aPointOutsideTheDomainIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Derivative.richardson(Math::log, -1))
                .withMessageContaining("x = -1.0");
    }
}
