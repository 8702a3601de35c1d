package gradus.checks.java_numerics;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.unchanged;
import static gradus.proctor.assertions.Purity.repeatable;
import static gradus.proctor.property.MetamorphicRelations.relations;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.numbers.Numerics;
import gradus.proctor.assertions.Clause;
import gradus.proctor.exact.ExactSum;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The hidden checks of sums: examples, then properties with an exact oracle.
class NumericsChecks {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;
    private static final Gen<Double> WHOLE = Gen.ints(-8, 8).map(Integer::doubleValue);
    private static final Gen<Double> OF_ANY_SIZE = Gen.pairs(Gen.ints(-1000, 1000), Gen.ints(-40, 40))
            .map(pair -> Math.scalb((double) pair.first(), pair.second()));

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
    @DisplayName("a 3 between −1e16 and 1e16 keeps its digits")
    @Clause("sum")
    void sumKeepsTheThreeBelowZero() {
        calling("Numerics.sum({-1e16, 3, 1e16})", () -> Numerics.sum(new double[] {-1e16, 3, 1e16}))
                .gives(3.0, "the running sum is below 0 and still the bigger of the two, so the 3 loses digits");
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
    @DisplayName("the doubles 0.1, 0.2 and −0.3 don't add up to 0")
    @Clause({"sum-of-doubles", "sum-bound"})
    void sumOfDecimals() {
        calling("Numerics.sum({0.1, 0.2, -0.3})", () -> Numerics.sum(new double[] {0.1, 0.2, -0.3}))
                .within(1e-9, 0)
                .gives(
                        0x1p-55,
                        "none of the three is stored exactly, and the doubles in their places sum to 2⁻⁵⁵, about 2.8e-17");
    }

    @Test
    @DisplayName("the sum of a hundred thousand times 0.1 is accurate to the last digit")
    @Clause({"sum", "sum-bound"})
    void sumOfManyTenths() {
        double[] x = new double[100_000];
        Arrays.fill(x, 0.1);
        calling("Numerics.sum({0.1, 0.1, … a hundred thousand times})", () -> Numerics.sum(x))
                .within(0, Math.ulp(10_000.0))
                .gives(10_000.0, "the exact sum is 10000.00000000000055…, and 10000 is the double next to it");
    }

    @Test
    @DisplayName("a sum with an infinity is that infinity; with both, or with a NaN, it is NaN")
    @Clause("sum-infinite")
    void sumWithSpecialNumbers() {
        Gen<Double> numbers = Gen.anyOf(WHOLE, Gen.oneOf(INFINITY, -INFINITY, NAN));
        forAll(Gen.arrays(numbers, 1, 6).filter(x -> !Double.isFinite(plainSum(x))))
                .cases(120)
                .check(x -> calling(() -> sumOf(x), () -> Numerics.sum(x))
                        .gives(plainSum(x), "no finite number brings back an infinity, and nothing brings back a NaN"));
    }

    @Test
    @DisplayName("sum gives the exact sum for arrays of every length, in any order, with repeated and negative numbers")
    @Clause({"sum", "sum-bound", "sum-of-none", "unchanged"})
    void sumAtEveryLength() {
        MemberProbes.of("Numerics.sum(x)", Argument.array(), Numerics::sum, ExactSum::of)
                .within(0, (x, _) -> bound(x))
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open")
                .without(Probe.NAN, "no sum is rounded there, and a check of its own looks at it")
                .without(Probe.INFINITIES, "no sum is rounded there, and a check of its own looks at them")
                .hold("that is the exact sum, rounded once");
    }

    @Test
    @DisplayName("sums of big and small numbers agree with exact arithmetic")
    @Clause({"sum", "sum-bound"})
    void sumAgreesWithExactArithmetic() {
        forAll(Gen.arrays(OF_ANY_SIZE, 1, 128)).check(NumericsChecks::agreesWithExactArithmetic);
    }

    @Test
    @DisplayName("sums whose big numbers cancel agree with exact arithmetic")
    @Clause({"sum", "sum-bound"})
    void cancellingSumAgreesWithExactArithmetic() {
        Gen<Double> big = Gen.doubles(0.5, 1.5).map(number -> Math.scalb(number, 50));
        forAll(Gen.sizes(1, 64).flatMap(n -> Gen.pairs(Gen.array(big, n), Gen.array(Gen.doubles(0, 1), n))))
                .check(pair -> agreesWithExactArithmetic(between(pair.first(), pair.second())));
    }

    @Test
    @DisplayName("a pair of 1e16 and −1e16 around the other numbers doesn't change their sum")
    @Clause("sum")
    void sumIgnoresAPairThatCancels() {
        relations(Gen.arrays(Gen.doubles(-8, 8), 1, 20), NumericsChecks::sumOf, Numerics::sum)
                .within(0, 1e-12)
                .invariant(
                        "1e16 in front and −1e16 behind",
                        x -> between(new double[] {1e16}, x),
                        "the two cancel exactly");
    }

    @Test
    @DisplayName("the order of the numbers doesn't change their sum")
    @Clause("sum")
    void sumIgnoresTheOrder() {
        relations(Gen.arrays(OF_ANY_SIZE, 1, 12), NumericsChecks::sumOf, Numerics::sum)
                .within(Math.ulp(1.0), 1e-12)
                .invariantToAny(
                        "the numbers in another order",
                        x -> Gen.permutations(x.length).map(order -> reordered(x, order)),
                        "big numbers don't swallow small ones, in whatever order they come");
    }

    @Test
    @DisplayName("sum does not change its array, however long it is")
    @Clause("unchanged")
    void sumOnlyReads() {
        forAll(Gen.arrays(Gen.doubles(-8, 8), 1, 1500))
                .cases(15)
                .shrinkingCalls(200)
                .check(x -> {
                    double[] before = x.clone();
                    calling(() -> sumOf(before), () -> Numerics.sum(x)).result();
                    unchanged(() -> "x after " + sumOf(before), before, x);
                });
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

    private static void agreesWithExactArithmetic(double[] x) {
        calling(() -> sumOf(x), () -> Numerics.sum(x))
                .within(0, bound(x))
                .gives(ExactSum.of(x), "that is the exact sum, rounded once");
    }

    /// The contract's bound, and what the rounding of the expected sum adds to it.
    private static double bound(double[] x) {
        double u = 0x1p-53;
        var remainder = new ExactSum();
        double sizes = 0;
        for (double value : x) {
            remainder.add(value);
            sizes += Math.abs(value);
        }
        double exact = remainder.doubleValue();
        remainder.add(-exact);
        return u * Math.abs(exact) + Math.pow(x.length * u, 2) * sizes + Math.abs(remainder.doubleValue());
    }

    private static double plainSum(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum;
    }

    /// All of `big`, then `x`, then all of `big` with the other sign.
    private static double[] between(double[] big, double[] x) {
        double[] all = Arrays.copyOf(big, 2 * big.length + x.length);
        System.arraycopy(x, 0, all, big.length, x.length);
        for (int i = 0; i < big.length; i++) {
            all[big.length + x.length + i] = -big[i];
        }
        return all;
    }

    private static double[] reordered(double[] x, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
    }

    private static String sumOf(double[] x) {
        return "Numerics.sum({" + JavaLiterals.elements(x) + "})";
    }
}
