package gradus.checks.derivatives;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.format.JavaLiterals.elements;
import static gradus.proctor.property.MetamorphicRelations.relations;

import gradus.ml.calculus.Derivative;
import gradus.proctor.assertions.Clause;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Property;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// How fast errors fall, and laws that every difference keeps. A polynomial is the array of its coefficients,
/// the constant first.
class DerivativeOrderChecks {

    private static final Gen<double[]> POLYNOMIALS = Gen.arrays(Gen.doubles(-4, 4), 1, 8);

    private record Known(String name, DoubleUnaryOperator f, DoubleUnaryOperator slope, double x) {

        double exact() {
            return slope.applyAsDouble(x);
        }
    }

    @Test
    @DisplayName("if the step is halved, the error of the central difference falls to a quarter")
    @Clause("central")
    void centralIsOfSecondOrder() {
        Property.forAll(Gen.pairs(curves(), Gen.oneOf(0.1, 0.05, 0.025))).check(given -> {
            Known known = given.first();
            double h = given.second();
            calling(
                            () -> "the error of Derivative.central(" + known.name + ", " + known.x + ", " + h
                                    + "), divided by that for half the step",
                            () -> (Derivative.central(known.f, known.x, h) - known.exact())
                                    / (Derivative.central(known.f, known.x, h / 2) - known.exact()))
                    .satisfies(
                            ratio -> Math.abs(ratio - 4) < 0.1,
                            "between 3.9 and 4.1",
                            "the error is nearly in proportion to h²");
        });
    }

    @Test
    @DisplayName("if the step is halved, the error of the extrapolation falls to a sixteenth")
    @Clause("richardson")
    void richardsonIsOfFourthOrder() {
        Property.forAll(Gen.pairs(curves(), Gen.oneOf(0.2, 0.1))).check(given -> {
            Known known = given.first();
            double h = given.second();
            calling(
                            () -> "the error of Derivative.richardson(" + known.name + ", " + known.x + ", " + h
                                    + "), divided by that for half the step",
                            () -> (Derivative.richardson(known.f, known.x, h) - known.exact())
                                    / (Derivative.richardson(known.f, known.x, h / 2) - known.exact()))
                    .satisfies(
                            ratio -> Math.abs(ratio - 16) < 1,
                            "between 15 and 17",
                            "the terms in h² cancel, and those in h⁴ are left");
        });
    }

    /// Curves at places where the first term of the error doesn't vanish, and is far above rounding errors.
    private static Gen<Known> curves() {
        return Gen.pairs(Gen.ints(0, 4), Gen.doubles(0, 1)).map(pair -> {
            double part = pair.second();
            return switch (pair.first()) {
                case 0 -> new Known("Math::exp", Math::exp, Math::exp, 2 * part);
                case 1 -> new Known("Math::sin", Math::sin, Math::cos, 0.5 + part / 2);
                case 2 -> new Known("Math::log", Math::log, at -> 1 / at, 2 + part);
                case 3 -> new Known("Math::sqrt", Math::sqrt, at -> 0.5 / Math.sqrt(at), 2 + part);
                default -> new Known("s -> 1 / s", at -> 1 / at, at -> -1 / (at * at), -2 - part);
            };
        });
    }

    @Test
    @DisplayName("central(f, x), with your step, finds seven digits at 0, at 1 and at a million")
    @Clause({"step", "central"})
    void theStepFits() {
        List<Known> known = List.of(
                new Known("Math::exp", Math::exp, Math::exp, 0),
                new Known("Math::exp", Math::exp, Math::exp, 1),
                new Known("Math::sqrt", Math::sqrt, at -> 0.5 / Math.sqrt(at), 1e6),
                new Known("Math::log", Math::log, at -> 1 / at, 1e6));
        for (Known one : known) {
            calling("Derivative.central(" + one.name + ", " + one.x + ")", () -> Derivative.central(one.f, one.x))
                    .within(1e-7, 0)
                    .gives(one.exact(), "the step is neither so large that the curve bends nor lost in rounding");
        }
        Property.forAll(Gen.pairs(Gen.doubles(1, 1e6), Gen.booleans())).check(given -> {
            double x = given.second() ? -given.first() : given.first();
            calling(
                            () -> "Derivative.central(s -> s * s * s, " + x + ")",
                            () -> Derivative.central(at -> at * at * at, x))
                    .within(1e-7, 0)
                    .gives(3 * x * x, "the slope of s³ is 3 · s²");
        });
    }

    @Test
    @DisplayName("the central difference keeps to its definition for every polynomial")
    @Clause({"central", "rounded-points"})
    void centralOfPolynomials() {
        probes(
                        "Derivative.central(f, 0.5, 0.25) for the polynomial f with coefficients x",
                        x -> Derivative.central(of(x), 0.5, 0.25),
                        x -> 2 * (of(x).applyAsDouble(0.75) - of(x).applyAsDouble(0.25)))
                .hold("f(0.75) − f(0.25), divided by 0.5");
    }

