package gradus.checks.derivatives;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.MetamorphicRelations.relations;

import gradus.ml.calculus.Derivative;
import gradus.ml.calculus.Derivative.Approximation;
import gradus.proctor.assertions.Clause;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Property;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The search for the best step, on functions whose derivatives are known.
class DerivativeSearchChecks {

    private record Known(String name, DoubleUnaryOperator f, DoubleUnaryOperator slope, double... places) {}

    private static final List<Known> SMOOTH = List.of(
            new Known("s -> s * s * s", s -> s * s * s, s -> 3 * s * s, 0.5, 2, -3),
            new Known("Math::exp", Math::exp, Math::exp, 0, 1, -5, 10),
            new Known("Math::sin", Math::sin, Math::cos, 0, 1, 20),
            new Known("Math::log", Math::log, s -> 1 / s, 1, 0.5),
            new Known("Math::sqrt", Math::sqrt, s -> 0.5 / Math.sqrt(s), 1, 9),
            new Known("Math::tan", Math::tan, s -> 1 / Math.pow(Math.cos(s), 2), 0.5, 1.5),
            new Known("Math::atan", Math::atan, s -> 1 / (1 + s * s), 0, -2),
            new Known("Math::tanh", Math::tanh, s -> 1 / Math.pow(Math.cosh(s), 2), 0.25, -1),
            new Known("s -> 1 / s", s -> 1 / s, s -> -1 / (s * s), 3, -0.5),
            new Known("s -> Math.exp(-s * s)", s -> Math.exp(-s * s), s -> -2 * s * Math.exp(-s * s), 0.7, -1.5),
            new Known("s -> 3 * s - 1", s -> 3 * s - 1, s -> 3, 0, 7),
            new Known("s -> 7", s -> 7, s -> 0, 0, 2));

    private static final List<Known> FAR_OUT = List.of(
            new Known("s -> s * s * s", s -> s * s * s, s -> 3 * s * s, 1e6, -1e6),
            new Known("Math::log", Math::log, s -> 1 / s, 1e6, 1e9),
            new Known("Math::sqrt", Math::sqrt, s -> 0.5 / Math.sqrt(s), 1e6, 1e30),
            new Known("s -> 1 / s", s -> 1 / s, s -> -1 / (s * s), 1e6, -1e6),
            new Known("Math::atan", Math::atan, s -> 1 / (1 + s * s), 1e6, -1e6));

    private static final List<Known> QUICK = List.of(
            new Known(
                    "s -> s + 16384 * Math.pow(s, 5)",
                    s -> s + 16384 * Math.pow(s, 5),
                    s -> 1 + 81920 * s * s * s * s,
                    0),
            new Known("s -> Math.sin(50 * s)", s -> Math.sin(50 * s), s -> 50 * Math.cos(50 * s), 0, 1, -0.3),
            new Known("Math::log", Math::log, s -> 1 / s, 0.02, 0.01),
            new Known("Math::sqrt", Math::sqrt, s -> 0.5 / Math.sqrt(s), 0.01),
            new Known("s -> Math.sqrt(-s)", s -> Math.sqrt(-s), s -> -0.5 / Math.sqrt(-s), -0.01),
            new Known("s -> 1 / s", s -> 1 / s, s -> -1 / (s * s), 0.01, -0.02));

    @Test
    @DisplayName("richardsonWithError finds nine digits for twelve smooth functions")
    @Clause({"search", "accuracy"})
    void smoothFunctions() {
        SMOOTH.forEach(DerivativeSearchChecks::accurate);
    }

    @Test
    @DisplayName("it finds them at a million and beyond, where the function changes slowly")
    @Clause({"search", "accuracy"})
    void farOut() {
        FAR_OUT.forEach(DerivativeSearchChecks::accurate);
    }

    @Test
    @DisplayName("it finds them where the function changes quickly, and near the end of its domain")
    @Clause({"search", "outside", "accuracy"})
    void quickFunctions() {
        QUICK.forEach(DerivativeSearchChecks::accurate);
    }

    @Test
    @DisplayName("it finds them where f(x) is 0, and digits of small steps agree by coincidence")
    @Clause({"search", "estimate", "accuracy"})
    void zeros() {
        Property.forAll(Gen.doubles(0.0625, 2.5)).cases(40).check(x -> {
            double height = Math.exp(x);
            accurate("s -> Math.exp(s) - " + height, s -> Math.exp(s) - height, height, x);
        });
        Property.forAll(Gen.doubles(1, 5)).cases(30).check(x -> {
            double square = x * x;
            accurate("s -> s * s - " + square, s -> s * s - square, 2 * x, x);
        });
        Property.forAll(Gen.pairs(Gen.doubles(1, 9), Gen.ints(2, 6))).cases(40).check(given -> {
            double x = given.first() * Math.pow(10, given.second());
            double root = Math.sqrt(x);
            accurate("s -> Math.sqrt(s) - " + root, s -> Math.sqrt(s) - root, 0.5 / root, x);
        });
        accurate("s -> Math.exp(s) - 1", s -> Math.exp(s) - 1, 1, 0);
        accurate("s -> Math.cos(s) - 1 + s", s -> Math.cos(s) - 1 + s, 1, 0);
        accurate("Math::cos", Math::cos, -1, Math.PI / 2);
    }

    @Test
    @DisplayName("it finds what can be found of a small wave on a large number")
    @Clause({"search", "accuracy"})
    void smallWaves() {
        Property.forAll(Gen.pairs(Gen.oneOf(1e3, -1e6, 1e9), Gen.doubles(0, 3)))
                .cases(60)
                .check(given -> {
                    double offset = given.first();
                    double x = given.second();
                    accurate("s -> Math.sin(s) + " + offset, s -> Math.sin(s) + offset, Math.cos(x), x);
                });
    }

