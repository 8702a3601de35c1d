package gradus.checks.java_numerics;

import static gradus.proctor.Expect.calling;
import static gradus.proctor.Expect.unchanged;

import gradus.ml.numbers.Numerics;
import gradus.proctor.Show;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The hidden checks: edges, then exact oracles, then properties.
class NumericsChecks {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;
    private static final double LN2 = 0.6931471805599453;

    @Test
    @DisplayName("the sum of one number is that number")
    void sumOfOne() {
        calling("Numerics.sum({0.1})", () -> Numerics.sum(new double[] {0.1}))
                .within(0, 0)
                .gives(0.1, "nothing was added to it, so nothing was rounded");
    }

    @Test
    @DisplayName("a 1 before 1e16 and −1e16 is not lost either")
    void sumKeepsAnEarlyOne() {
        calling("Numerics.sum({1, 1e16, -1e16})", () -> Numerics.sum(new double[] {1, 1e16, -1e16}))
                .gives(1.0, "here it is the running sum that is small, and the next number that is big");
    }

    @Test
    @DisplayName("a thousand ones on top of 1e16 all count")
    void sumKeepsManySmallOnes() {
        double[] x = new double[1001];
        Arrays.fill(x, 1);
        x[0] = 1e16;
        calling("Numerics.sum({1e16, 1, 1, … a thousand ones})", () -> Numerics.sum(x))
                .within(0, 0)
                .gives(1e16 + 1000, "each 1 is too small for 1e16 alone; together they make 1000");
    }

    @Test
    @DisplayName("a million times 0.1 is right to the last digit")
    void sumOfAMillionTenths() {
        double[] x = new double[1_000_000];
        Arrays.fill(x, 0.1);
        calling("Numerics.sum({0.1, 0.1, … a million times})", () -> Numerics.sum(x))
                .within(0, Math.ulp(100_000.0))
                .gives(100_000.0, "the exact sum is 100000.0000000000055…, and 100000 is the double next to it");
    }

    @Test
    @DisplayName("a sum with an infinity is that infinity")
    void sumWithAnInfinity() {
        calling("Numerics.sum({1, Infinity, 2})", () -> Numerics.sum(new double[] {1, INFINITY, 2}))
                .gives(INFINITY, "no finite number brings an infinity back");
        calling("Numerics.sum({-Infinity, 1})", () -> Numerics.sum(new double[] {-INFINITY, 1}))
                .gives(-INFINITY, "no finite number brings an infinity back");
    }

    @Test
    @DisplayName("a sum with a NaN, or with both infinities, is NaN")
    void sumWithNaN() {
        calling("Numerics.sum({1, NaN, 2})", () -> Numerics.sum(new double[] {1, NAN, 2}))
                .gives(NAN, "a sum with an unknown term is unknown");
        calling("Numerics.sum({Infinity, 1, -Infinity})", () -> Numerics.sum(new double[] {INFINITY, 1, -INFINITY}))
                .gives(NAN, "infinity minus infinity has no value");
    }

    @Test
    @DisplayName("sums of numbers of all sizes agree with exact arithmetic")
    void sumAgreesWithExactArithmetic() {
        var random = new Random(1974);
        for (int n = 2; n <= 128; n *= 2) {
            for (int round = 0; round < 20; round++) {
                double[] x = new double[n];
                for (int i = 0; i < n; i++) {
                    x[i] = Math.scalb(random.nextInt(2001) - 1000, random.nextInt(80) - 40);
                }
                agreesWithExactArithmetic(x);
            }
        }
    }

    @Test
    @DisplayName("sums whose big terms cancel agree with exact arithmetic")
    void cancellingSumAgreesWithExactArithmetic() {
        var random = new Random(1965);
        for (int n = 1; n <= 64; n *= 2) {
            for (int round = 0; round < 20; round++) {
                double[] x = new double[3 * n];
                for (int i = 0; i < n; i++) {
                    double big = Math.scalb(random.nextDouble() + 0.5, 50);
                    x[i] = big;
                    x[n + i] = random.nextDouble();
                    x[2 * n + i] = -big;
                }
                agreesWithExactArithmetic(x);
            }
        }
    }

    @Test
    @DisplayName("a sum leaves its numbers as they were")
    void sumOnlyReads() {
        double[] x = {3, -1, 1e16, 2};
        double[] before = x.clone();
        calling("Numerics.sum(x)", () -> Numerics.sum(x)).result();
        unchanged("x", before, x);
    }

    @Test
    @DisplayName("logSumExp of one number is that number")
    void logSumExpOfOne() {
        for (double value : new double[] {3, -3, 800, -800}) {
            calling("Numerics.logSumExp({" + value + "})", () -> Numerics.logSumExp(new double[] {value}))
                    .gives(value, "the logarithm undoes the one exponential");
        }
    }

