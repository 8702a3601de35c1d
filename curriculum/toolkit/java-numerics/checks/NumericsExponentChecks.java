package gradus.checks.java_numerics;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.unchanged;
import static gradus.proctor.property.MetamorphicRelations.relations;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.numbers.Numerics;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The hidden checks of log-sum-exp: edge cases, its definition, then relations that need no oracle.
class NumericsExponentChecks {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double LN2 = 0.6931471805599453;
    private static final Gen<double[]> SCORES = Gen.arrays(Gen.doubles(-1000, 1000), 1, 12);

    @Test
    @DisplayName("logSumExp of one number is that number")
    @Clause("log-sum-exp")
    void logSumExpOfOne() {
        for (double value : new double[] {3, -3, 800, -800, 2000, -2000}) {
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
        calling("Numerics.logSumExp({-2000, -2000})", () -> Numerics.logSumExp(new double[] {-2000, -2000}))
                .gives(-2000 + LN2, "2·e⁻²⁰⁰⁰ underflows to 0, but its logarithm is an ordinary number");
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
    @DisplayName("numbers far below the largest still add to logSumExp")
    @Clause("log-sum-exp-bound")
    void logSumExpKeepsSmallTerms() {
        String why = "the second number adds ln(1 + e to the ";
        calling("Numerics.logSumExp({0, -12})", () -> Numerics.logSumExp(new double[] {0, -12}))
                .within(0, 1e-12)
                .gives(Math.log1p(Math.exp(-12)), why + "−12), about 6.1e-6");
        calling("Numerics.logSumExp({0, -25})", () -> Numerics.logSumExp(new double[] {0, -25}))
                .within(0, 1e-12)
                .gives(Math.log1p(Math.exp(-25)), why + "−25), about 1.4e-11");
        double[] many = new double[2000];
        Arrays.fill(many, -35);
        many[0] = 0;
        calling("Numerics.logSumExp({0, -35, -35, … 1999 times -35})", () -> Numerics.logSumExp(many))
                .within(0, 1e-12)
                .gives(Math.log1p(1999 * Math.exp(-35)), "e⁻³⁵ is tiny, but 1999 of them add 1.3e-12");
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
                        "Numerics.logSumExp({Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY})",
                        () -> Numerics.logSumExp(new double[] {-INFINITY, -INFINITY}))
                .gives(-INFINITY, "e to the −Infinity is 0, twice 0 is 0, and the logarithm of 0 is −Infinity");
    }

    @Test
    @DisplayName(
            "next to other numbers −Infinity adds nothing to logSumExp, Infinity makes it Infinity, NaN makes it NaN")
    @Clause({"log-sum-exp-infinite", "log-sum-exp-of-none"})
    void logSumExpWithSpecialNumbers() {
        Gen<Double> numbers = Gen.anyOf(Gen.doubles(-5, 5), Gen.oneOf(-INFINITY, INFINITY, Double.NaN));
        forAll(Gen.arrays(numbers, 1, 6).filter(x -> Arrays.stream(x).anyMatch(value -> !Double.isFinite(value))))
                .cases(120)
                .check(x -> calling(() -> call(x), () -> Numerics.logSumExp(x))
                        .gives(
                                direct(x),
                                "e to the −Infinity is 0, e to the Infinity is Infinity, and a NaN makes the sum NaN"));
    }

    @Test
    @DisplayName("logSumExp agrees with its definition for arrays of every length, with numbers between −5 and 5")
    @Clause({"log-sum-exp", "log-sum-exp-bound", "log-sum-exp-of-none", "unchanged"})
    void logSumExpFollowsItsDefinition() {
        MemberProbes.of("Numerics.logSumExp(x)", Argument.array(), Numerics::logSumExp, NumericsExponentChecks::direct)
                .elements(Gen.doubles(-5, 5))
                .within(1e-12, 1e-12)
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open")
                .without(Probe.NAN, "it isn't between −5 and 5, and a check of its own looks at it")
                .without(Probe.INFINITIES, "they aren't between −5 and 5, and a check of its own looks at them")
                .hold("between −5 and 5 nothing overflows or underflows, so the definition itself is accurate");
    }

    @Test
    @DisplayName("adding c to every number adds c to logSumExp")
    @Clause({"log-sum-exp", "log-sum-exp-bound"})
    void logSumExpMovesWithItsNumbers() {
        var moves = relations(Gen.arrays(Gen.doubles(-3, 3), 1, 10), NumericsExponentChecks::call, Numerics::logSumExp)
                .within(2e-12, 2e-12);
        for (double c : new double[] {1, -1, 1000, -1000}) {
            moves.equivariant(
                    c + " added to every number",
                    x -> Arrays.stream(x).map(value -> value + c).toArray(),
                    before -> before + c,
                    "each exponential grew by the factor eᶜ, so the logarithm grew by c");
        }
    }

    @Test
    @DisplayName("each number twice makes logSumExp larger by ln 2")
    @Clause({"log-sum-exp", "log-sum-exp-bound"})
    void logSumExpOfEachNumberTwice() {
        relations(SCORES, NumericsExponentChecks::call, Numerics::logSumExp)
                .within(2e-12, 2e-12)
                .equivariant(
                        "each number twice",
                        NumericsExponentChecks::twice,
                        before -> before + LN2,
                        "the sum of the exponentials doubles, so its logarithm grows by ln 2");
    }

    @Test
    @DisplayName("the order of the numbers doesn't change logSumExp")
    @Clause("log-sum-exp")
    void logSumExpIgnoresTheOrder() {
        relations(SCORES, NumericsExponentChecks::call, Numerics::logSumExp)
                .within(2e-12, 2e-12)
                .invariantToAny(
                        "the numbers in another order",
                        x -> Gen.permutations(x.length).map(order -> reordered(x, order)),
                        "a sum doesn't depend on the order");
    }

    @Test
    @DisplayName("logSumExp of n numbers is at least the largest, and at most ln n above it")
    @Clause({"log-sum-exp", "log-sum-exp-bound"})
    void logSumExpIsNearTheLargest() {
        forAll(SCORES).check(x -> {
            double largest = Arrays.stream(x).max().orElseThrow();
            double most = largest + Math.log(x.length);
            calling(() -> call(x), () -> Numerics.logSumExp(x))
                    .satisfies(
                            got -> got >= largest - slack(largest) && got <= most + slack(most),
                            "a number from " + largest + " to " + most,
                            "the largest exponential is one term of the sum, and no other term is larger");
        });
    }

    @Test
    @DisplayName("logSumExp does not change its array, however long it is")
    @Clause("unchanged")
    void logSumExpOnlyReads() {
        forAll(Gen.arrays(Gen.doubles(-8, 8), 1, 1500))
                .cases(15)
                .shrinkingCalls(200)
                .check(x -> {
                    double[] before = x.clone();
                    calling(() -> call(before), () -> Numerics.logSumExp(x)).result();
                    unchanged(() -> "x after " + call(before), before, x);
                });
    }

    private static double direct(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += Math.exp(value);
        }
        return Math.log(sum);
    }

    private static double slack(double value) {
        return 1e-12 * Math.max(1, Math.abs(value));
    }

    private static double[] twice(double[] x) {
        double[] all = Arrays.copyOf(x, 2 * x.length);
        System.arraycopy(x, 0, all, x.length, x.length);
        return all;
    }

    private static double[] reordered(double[] x, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
    }

    private static String call(double[] x) {
        return "Numerics.logSumExp({" + JavaLiterals.elements(x) + "})";
    }
}
