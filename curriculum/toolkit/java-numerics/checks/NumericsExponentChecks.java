package gradus.checks.java_numerics;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.unchanged;

import gradus.ml.numbers.Numerics;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.ValueFormatter;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The hidden checks of log-sum-exp: edge cases, its definition, then properties.
class NumericsExponentChecks {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;
    private static final double LN2 = 0.6931471805599453;

    @Test
    @DisplayName("logSumExp of one number is that number")
    @Clause("log-sum-exp")
    void logSumExpOfOne() {
        for (double value : new double[] {3, -3, 800, -800}) {
            calling("Numerics.logSumExp({" + value + "})", () -> Numerics.logSumExp(new double[] {value}))
                    .gives(value, "the logarithm undoes the one exponential");
        }
    }

    @Test
    @DisplayName("logSumExp of −1000 and −1000 does not underflow")
    @Clause("log-sum-exp")
    void logSumExpOfVeryNegativeNumbers() {
        calling("Numerics.logSumExp({-1000, -1000})", () -> Numerics.logSumExp(new double[] {-1000, -1000}))
                .gives(-1000 + LN2, "2·e⁻¹⁰⁰⁰ underflows to 0, but its logarithm is an ordinary number");
    }

    @Test
    @DisplayName("logSumExp finds the largest number wherever it is")
    @Clause("log-sum-exp")
    void logSumExpFindsTheLargest() {
        String why = "e⁰ is negligible next to e¹⁰⁰⁰, so the logarithm is 1000";
        calling("Numerics.logSumExp({0, 1000})", () -> Numerics.logSumExp(new double[] {0, 1000}))
                .gives(1000.0, why);
        calling("Numerics.logSumExp({1000, 0})", () -> Numerics.logSumExp(new double[] {1000, 0}))
                .gives(1000.0, why);
        calling("Numerics.logSumExp({0, 1000, -1000})", () -> Numerics.logSumExp(new double[] {0, 1000, -1000}))
                .gives(1000.0, why);
    }

    @Test
    @DisplayName("logSumExp agrees with its definition for numbers between −5 and 5")
    @Clause({"log-sum-exp", "log-sum-exp-bound"})
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
                            "between −5 and 5 nothing overflows or underflows, so the definition itself is accurate");
        }
    }

    @Test
    @DisplayName("logSumExp of no numbers is −Infinity")
    @Clause("log-sum-exp-of-none")
    void logSumExpOfNothing() {
        calling("Numerics.logSumExp(new double[0])", () -> Numerics.logSumExp(new double[0]))
                .gives(-INFINITY, "the sum of no exponentials is 0, and the logarithm of 0 is −Infinity");
    }

    @Test
    @DisplayName("logSumExp of numbers that are all −Infinity is −Infinity")
    @Clause("log-sum-exp-of-none")
    void logSumExpOfNegativeInfinities() {
        calling(
                        "Numerics.logSumExp({-Infinity, -Infinity})",
                        () -> Numerics.logSumExp(new double[] {-INFINITY, -INFINITY}))
                .gives(-INFINITY, "e to the −Infinity is 0, twice 0 is 0, and the logarithm of 0 is −Infinity");
    }

    @Test
    @DisplayName("−Infinity next to other numbers adds nothing to logSumExp")
    @Clause("log-sum-exp-infinite")
    void logSumExpWithOneNegativeInfinity() {
        calling("Numerics.logSumExp({-Infinity, 3})", () -> Numerics.logSumExp(new double[] {-INFINITY, 3}))
                .gives(3.0, "e to the −Infinity is 0");
    }

    @Test
    @DisplayName("logSumExp with Infinity is Infinity")
    @Clause("log-sum-exp-infinite")
    void logSumExpWithPositiveInfinity() {
        calling("Numerics.logSumExp({0, Infinity})", () -> Numerics.logSumExp(new double[] {0, INFINITY}))
                .gives(INFINITY, "one term without bound makes a sum without bound");
        calling("Numerics.logSumExp({Infinity, Infinity})", () -> Numerics.logSumExp(new double[] {INFINITY, INFINITY}))
                .gives(INFINITY, "one term without bound makes a sum without bound");
    }

    @Test
    @DisplayName("logSumExp with a NaN is NaN")
    @Clause("log-sum-exp-infinite")
    void logSumExpWithNaN() {
        calling("Numerics.logSumExp({1, NaN, 2})", () -> Numerics.logSumExp(new double[] {1, NAN, 2}))
                .gives(NAN, "a sum with an unknown term is unknown");
        calling("Numerics.logSumExp({NaN, 1})", () -> Numerics.logSumExp(new double[] {NAN, 1}))
                .gives(NAN, "a sum with an unknown term is unknown");
    }

    @Test
    @DisplayName("adding c to every number adds c to logSumExp")
    @Clause({"log-sum-exp", "log-sum-exp-bound"})
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
    @DisplayName("logSumExp does not change its array")
    @Clause("unchanged")
    void logSumExpOnlyReads() {
        double[] x = {3, -1, 700, 2};
        double[] before = x.clone();
        calling("Numerics.logSumExp(x)", () -> Numerics.logSumExp(x)).result();
        unchanged("x", before, x);
    }

    private static String shown(double[] x) {
        return ValueFormatter.format(x);
    }
}
