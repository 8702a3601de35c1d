package gradus.checks.chain_rule_dual;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.format.JavaLiterals.elements;
import static gradus.proctor.property.MetamorphicRelations.relations;

import gradus.ml.calculus.Dual;
import gradus.proctor.assertions.Clause;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Property;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Laws that hold between the rules. A pair of dual numbers is the array {value, derivative, value, derivative}.
class DualRuleChecks {

    private static final Gen<double[]> PAIRS = Gen.array(Gen.doubles(0.25, 8), 4);

    private record Rule(String name, BinaryOperator<Dual> apply) {}

    private record Law(String left, String right, UnaryOperator<Dual> one, UnaryOperator<Dual> other) {}

    @Test
    @DisplayName("sums and products don't depend on the order, derivatives included")
    @Clause({"product", "sum"})
    void order() {
        for (Rule rule : List.of(new Rule("plus", Dual::plus), new Rule("times", Dual::times))) {
            relations(PAIRS, x -> call(rule, x), x -> applied(rule, x))
                    .invariant(
                            "both numbers exchanged",
                            x -> new double[] {x[2], x[3], x[0], x[1]},
                            "a + b = b + a, and a · b = b · a, so their derivatives are the same, too");
        }
    }

    @Test
    @DisplayName("if the input changes three times as quickly, so does every result, and no value changes")
    @Clause({"sum", "product", "quotient", "chain"})
    void linearInTheDerivatives() {
        List<Rule> rules = List.of(
                new Rule("plus", Dual::plus),
                new Rule("times", Dual::times),
                new Rule("dividedBy", Dual::dividedBy),
                new Rule("the sine of the quotient by", (a, b) -> a.dividedBy(b).sin()),
                new Rule(
                        "the power 1.5 of the product with",
                        (a, b) -> a.times(b).pow(1.5)),
                new Rule("the logarithm of the sum with", (a, b) -> a.plus(b).log()));
        for (Rule rule : rules) {
            relations(PAIRS, x -> call(rule, x), x -> applied(rule, x))
                    .equivariant(
                            "three times the derivatives",
                            x -> new double[] {x[0], 3 * x[1], x[2], 3 * x[3]},
                            result -> new double[] {result[0], 3 * result[1]},
                            "every term of every rule has exactly one derivative in it");
        }
    }

    @Test
    @DisplayName("a quotient times its divisor is the dividend again, derivatives included")
    @Clause({"quotient", "product"})
    void dividedAndMultiplied() {
        Property.forAll(PAIRS).check(x -> {
            Dual a = new Dual(x[0], x[1]);
            Dual b = new Dual(x[2], x[3]);
            calling(
                            () -> "new Dual(" + x[0] + ", " + x[1] + ").dividedBy(b).times(b), with b = new Dual("
                                    + x[2] + ", " + x[3] + ")",
                            () -> numbers(a.dividedBy(b).times(b)))
                    .gives(new double[] {x[0], x[1]}, "(a / b) · b = a");
        });
    }

    @Test
    @DisplayName("a number divided by itself is the constant 1")
    @Clause("quotient")
    void dividedByItself() {
        Property.forAll(PAIRS).check(x -> {
            Dual a = new Dual(-x[0], x[1]);
            calling(() -> "new Dual(" + -x[0] + ", " + x[1] + ") divided by itself", () -> numbers(a.dividedBy(a)))
                    .gives(new double[] {1, 0}, "numerator and denominator grow at the same rate");
        });
    }

    @Test
    @DisplayName("powers agree with products, quotients and roots")
    @Clause({"power", "product"})
    void powersAndProducts() {
        check(
                new Law("x.pow(1)", "x", x -> x.pow(1), x -> x),
                new Law("x.pow(2)", "x·x", x -> x.pow(2), x -> x.times(x)),
                new Law("x.pow(3)", "x·x·x", x -> x.pow(3), x -> x.times(x).times(x)),
                new Law(
                        "x.pow(-1)",
                        "1/x",
                        x -> x.pow(-1),
                        x -> Dual.constant(1).dividedBy(x)),
                new Law("x.pow(0.5)", "√x", x -> x.pow(0.5), Dual::sqrt),
                new Law("x.pow(2.5)", "x·x·√x", x -> x.pow(2.5), x -> x.times(x).times(x.sqrt())),
                new Law("x.pow(0)", "1", x -> x.pow(0), x -> Dual.constant(1)));
    }

    @Test
    @DisplayName("exponential function and logarithm undo each other, derivatives included")
    @Clause("functions")
    void expAndLog() {
        check(
                new Law("x.exp().log()", "x", x -> x.exp().log(), x -> x),
                new Law("x.log().exp()", "x", x -> x.log().exp(), x -> x),
                new Law(
                        "x.log().times(3).exp()",
                        "x·x·x",
                        x -> x.log().times(3).exp(),
                        x -> x.times(x).times(x)));
    }

    @Test
    @DisplayName("sin² + cos² is the constant 1, and the sine of 2x is 2·sin x·cos x")
    @Clause("functions")
    void sineAndCosine() {
        check(
                new Law(
                        "sin²x + cos²x",
                        "1",
                        x -> x.sin().times(x.sin()).plus(x.cos().times(x.cos())),
                        x -> Dual.constant(1)),
                new Law(
                        "sin(2x)",
                        "2·sin x·cos x",
                        x -> x.times(2).sin(),
                        x -> x.sin().times(x.cos()).times(2)),
                new Law(
                        "cos(2x)",
                        "cos²x − sin²x",
                        x -> x.times(2).cos(),
                        x -> x.cos().times(x.cos()).minus(x.sin().times(x.sin()))));
    }

    private static void check(Law... laws) {
        for (Law law : laws) {
            Property.forAll(Gen.pairs(Gen.doubles(0.25, 6), Gen.doubles(-4, 4)))
                    .cases(40)
                    .check(pair -> {
                        Dual x = new Dual(pair.first(), pair.second());
                        double[] right = calling(
                                        () -> law.right + ", with x = new Dual(" + pair.first() + ", " + pair.second()
                                                + ")",
                                        () -> numbers(law.other.apply(x)))
                                .result();
                        calling(
                                        () -> law.left + ", with x = new Dual(" + pair.first() + ", " + pair.second()
                                                + ")",
                                        () -> numbers(law.one.apply(x)))
                                .within(1e-10, 1e-10)
                                .gives(right, "it's " + law.right + ", and both must have the same derivative");
                    });
        }
    }

    private static double[] applied(Rule rule, double[] x) {
        return numbers(rule.apply.apply(new Dual(x[0], x[1]), new Dual(x[2], x[3])));
    }

    private static String call(Rule rule, double[] x) {
        return rule.name + ", for the dual numbers {" + elements(x) + "}";
    }

    private static double[] numbers(Dual dual) {
        return new double[] {dual.value(), dual.derivative()};
    }
}
