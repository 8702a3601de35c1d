package gradus.checks.chain_rule_dual;

import gradus.ml.calculus.Dual;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Every member against its definition, for many values and derivatives. Number i is (x[i], y[i]); where there are
/// two, the other is (y[j], x[j]), with j from the end. Results are shown as value, derivative, value, derivative …
class DualProbeChecks {

    private static final Argument<double[], Vector> VECTOR = Argument.of(Vector::of, Vector::toArray);
    private static final Gen<Double> NUMBERS = Gen.doubles(-8, 8);
    private static final Gen<Double> POSITIVE = Gen.doubles(0.25, 8);
    private static final int LARGEST = 6;

    @Test
    @DisplayName("plus adds values and derivatives, whatever they are")
    @Clause("sum")
    void plus() {
        two("plus", Dual::plus, NUMBERS, (a, b) -> new double[] {a[0] + b[0], a[1] + b[1]})
                .hold("values add, and derivatives add");
    }

    @Test
    @DisplayName("times follows the product rule, whatever values and derivatives are")
    @Clause("product")
    void times() {
        two("times", Dual::times, NUMBERS, (a, b) -> new double[] {a[0] * b[0], a[1] * b[0] + a[0] * b[1]})
                .hold("f′·g + f·g′");
    }

    @Test
    @DisplayName("dividedBy follows the quotient rule, for divisors of either sign")
    @Clause("quotient")
    void dividedBy() {
        two("dividedBy", Dual::dividedBy, POSITIVE, (a, b) ->
                        new double[] {a[0] / b[0], a[1] / b[0] - a[0] * b[1] / (b[0] * b[0])})
                .hold("(f′·g − f·g′) / g²");
    }

    @Test
    @DisplayName("chain keeps the outer value, and multiplies the outer derivative by the inner one")
    @Clause("chain")
    void chain() {
        two("chain", (a, b) -> a.chain(b.value(), b.derivative()), NUMBERS, (a, b) -> new double[] {b[0], b[1] * a[1]})
                .hold("for chain, the other number is the outer value and the outer derivative");
    }

    @Test
    @DisplayName("exp follows the chain rule, whatever value and derivative are")
    @Clause("functions")
    void exp() {
        one("exp()", Dual::exp, NUMBERS, a -> new double[] {Math.exp(a[0]), Math.exp(a[0]) * a[1]})
                .hold("eˣ, and eˣ times the inner derivative");
    }

    @Test
    @DisplayName("log follows the chain rule, whatever value and derivative are")
    @Clause("functions")
    void log() {
        one("log()", Dual::log, POSITIVE, a -> new double[] {Math.log(a[0]), a[1] / a[0]})
                .without(Probe.NEGATIVE, "a negative number has no logarithm, and the contract leaves it open")
                .hold("the natural logarithm, and the inner derivative divided by the value");
    }

    @Test
    @DisplayName("sin follows the chain rule, whatever value and derivative are")
    @Clause("functions")
    void sin() {
        one("sin()", Dual::sin, NUMBERS, a -> new double[] {Math.sin(a[0]), Math.cos(a[0]) * a[1]})
                .hold("the sine, and the cosine times the inner derivative");
    }

    @Test
    @DisplayName("cos follows the chain rule, whatever value and derivative are")
    @Clause("functions")
    void cos() {
        one("cos()", Dual::cos, NUMBERS, a -> new double[] {Math.cos(a[0]), -Math.sin(a[0]) * a[1]})
                .hold("the cosine, and minus the sine times the inner derivative");
    }

    @Test
    @DisplayName("pow follows the chain rule with whole exponents, for values of either sign")
    @Clause("power")
    void wholePowers() {
        powers(2, 5, -1, 1, -3, 3).hold("xⁿ, and n·xⁿ⁻¹ times the inner derivative");
    }

    @Test
    @DisplayName("pow follows the chain rule with exponents that aren't whole")
    @Clause("power")
    void otherPowers() {
        powers(0.5, 2.5, -1.5)
                .without(Probe.NEGATIVE, "the contract wants whole exponents for negative numbers")
                .hold("xⁿ, and n·xⁿ⁻¹ times the inner derivative");
    }

    @Test
    @DisplayName("directionalDerivative keeps to its definition for any number of inputs")
    @Clause("direction")
    void directionalDerivative() {
        settled(MemberProbes.of(
                        "Dual.directionalDerivative(v -> the sum of (i + 1)·v[i]² and v[i]·v[i + 1], x, y)",
                        VECTOR,
                        VECTOR,
                        (x, y) -> Dual.directionalDerivative(DualProbeChecks::quadratic, x, y),
                        (x, y) -> {
                            double sum = 0;
                            for (int i = 0; i < x.length; i++) {
                                sum += partial(x, i) * y[i];
                            }
                            return sum;
                        }))
                .without(Probe.EMPTY, "a vector has at least one component")
                .hold("the gradient times the direction, component by component, added up");
    }

