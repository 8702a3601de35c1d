package gradus.checks.derivatives;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.calculus.Derivative;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Expect;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Steps that can't be used, steps that are rounded, and the number of calls.
class DerivativeChecks {

    private static final double CUBE_ROOT = 6.055454452393343e-6;
    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    @DisplayName("step keeps to its definition for large, small and negative x")
    @Clause("step")
    void stepAtEverySize() {
        Gen<Double> powers = Gen.pairs(Gen.doubles(-10, 10), Gen.ints(-8, 8))
                .map(pair -> pair.first() * Math.pow(10, pair.second()));
        MemberProbes.of(
                        "Derivative.step of each of x",
                        Argument.array(),
                        x -> {
                            double[] steps = new double[x.length];
                            for (int i = 0; i < x.length; i++) {
                                steps[i] = Derivative.step(x[i]);
                            }
                            return steps;
                        },
                        x -> {
                            double[] steps = new double[x.length];
                            for (int i = 0; i < x.length; i++) {
                                steps[i] = CUBE_ROOT * (Math.abs(x[i]) > 1 ? Math.abs(x[i]) : 1);
                            }
                            return steps;
                        })
                .elements(powers)
                .upTo(20)
                .without(Probe.NAN, "the contract is about numbers")
                .without(Probe.INFINITIES, "the contract is about numbers")
                .hold("the cube root of 2⁻⁵², times the larger of 1 and |x|");
    }

    @Test
    @DisplayName("the step at −x is that at x, and never less than the step at 0")
    @Clause("step")
    void stepIsSymmetric() {
        Property.forAll(Gen.doubles(0, 1e6)).check(x -> {
            double right = Derivative.step(x);
            calling(() -> "Derivative.step(" + -x + ")", () -> Derivative.step(-x))
                    .gives(right, "doubles are as far apart on either side of 0; at " + x + " you gave " + right);
            calling(() -> "Derivative.step(" + x + ")", () -> Derivative.step(x))
                    .satisfies(
                            step -> step >= 0.999 * CUBE_ROOT,
                            "at least the cube root of machine epsilon",
                            "a step must not vanish");
        });
    }

    @Test
    @DisplayName("central throws for a step that is 0, negative or NaN")
    @Clause("bad-step")
    void centralRefusesUselessSteps() {
        for (double h : new double[] {0, -0.0, -1, NAN, -INFINITY}) {
            calling("Derivative.central(Math::exp, 1, " + h + ")", () -> Derivative.central(Math::exp, 1, h))
                    .fails(IllegalArgumentException.class, "a step is greater than 0");
        }
        Property.forAll(Gen.pairs(Gen.doubles(-100, 100), Gen.doubles(0.001, 100)))
                .cases(30)
                .check(pair -> {
                    double x = pair.first();
                    double h = -pair.second();
                    calling(
                                    () -> "Derivative.central(Math::atan, " + x + ", " + h + ")",
                                    () -> Derivative.central(Math::atan, x, h))
                            .fails(IllegalArgumentException.class, "a step is greater than 0");
                });
    }

    @Test
    @DisplayName("central throws for a step that is so small that x + h or x − h is x")
    @Clause("bad-step")
    void centralRefusesVanishingSteps() {
        String why = "the step is lost by rounding, so the two points don't lie on both sides of x";
        calling("Derivative.central(Math::log, 1e6, 1e-12)", () -> Derivative.central(Math::log, 1e6, 1e-12))
                .fails(IllegalArgumentException.class, why);
        calling("Derivative.central(Math::exp, 1, 1e-17)", () -> Derivative.central(Math::exp, 1, 1e-17))
                .fails(IllegalArgumentException.class, why);
        calling("Derivative.central(Math::exp, 1, 0x1p-53)", () -> Derivative.central(Math::exp, 1, 0x1p-53))
                .fails(IllegalArgumentException.class, "1 − 2⁻⁵³ is a double, but 1 + 2⁻⁵³ rounds to 1");
        calling("Derivative.central(Math::exp, -1, 0x1p-53)", () -> Derivative.central(Math::exp, -1, 0x1p-53))
                .fails(IllegalArgumentException.class, "−1 + 2⁻⁵³ is a double, but −1 − 2⁻⁵³ rounds to −1");
        Property.forAll(Gen.doubles(-1e6, 1e6).filter(x -> x != 0)).cases(30).check(x -> {
            double h = Math.ulp(x) / 8;
            calling(
                            () -> "Derivative.central(Math::atan, " + x + ", " + h + ")",
                            () -> Derivative.central(Math::atan, x, h))
                    .fails(IllegalArgumentException.class, why);
        });
    }

