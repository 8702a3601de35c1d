package gradus.checks.java_numerics;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.numbers.Numerics;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The visible checks: run them in your IDE as often as you like.
class NumericsTest {

    @Test
    @DisplayName("the sum of no numbers is 0")
    @Clause("sum-of-none")
    void sumOfNothing() {
        calling("Numerics.sum(new double[0])", () -> Numerics.sum(new double[0]))
                .gives(0.0, "the empty sum is 0");
    }

    @Test
    @DisplayName("the sum of 1, 2 and 3 is 6")
    @Clause("sum")
    void sumByHand() {
        calling("Numerics.sum({1, 2, 3})", () -> Numerics.sum(new double[] {1, 2, 3}))
                .gives(6.0, "1 + 2 + 3 = 6");
    }

    @Test
    @DisplayName("a 1 between 1e16 and −1e16 survives (no absorption)")
    @Clause("sum")
    void sumKeepsTheOne() {
        calling("Numerics.sum({1e16, 1, -1e16})", () -> Numerics.sum(new double[] {1e16, 1, -1e16}))
                .gives(1.0, "1e16 and −1e16 cancel exactly, which leaves the 1");
    }

    @Test
    @DisplayName("logSumExp of two zeros is ln 2")
    @Clause("log-sum-exp")
    void logSumExpByHand() {
        calling("Numerics.logSumExp({0, 0})", () -> Numerics.logSumExp(new double[] {0, 0}))
                .gives(0.6931471805599453, "e⁰ + e⁰ = 2, and the logarithm of 2 is 0.693…");
    }

    @Test
    @DisplayName("logSumExp of 1000 and 1000 does not overflow")
    @Clause("log-sum-exp")
    void logSumExpOfThousands() {
        calling("Numerics.logSumExp({1000, 1000})", () -> Numerics.logSumExp(new double[] {1000, 1000}))
                .gives(1000.6931471805599, "e¹⁰⁰⁰ + e¹⁰⁰⁰ = 2·e¹⁰⁰⁰, so the logarithm is 1000 + ln 2");
    }

    @Test
    @DisplayName("0.1 + 0.2 and 0.3 are close at a relative tolerance of 1e-9")
    @Clause("close")
    void closeAfterRounding() {
        calling("Numerics.close(0.1 + 0.2, 0.3, 1e-9, 0)", () -> Numerics.close(0.1 + 0.2, 0.3, 1e-9, 0))
                .gives(true, "they differ by 5.6e-17, and the tolerance is 1e-9 · 0.3");
    }

    @Test
    @DisplayName("1 and 1.1 are not close at a relative tolerance of 0.01")
    @Clause("close")
    void notClose() {
        calling("Numerics.close(1, 1.1, 0.01, 0)", () -> Numerics.close(1, 1.1, 0.01, 0))
                .gives(false, "they differ by 0.1, and the tolerance is 0.01 · 1.1");
    }

    @Test
    @DisplayName("NaN is close to nothing, not even to itself")
    @Clause("close-to-nothing")
    void nanIsNotClose() {
        calling(
                        "Numerics.close(Double.NaN, Double.NaN, 1e-9, 1e-9)",
                        () -> Numerics.close(Double.NaN, Double.NaN, 1e-9, 1e-9))
                .gives(false, "NaN stands for no number, so it has no distance to anything");
    }
}
