package gradus.checks.java_numerics;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.numbers.Numerics;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The hidden checks of approximate equality: near 0, among big numbers, at the edges of `double`.
class NumericsToleranceChecks {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    @Test
    @DisplayName("equal numbers are close even if both tolerances are 0")
    @Clause("close-symmetric")
    void equalNumbersAreClose() {
        closeGives(2.5, 2.5, 0, 0, true, "they do not differ");
        closeGives(0.0, -0.0, 0, 0, true, "0 and −0 are the same number");
    }

    @Test
    @DisplayName("near 0 the absolute tolerance decides")
    @Clause("close")
    void closeNearZero() {
        closeGives(1e-12, 0, 1e-9, 1e-9, true, "1e-12 is less than the absolute tolerance, 1e-9");
        closeGives(1e-12, -1e-12, 0.5, 1e-9, true, "2e-12 is less than the absolute tolerance, 1e-9");
        closeGives(1e-12, 0, 1e-9, 0, false, "without an absolute tolerance only 0 is close to 0");
    }

    @Test
    @DisplayName("the relative tolerance grows with the numbers")
    @Clause("close")
    void closeAmongBigNumbers() {
        closeGives(1e20, 1e20 + 1e10, 1e-9, 0, true, "they differ by 1e10, and the tolerance is 1e-9 · 1e20");
        closeGives(1e20, 1e20 + 1e12, 1e-9, 1, false, "they differ by 1e12, and the tolerance is 1e-9 · 1e20");
    }

    @Test
    @DisplayName("numbers that differ by exactly the tolerance are close")
    @Clause("close-edge")
    void closeAtTheTolerance() {
        closeGives(1, 1.5, 0, 0.5, true, "0.5 is not more than 0.5");
        closeGives(1, 2, 0.5, 0, true, "1 is not more than 0.5 · 2");
    }

    @Test
    @DisplayName("the larger tolerance decides, not the sum of both")
    @Clause("close")
    void closeTakesTheLargerTolerance() {
        closeGives(1000, 1100, 0.05, 60, false, "they differ by 100, and the tolerances are 0.05 · 1100 = 55 and 60");
    }

    @Test
    @DisplayName("close is symmetric: swapping its numbers changes nothing")
    @Clause("close-symmetric")
    void closeIsSymmetric() {
        closeGives(1100, 1000, 0.095, 0, true, "they differ by 100, and the tolerance is 0.095 · 1100 = 104.5");
        closeGives(1000, 1100, 0.095, 0, true, "they differ by 100, and the tolerance is 0.095 · 1100 = 104.5");
    }

    @Test
    @DisplayName("negative numbers count by their absolute values")
    @Clause("close")
    void closeAmongNegativeNumbers() {
        closeGives(-1000, -1100, 0.095, 0, true, "they differ by 100, and the tolerance is 0.095 · 1100 = 104.5");
    }

    @Test
    @DisplayName("numbers of opposite signs differ by the sum of their absolute values")
    @Clause("close")
    void closeAcrossZero() {
        closeGives(1000, -1000, 0.01, 1, false, "they differ by 2000, and the tolerances are 0.01 · 1000 = 10 and 1");
        closeGives(-0.25, 0.25, 0.5, 0.125, false, "they differ by 0.5, and both tolerances are 0.125");
    }

    @Test
    @DisplayName("numbers within both tolerances are close")
    @Clause("close")
    void closeWithinBothTolerances() {
        closeGives(100, 101, 0.05, 3, true, "they differ by 1, and the tolerances are 0.05 · 101 = 5.05 and 3");
    }

    @Test
    @DisplayName("NaN is close to no number and to no infinity")
    @Clause("close-to-nothing")
    void nanIsCloseToNothing() {
        closeGives(NAN, 1, 1, INFINITY, false, "NaN has no distance to anything");
        closeGives(0, NAN, 1, INFINITY, false, "NaN has no distance to anything");
        closeGives(NAN, INFINITY, 1, 1, false, "NaN has no distance to anything");
    }

    @Test
    @DisplayName("an infinity is close to itself")
    @Clause("close-to-nothing")
    void infinityIsCloseToItself() {
        closeGives(INFINITY, INFINITY, 0, 0, true, "they are the same");
        closeGives(-INFINITY, -INFINITY, 1e-9, 1e-9, true, "they are the same");
    }

    @Test
    @DisplayName("an infinity is close only to itself")
    @Clause("close-to-nothing")
    void infinityIsCloseToNothingElse() {
        closeGives(INFINITY, 1, 1e-9, 1e-9, false, "every number is infinitely far from infinity");
        closeGives(Double.MAX_VALUE, INFINITY, 0.5, 1, false, "every number is infinitely far from infinity");
        closeGives(INFINITY, -INFINITY, 1, 1, false, "nothing is further apart");
    }

    @Test
    @DisplayName("close throws if a tolerance is negative or NaN")
    @Clause("tolerances")
    void badTolerances() {
        String why = "such a tolerance is a mistake of the caller, and no answer would be right";
        calling("Numerics.close(1, 2, -1e-9, 0)", () -> Numerics.close(1, 2, -1e-9, 0))
                .fails(IllegalArgumentException.class, why);
        calling("Numerics.close(1, 1, 0, -1e-9)", () -> Numerics.close(1, 1, 0, -1e-9))
                .fails(IllegalArgumentException.class, why);
        calling("Numerics.close(1, 2, NaN, 0)", () -> Numerics.close(1, 2, NAN, 0))
                .fails(IllegalArgumentException.class, why);
    }

    private static void closeGives(double a, double b, double relative, double absolute, boolean expected, String why) {
        calling(
                        "Numerics.close(" + a + ", " + b + ", " + relative + ", " + absolute + ")",
                        () -> Numerics.close(a, b, relative, absolute))
                .gives(expected, why);
    }
}