    @Test
    @DisplayName("logSumExp of −1000 and −1000 does not underflow")
    void logSumExpOfVeryNegativeNumbers() {
        calling("Numerics.logSumExp({-1000, -1000})", () -> Numerics.logSumExp(new double[] {-1000, -1000}))
                .gives(-1000 + LN2, "2·e⁻¹⁰⁰⁰ is too small for a double, but its logarithm is an ordinary number");
    }

    @Test
    @DisplayName("the largest number may stand anywhere in logSumExp")
    void logSumExpFindsTheLargest() {
        String why = "e⁰ is nothing beside e¹⁰⁰⁰, so the logarithm is 1000";
        calling("Numerics.logSumExp({0, 1000})", () -> Numerics.logSumExp(new double[] {0, 1000}))
                .gives(1000.0, why);
        calling("Numerics.logSumExp({1000, 0})", () -> Numerics.logSumExp(new double[] {1000, 0}))
                .gives(1000.0, why);
        calling("Numerics.logSumExp({0, 1000, -1000})", () -> Numerics.logSumExp(new double[] {0, 1000, -1000}))
                .gives(1000.0, why);
    }

    @Test
    @DisplayName("logSumExp follows its definition where that is safe")
    void logSumExpFollowsItsDefinition() {
        var random = new Random(2021);
        for (int n = 1; n <= 40; n++) {
            double[] x = random.doubles(n, -5, 5).toArray();
            double direct = 0;
            for (double value : x) {
                direct += Math.exp(value);
            }
            calling("Numerics.logSumExp(x) with x = " + shown(x), () -> Numerics.logSumExp(x))
                    .within(1e-12, 1e-12)
                    .gives(
                            Math.log(direct),
                            "numbers between −5 and 5 need no care, so the definition itself is right");
        }
    }

    @Test
    @DisplayName("logSumExp of no numbers is negative infinity")
    void logSumExpOfNothing() {
        calling("Numerics.logSumExp(new double[0])", () -> Numerics.logSumExp(new double[0]))
                .gives(-INFINITY, "the sum of no exponentials is 0, and the logarithm of 0 is −Infinity");
    }

    @Test
    @DisplayName("logSumExp of negative infinities alone is negative infinity")
    void logSumExpOfNegativeInfinities() {
        calling(
                        "Numerics.logSumExp({-Infinity, -Infinity})",
                        () -> Numerics.logSumExp(new double[] {-INFINITY, -INFINITY}))
                .gives(-INFINITY, "e to the −Infinity is 0, twice 0 is 0, and the logarithm of 0 is −Infinity");
    }

    @Test
    @DisplayName("a negative infinity adds nothing to logSumExp")
    void logSumExpWithOneNegativeInfinity() {
        calling("Numerics.logSumExp({-Infinity, 3})", () -> Numerics.logSumExp(new double[] {-INFINITY, 3}))
                .gives(3.0, "e to the −Infinity is 0");
    }

    @Test
    @DisplayName("logSumExp with a positive infinity is positive infinity")
    void logSumExpWithPositiveInfinity() {
        calling("Numerics.logSumExp({0, Infinity})", () -> Numerics.logSumExp(new double[] {0, INFINITY}))
                .gives(INFINITY, "one term without bound makes a sum without bound");
        calling("Numerics.logSumExp({Infinity, Infinity})", () -> Numerics.logSumExp(new double[] {INFINITY, INFINITY}))
                .gives(INFINITY, "one term without bound makes a sum without bound");
    }

    @Test
    @DisplayName("logSumExp with a NaN is NaN")
    void logSumExpWithNaN() {
        calling("Numerics.logSumExp({1, NaN, 2})", () -> Numerics.logSumExp(new double[] {1, NAN, 2}))
                .gives(NAN, "a sum with an unknown term is unknown");
        calling("Numerics.logSumExp({NaN, 1})", () -> Numerics.logSumExp(new double[] {NAN, 1}))
                .gives(NAN, "a sum with an unknown term is unknown");
    }

    @Test
    @DisplayName("adding c to every number adds c to logSumExp")
    void logSumExpMovesWithItsNumbers() {
        var random = new Random(1000);
        for (int n = 2; n <= 10; n++) {
            double[] x = random.doubles(n, -3, 3).toArray();
            double at0 = calling("Numerics.logSumExp(x) with x = " + shown(x), () -> Numerics.logSumExp(x))
                    .result();
            for (double c : new double[] {-1000, -1, 1, 1000}) {
                double[] moved = Arrays.stream(x).map(value -> value + c).toArray();
                calling("Numerics.logSumExp(x) with x = " + shown(moved), () -> Numerics.logSumExp(moved))
                        .within(1e-12, 1e-12)
                        .gives(at0 + c, "each exponential grew by the factor eᶜ, so the logarithm grew by c");
            }
        }
    }