    @Test
    @DisplayName("central throws if x + h or x − h isn't finite")
    @Clause("usable")
    void centralRefusesInfinitePoints() {
        String why = "f can't be called with a number that isn't finite";
        calling("Derivative.central(s -> 1, 1e308, 1e308)", () -> Derivative.central(s -> 1, 1e308, 1e308))
                .fails(IllegalArgumentException.class, why);
        calling("Derivative.central(s -> 1, -1e308, 1e308)", () -> Derivative.central(s -> 1, -1e308, 1e308))
                .fails(IllegalArgumentException.class, why);
        for (double x : new double[] {NAN, INFINITY, -INFINITY}) {
            calling("Derivative.central(s -> 1, " + x + ", 1)", () -> Derivative.central(s -> 1, x, 1))
                    .fails(IllegalArgumentException.class, why);
        }
        calling("Derivative.central(s -> 1, 1, Infinity)", () -> Derivative.central(s -> 1, 1, INFINITY))
                .fails(IllegalArgumentException.class, why);
    }

    @Test
    @DisplayName("richardson throws for a step h that can't be used, and if h / 2 can't")
    @Clause({"bad-step", "usable"})
    void richardsonRefusesUselessSteps() {
        for (double h : new double[] {0, -1, NAN, INFINITY}) {
            calling("Derivative.richardson(Math::exp, 1, " + h + ")", () -> Derivative.richardson(Math::exp, 1, h))
                    .fails(IllegalArgumentException.class, "a step is greater than 0 and finite");
        }
        calling("Derivative.richardson(Math::exp, 1, 0x1p-52)", () -> Derivative.richardson(Math::exp, 1, 0x1p-52))
                .fails(IllegalArgumentException.class, "1 + 2⁻⁵² is a double, but 1 + 2⁻⁵³ rounds to 1");
    }

    @Test
    @DisplayName("the smallest steps that can be used are used")
    @Clause({"bad-step", "central", "rounded-points"})
    void smallestSteps() {
        calling("Derivative.central(s -> s, 1, 0x1p-52)", () -> Derivative.central(s -> s, 1, 0x1p-52))
                .gives(1.0, "1 + 2⁻⁵² and 1 − 2⁻⁵² are doubles");
        calling("Derivative.central(s -> s, 0, 1e-300)", () -> Derivative.central(s -> s, 0, 1e-300))
                .gives(1.0, "around 0, doubles are dense");
    }

    @Test
    @DisplayName("the slope of f(s) = s is 1, also where x + h and x − h are rounded")
    @Clause({"rounded-points", "central"})
    void theDistanceIsThatOfTheRoundedPoints() {
        calling("Derivative.central(s -> s, 1e6, 1e-8)", () -> Derivative.central(s -> s, 1e6, 1e-8))
                .within(1e-12, 0)
                .gives(1.0, "near 1e6, doubles are 1.2e-10 apart, so the points aren't exactly 2e-8 apart");
        Gen<Double> steps =
                Gen.pairs(Gen.doubles(1, 10), Gen.ints(-8, -1)).map(pair -> pair.first() * Math.pow(10, pair.second()));
        Property.forAll(Gen.pairs(Gen.doubles(-1e6, 1e6), steps)).check(pair -> {
            double x = pair.first();
            double h = pair.second();
            calling(() -> "Derivative.central(s -> s, " + x + ", " + h + ")", () -> Derivative.central(s -> s, x, h))
                    .within(1e-12, 0)
                    .gives(1.0, "both differences are the distance between the same two doubles");
        });
    }

    @Test
    @DisplayName("central calls f at x + h and at x − h, once each")
    @Clause("calls")
    void centralCallsTwice() {
        List<Double> called = new ArrayList<>();
        calling("Derivative.central(f, 3, 0.5)", () -> Derivative.central(noting(called), 3, 0.5))
                .result();
        List<Double> sorted = called.stream().sorted().toList();
        Expect.that(
                sorted.equals(List.of(2.5, 3.5)),
                "the arguments that Derivative.central(f, 3, 0.5) calls f with",
                "2.5 and 3.5, once each",
                sorted,
                "f may take hours");
    }

    @Test
    @DisplayName("richardson calls f at most four times, richardsonWithError at most 200 times")
    @Clause("calls")
    void fewCalls() {
        List<Double> called = new ArrayList<>();
        calling("Derivative.richardson(f, 3, 0.5)", () -> Derivative.richardson(noting(called), 3, 0.5))
                .result();
        Expect.that(
                called.size() <= 4,
                "the number of calls of f by Derivative.richardson(f, 3, 0.5)",
                "at most 4",
                called.size(),
                "two central differences take two calls each");
        called.clear();
        calling("Derivative.richardsonWithError(f, 3)", () -> Derivative.richardsonWithError(noting(called), 3))
                .result();
        Expect.that(
                called.size() <= 200,
                "the number of calls of f by Derivative.richardsonWithError(f, 3)",
                "at most 200",
                called.size(),
                "30 steps with six calls each are enough");
    }

    private static DoubleUnaryOperator noting(List<Double> called) {
        return at -> {
            called.add(at);
            return Math.exp(at);
        };
    }
}