    @Test
    @DisplayName("its error estimate isn't far below the error, nor is it large for a smooth function")
    @Clause({"estimate", "honest"})
    void theEstimateIsHonest() {
        for (List<Known> functions : List.of(SMOOTH, FAR_OUT, QUICK)) {
            for (Known known : functions) {
                for (double x : known.places) {
                    honest(known.name, known.f, known.slope.applyAsDouble(x), x);
                }
            }
        }
        Property.forAll(Gen.doubles(0.0625, 2.5)).cases(40).check(x -> {
            double height = Math.exp(x);
            honest("s -> Math.exp(s) - " + height, s -> Math.exp(s) - height, height, x);
            honest("s -> Math.sin(s) + 1e9", s -> Math.sin(s) + 1e9, Math.cos(x), x);
        });
    }

    @Test
    @DisplayName("for the cube root at 0, the estimate says that nothing was found")
    @Clause("estimate")
    void verticalTangent() {
        for (double factor : new double[] {1, -1, 50}) {
            calling(
                            "Derivative.richardsonWithError(s -> " + factor + " * Math.cbrt(s), 0).errorEstimate()",
                            () -> Derivative.richardsonWithError(s -> factor * Math.cbrt(s), 0)
                                    .errorEstimate())
                    .satisfies(
                            estimate -> estimate > 1,
                            "more than 1",
                            "the smaller the step, the steeper: the slopes don't settle");
        }
    }

    @Test
    @DisplayName("it throws if f has no finite values on both sides of x")
    @Clause("outside")
    void outsideTheDomain() {
        String why = "there is no step with two finite values";
        calling("Derivative.richardsonWithError(Math::log, -1)", () -> Derivative.richardsonWithError(Math::log, -1))
                .fails(IllegalArgumentException.class, why);
        calling("Derivative.richardsonWithError(Math::sqrt, 0)", () -> Derivative.richardsonWithError(Math::sqrt, 0))
                .fails(IllegalArgumentException.class, why);
        calling(
                        "Derivative.richardsonWithError(s -> Double.POSITIVE_INFINITY, 1)",
                        () -> Derivative.richardsonWithError(s -> Double.POSITIVE_INFINITY, 1))
                .fails(IllegalArgumentException.class, why);
        for (double x : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            calling(
                            "Derivative.richardsonWithError(s -> s, " + x + ")",
                            () -> Derivative.richardsonWithError(s -> s, x))
                    .fails(IllegalArgumentException.class, "x isn't a finite number");
        }
    }

    @Test
    @DisplayName("the slope of a·sin(q·s) + b is a·q·cos(q·s), whatever a, q, b and s are")
    @Clause({"search", "accuracy", "honest"})
    void anyWave() {
        Gen<double[]> waves = Gen.array(Gen.doubles(-8, 8), 4);
        Property.forAll(waves).check(wave -> {
            double a = wave[0];
            double q = wave[1];
            double b = wave[2];
            double x = wave[3];
            String name = "s -> " + a + " * Math.sin(" + q + " * s) + " + b;
            accurate(name, s -> a * Math.sin(q * s) + b, a * q * Math.cos(q * x), x);
        });
    }

    @Test
    @DisplayName("four times the function has four times the slope, and a mirror turns it round")
    @Clause({"search", "accuracy"})
    void searchIsLinear() {
        relations(
                        Gen.array(Gen.doubles(0.5, 2), 2),
                        wave -> call("s -> " + wave[0] + " * Math.atan(s)", wave[1]),
                        wave -> Derivative.richardsonWithError(s -> wave[0] * Math.atan(s), wave[1])
                                .value())
                .within(1e-8, 0)
                .equivariant(
                        "f times 4",
                        wave -> new double[] {4 * wave[0], wave[1]},
                        slope -> 4 * slope,
                        "every value is four times as large")
                .invariant(
                        "x at −x",
                        wave -> new double[] {wave[0], -wave[1]},
                        "the arc tangent rises as steeply on the other side of 0");
    }

    private static void accurate(Known known) {
        for (double x : known.places) {
            accurate(known.name, known.f, known.slope.applyAsDouble(x), x);
        }
    }

    private static void accurate(String name, DoubleUnaryOperator f, double slope, double x) {
        double tolerance = 1e-9 * Math.abs(slope) + 1e-11 * height(f, x);
        calling(
                        () -> call(name, x) + ".value()",
                        () -> Derivative.richardsonWithError(f, x).value())
                .within(0, tolerance)
                .gives(slope, "the derivative by its formula");
    }

    private static void honest(String name, DoubleUnaryOperator f, double slope, double x) {
        double size = Math.abs(slope) + height(f, x);
        Approximation found = calling(() -> call(name, x), () -> Derivative.richardsonWithError(f, x))
                .result();
        double error = Math.abs(found.value() - slope);
        calling(() -> call(name, x) + ".errorEstimate()", found::errorEstimate)
                .satisfies(
                        estimate -> estimate >= 0 && error <= 10 * estimate + 1e-12 * size,
                        "at least a tenth of the error, " + error,
                        "an estimate far below the error gives false confidence");
        calling(() -> call(name, x) + ".errorEstimate()", found::errorEstimate)
                .satisfies(
                        estimate -> estimate <= 1e-7 * size,
                        "at most " + 1e-7 * size,
                        "neighbouring steps agree on the slope, " + slope);
    }

    private static String call(String name, double x) {
        return "Derivative.richardsonWithError(" + name + ", " + x + ")";
    }

    /// How large f is at x, in relation to the size of x.
    private static double height(DoubleUnaryOperator f, double x) {
        return Math.abs(f.applyAsDouble(x)) / Math.max(1, Math.abs(x));
    }
}
