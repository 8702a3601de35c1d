package gradus.checks.java_numerics;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.unchanged;
import static gradus.proctor.assertions.Purity.repeatable;

import gradus.ml.numbers.Numerics;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.ValueFormatter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The hidden checks of sums: edges, then exact oracles.
class NumericsChecks {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    @Test
    @DisplayName("the sum of one number is that number")
    @Clause({"sum", "sum-bound"})
    void sumOfOne() {
        calling("Numerics.sum({0.1})", () -> Numerics.sum(new double[] {0.1}))
                .within(0, 0)
                .gives(0.1, "nothing was added to it, so nothing was rounded");
    }

    @Test
    @DisplayName("a 1 before 1e16 and −1e16 survives too")
    @Clause("sum")
    void sumKeepsAnEarlyOne() {
        calling("Numerics.sum({1, 1e16, -1e16})", () -> Numerics.sum(new double[] {1, 1e16, -1e16}))
                .gives(
                        1.0,
                        "here the running sum is small and the next number is big, so the running sum loses digits");
    }

    @Test
    @DisplayName("a thousand ones added to 1e16 all count")
    @Clause("sum")
    void sumKeepsManySmallOnes() {
        double[] x = new double[1001];
        Arrays.fill(x, 1);
        x[0] = 1e16;
        calling("Numerics.sum({1e16, 1, 1, … a thousand ones})", () -> Numerics.sum(x))
                .within(0, 0)
                .gives(1e16 + 1000, "each 1 is too small for 1e16 alone; together they make 1000");
    }

    @Test
    @DisplayName("the sum of a million times 0.1 is accurate to the last digit")
    @Clause({"sum", "sum-bound"})
    void sumOfAMillionTenths() {
        double[] x = new double[1_000_000];
        Arrays.fill(x, 0.1);
        calling("Numerics.sum({0.1, 0.1, … a million times})", () -> Numerics.sum(x))
                .within(0, Math.ulp(100_000.0))
                .gives(100_000.0, "the exact sum is 100000.0000000000055…, and 100000 is the double next to it");
    }

    @Test
    @DisplayName("a sum with one infinity is that infinity")
    @Clause("sum-infinite")
    void sumWithAnInfinity() {
        calling("Numerics.sum({1, Infinity, 2})", () -> Numerics.sum(new double[] {1, INFINITY, 2}))
                .gives(INFINITY, "no finite number brings an infinity back");
        calling("Numerics.sum({-Infinity, 1})", () -> Numerics.sum(new double[] {-INFINITY, 1}))
                .gives(-INFINITY, "no finite number brings an infinity back");
    }

    @Test
    @DisplayName("a sum with a NaN, or with both infinities, is NaN")
    @Clause("sum-infinite")
    void sumWithNaN() {
        calling("Numerics.sum({1, NaN, 2})", () -> Numerics.sum(new double[] {1, NAN, 2}))
                .gives(NAN, "a sum with an unknown term is unknown");
        calling("Numerics.sum({Infinity, 1, -Infinity})", () -> Numerics.sum(new double[] {INFINITY, 1, -INFINITY}))
                .gives(NAN, "infinity minus infinity has no value");
    }

    @Test
    @DisplayName("sums of big and small numbers agree with exact arithmetic")
    @Clause({"sum", "sum-bound"})
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
    @Clause({"sum", "sum-bound"})
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
    @DisplayName("sum does not change its array")
    @Clause("unchanged")
    void sumOnlyReads() {
        double[] x = {3, -1, 1e16, 2};
        double[] before = x.clone();
        calling("Numerics.sum(x)", () -> Numerics.sum(x)).result();
        unchanged("x", before, x);
    }

    @Test
    @DisplayName("each method returns the same result when it is called again")
    @Clause("unchanged")
    void resultsAreRepeatable() {
        double[] x = {1, 1e16, -1e16};
        repeatable("Numerics.sum({1, 1e16, -1e16})", () -> Numerics.sum(x));
        repeatable("Numerics.logSumExp({0, 700, 710})", () -> Numerics.logSumExp(new double[] {0, 700, 710}));
        repeatable("Numerics.close(1, 1.1, 0.1, 0)", () -> Numerics.close(1, 1.1, 0.1, 0));
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
        return ValueFormatter.format(x);
    }
}