    @Test
    @DisplayName("the extrapolation keeps to its definition for every polynomial")
    @Clause("richardson")
    void richardsonOfPolynomials() {
        probes(
                        "Derivative.richardson(f, 0.5, 0.25) for the polynomial f with coefficients x",
                        x -> Derivative.richardson(of(x), 0.5, 0.25),
                        x -> {
                            DoubleUnaryOperator f = of(x);
                            double coarse = 2 * (f.applyAsDouble(0.75) - f.applyAsDouble(0.25));
                            double fine = 4 * (f.applyAsDouble(0.625) - f.applyAsDouble(0.375));
                            return (4 * fine - coarse) / 3;
                        })
                .hold("four times the difference with 0.125, minus that with 0.25, divided by 3");
    }

    @Test
    @DisplayName("central is exact for parabolas, richardson for polynomials of degree 4")
    @Clause({"central", "richardson"})
    void exactForLowDegrees() {
        Gen<Double> places = Gen.doubles(-3, 3);
        Gen<Double> steps = Gen.oneOf(1.0, 0.5, 0.75, 0.125);
        Property.forAll(Gen.pairs(Gen.array(Gen.doubles(-4, 4), 5), Gen.pairs(places, steps)))
                .check(given -> {
                    double[] quartic = given.first();
                    double[] parabola = Arrays.copyOf(quartic, 3);
                    double x = given.second().first();
                    double h = given.second().second();
                    calling(
                                    () -> "Derivative.central(the polynomial {" + elements(parabola) + "}, " + x + ", "
                                            + h + ")",
                                    () -> Derivative.central(of(parabola), x, h))
                            .within(1e-9, 1e-9)
                            .gives(slope(parabola, x), "the error has h² times the third derivative, which is 0");
                    calling(
                                    () -> "Derivative.richardson(the polynomial {" + elements(quartic) + "}, " + x
                                            + ", " + h + ")",
                                    () -> Derivative.richardson(of(quartic), x, h))
                            .within(1e-9, 1e-9)
                            .gives(slope(quartic, x), "the error has h⁴ times the fifth derivative, which is 0");
                });
    }

    @Test
    @DisplayName("a constant added to f changes no difference, and three times f has three times the slope")
    @Clause({"central", "richardson"})
    void differencesAreLinear() {
        for (boolean extrapolated : new boolean[] {false, true}) {
            relations(POLYNOMIALS, x -> call(extrapolated, x, "1"), x -> difference(extrapolated, of(x), 1))
                    .within(1e-9, 1e-9)
                    .invariant("7 added to f", x -> with(x, x[0] + 7), "both values of f grow by 7")
                    .equivariant(
                            "f times −3",
                            x -> Arrays.stream(x).map(c -> -3 * c).toArray(),
                            slope -> -3 * slope,
                            "both values of f are multiplied by −3");
        }
    }

    @Test
    @DisplayName("a curve seen in a mirror has the opposite slope")
    @Clause({"central", "richardson"})
    void mirrored() {
        for (boolean extrapolated : new boolean[] {false, true}) {
            Property.forAll(POLYNOMIALS).check(x -> {
                DoubleUnaryOperator f = of(x);
                double slope = difference(extrapolated, f, 1);
                calling(
                                () -> call(extrapolated, x, "-1") + ", with −s for s",
                                () -> difference(extrapolated, at -> f.applyAsDouble(-at), -1))
                        .within(1e-9, 1e-9)
                        .gives(-slope, "f(−s) falls where f(s) rises; at 1, you found " + slope);
            });
        }
    }

    private static <R> MemberProbes<double[], double[]> probes(
            String call, Function<double[], R> member, Function<double[], R> definition) {
        return MemberProbes.of(call, Argument.array(), member, definition)
                .within(1e-9, 1e-9)
                .upTo(20)
                .without(Probe.EMPTY, "a polynomial has at least one coefficient")
                .without(Probe.NAN, "the contract is about functions with finite values")
                .without(Probe.INFINITIES, "the contract is about functions with finite values")
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open");
    }

    private static double difference(boolean extrapolated, DoubleUnaryOperator f, double x) {
        return extrapolated ? Derivative.richardson(f, x, 0.5) : Derivative.central(f, x, 0.5);
    }

    private static String call(boolean extrapolated, double[] polynomial, String x) {
        return "Derivative." + (extrapolated ? "richardson" : "central") + "(the polynomial {" + elements(polynomial)
                + "}, " + x + ", 0.5)";
    }

    private static double[] with(double[] polynomial, double constant) {
        double[] other = polynomial.clone();
        other[0] = constant;
        return other;
    }

    private static DoubleUnaryOperator of(double[] coefficients) {
        double[] own = coefficients.clone();
        return at -> {
            double value = 0;
            for (int k = own.length - 1; k >= 0; k--) {
                value = value * at + own[k];
            }
            return value;
        };
    }

    private static double slope(double[] coefficients, double x) {
        double slope = 0;
        for (int k = coefficients.length - 1; k >= 1; k--) {
            slope = slope * x + k * coefficients[k];
        }
        return slope;
    }
}