    @Test
    @DisplayName("logSumExp leaves its numbers as they were")
    void logSumExpOnlyReads() {
        double[] x = {3, -1, 700, 2};
        double[] before = x.clone();
        calling("Numerics.logSumExp(x)", () -> Numerics.logSumExp(x)).result();
        unchanged("x", before, x);
    }

    @Test
    @DisplayName("equal numbers are close even without tolerance")
    void equalNumbersAreClose() {
        closeGives(2.5, 2.5, 0, 0, true, "they do not differ");
        closeGives(0.0, -0.0, 0, 0, true, "0 and −0 are the same number");
    }

    @Test
    @DisplayName("near 0 the absolute tolerance decides")
    void closeNearZero() {
        closeGives(1e-12, 0, 1e-9, 1e-9, true, "1e-12 is less than the absolute tolerance, 1e-9");
        closeGives(1e-12, -1e-12, 0.5, 1e-9, true, "2e-12 is less than the absolute tolerance, 1e-9");
        closeGives(1e-12, 0, 1e-9, 0, false, "without an absolute tolerance only 0 is close to 0");
    }

    @Test
    @DisplayName("the relative tolerance grows with the numbers")
    void closeAmongBigNumbers() {
        closeGives(1e20, 1e20 + 1e10, 1e-9, 0, true, "they differ by 1e10, and the tolerance is 1e-9 · 1e20");
        closeGives(1e20, 1e20 + 1e12, 1e-9, 1, false, "they differ by 1e12, and the tolerance is 1e-9 · 1e20");
    }

    @Test
    @DisplayName("a difference as large as the tolerance still counts")
    void closeAtTheTolerance() {
        closeGives(1, 1.5, 0, 0.5, true, "0.5 is not more than 0.5");
        closeGives(1, 2, 0.5, 0, true, "1 is not more than 0.5 · 2");
    }

    @Test
    @DisplayName("the larger tolerance counts, not both together")
    void closeTakesTheLargerTolerance() {
        closeGives(1000, 1100, 0.05, 60, false, "they differ by 100, and the tolerances are 0.05 · 1100 = 55 and 60");
    }

    @Test
    @DisplayName("close gives the same answer with its numbers swapped")
    void closeIsSymmetric() {
        closeGives(1100, 1000, 0.095, 0, true, "they differ by 100, and the tolerance is 0.095 · 1100 = 104.5");
        closeGives(1000, 1100, 0.095, 0, true, "they differ by 100, and the tolerance is 0.095 · 1100 = 104.5");
        closeGives(-1000, -1100, 0.095, 0, true, "they differ by 100, and the tolerance is 0.095 · 1100 = 104.5");
    }

    @Test
    @DisplayName("NaN is close to no number and to no infinity")
    void nanIsCloseToNothing() {
        closeGives(NAN, 1, 1, INFINITY, false, "NaN has no distance to anything");
        closeGives(0, NAN, 1, INFINITY, false, "NaN has no distance to anything");
        closeGives(NAN, INFINITY, 1, 1, false, "NaN has no distance to anything");
    }

    @Test
    @DisplayName("an infinity is close to itself")
    void infinityIsCloseToItself() {
        closeGives(INFINITY, INFINITY, 0, 0, true, "they are the same");
        closeGives(-INFINITY, -INFINITY, 1e-9, 1e-9, true, "they are the same");
    }

    @Test
    @DisplayName("an infinity is close to nothing else")
    void infinityIsCloseToNothingElse() {
        closeGives(INFINITY, 1, 1e-9, 1e-9, false, "every number is infinitely far from infinity");
        closeGives(Double.MAX_VALUE, INFINITY, 0.5, 1, false, "every number is infinitely far from infinity");
        closeGives(INFINITY, -INFINITY, 1, 1, false, "nothing is further apart");
    }

    @Test
    @DisplayName("a tolerance that is negative or NaN is refused")
    void badTolerances() {
        String why = "such a tolerance is a slip of the caller, and no answer would be right";
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

    /// The contract's bound, counted in exact arithmetic.
    private static void agreesWithExactArithmetic(double[] x) {
        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal sizes = BigDecimal.ZERO;
        for (double value : x) {
            exact = exact.add(new BigDecimal(value));
            sizes = sizes.add(new BigDecimal(value).abs());
        }
        BigDecimal step = new BigDecimal(Math.ulp(1.0));
        BigDecimal spread = step.multiply(BigDecimal.valueOf(x.length)).pow(2);
        double bound = step.multiply(exact.abs()).add(spread.multiply(sizes)).doubleValue();
        calling("Numerics.sum(x) with x = " + shown(x), () -> Numerics.sum(x))
                .within(0, bound)
                .gives(exact.doubleValue(), "that is the exact sum, rounded once");
    }

    private static String shown(double[] x) {
        return Show.value(x);
    }
}