    @Test
    @DisplayName("gradient keeps to its definition for any number of inputs")
    @Clause("gradient")
    void gradient() {
        settled(MemberProbes.of(
                        "Dual.gradient(v -> the sum of (i + 1)·v[i]² and v[i]·v[i + 1], x)",
                        VECTOR,
                        x -> Dual.gradient(DualProbeChecks::quadratic, x).toArray(),
                        x -> {
                            double[] gradient = new double[x.length];
                            for (int i = 0; i < x.length; i++) {
                                gradient[i] = partial(x, i);
                            }
                            return gradient;
                        }))
                .without(Probe.EMPTY, "a vector has at least one component")
                .hold("component i is 2(i + 1)·x[i], plus both neighbours of x[i]");
    }

    private static Dual quadratic(Dual[] v) {
        Dual sum = Dual.constant(0);
        for (int i = 0; i < v.length; i++) {
            sum = sum.plus(v[i].times(v[i]).times(i + 1.0));
            if (i + 1 < v.length) {
                sum = sum.plus(v[i].times(v[i + 1]));
            }
        }
        return sum;
    }

    private static double partial(double[] x, int i) {
        return 2 * (i + 1) * x[i] + (i > 0 ? x[i - 1] : 0) + (i + 1 < x.length ? x[i + 1] : 0);
    }

    private static MemberProbes<double[], double[]> powers(double... exponents) {
        return each(
                "pow(n), with n = " + JavaLiterals.elements(exponents) + " in turn,",
                (a, i) -> a.pow(exponents[i % exponents.length]),
                POSITIVE,
                (a, i) -> {
                    double n = exponents[i % exponents.length];
                    return new double[] {Math.pow(a[0], n), n * Math.pow(a[0], n - 1) * a[1]};
                });
    }

    private static MemberProbes<double[], double[]> one(
            String member, UnaryOperator<Dual> function, Gen<Double> numbers, UnaryOperator<double[]> definition) {
        return each(member, (a, _) -> function.apply(a), numbers, (a, _) -> definition.apply(a));
    }

    private static MemberProbes<double[], double[]> each(
            String member,
            BiFunction<Dual, Integer, Dual> function,
            Gen<Double> numbers,
            BiFunction<double[], Integer, double[]> definition) {
        return settled(MemberProbes.of(
                        "new Dual(x[i], y[i])." + member + " for each i",
                        Argument.array(),
                        Argument.array(),
                        (x, y) -> {
                            double[] results = new double[2 * x.length];
                            for (int i = 0; i < x.length; i++) {
                                Dual result = function.apply(new Dual(x[i], y[i]), i);
                                results[2 * i] = result.value();
                                results[2 * i + 1] = result.derivative();
                            }
                            return results;
                        },
                        (x, y) -> {
                            double[] results = new double[2 * x.length];
                            for (int i = 0; i < x.length; i++) {
                                double[] result = definition.apply(new double[] {x[i], y[i]}, i);
                                System.arraycopy(result, 0, results, 2 * i, 2);
                            }
                            return results;
                        }))
                .elements(numbers);
    }

    private static MemberProbes<double[], double[]> two(
            String member, BinaryOperator<Dual> function, Gen<Double> numbers, BinaryOperator<double[]> definition) {
        return settled(MemberProbes.of(
                        "new Dual(x[i], y[i])." + member + " with y[j], x[j], for each i",
                        Argument.array(),
                        Argument.array(),
                        (x, y) -> {
                            double[] results = new double[2 * x.length];
                            for (int i = 0; i < x.length; i++) {
                                int j = x.length - 1 - i;
                                Dual result = function.apply(new Dual(x[i], y[i]), new Dual(y[j], x[j]));
                                results[2 * i] = result.value();
                                results[2 * i + 1] = result.derivative();
                            }
                            return results;
                        },
                        (x, y) -> {
                            double[] results = new double[2 * x.length];
                            for (int i = 0; i < x.length; i++) {
                                int j = x.length - 1 - i;
                                double[] result =
                                        definition.apply(new double[] {x[i], y[i]}, new double[] {y[j], x[j]});
                                System.arraycopy(result, 0, results, 2 * i, 2);
                            }
                            return results;
                        }))
                .elements(numbers);
    }

    private static MemberProbes<double[], double[]> settled(MemberProbes<double[], double[]> probes) {
        return probes.within(1e-10, 1e-10)
                .upTo(LARGEST)
                .without(Probe.NAN, "the contract is about finite numbers")
                .without(Probe.INFINITIES, "the contract is about finite numbers")
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open");
    }
}
