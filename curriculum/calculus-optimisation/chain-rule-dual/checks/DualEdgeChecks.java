package gradus.checks.chain_rule_dual;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.calculus.Dual;
import gradus.proctor.assertions.Clause;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Property;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Zero, constants, negative numbers, and numbers that are very large or very small.
class DualEdgeChecks {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    @DisplayName("at x = 0, x¹ has the slope 1, and higher powers have the slope 0")
    @Clause({"power-at-zero", "power"})
    void powersAtZero() {
        calling("new Dual(0, 1).pow(1)", () -> numbers(new Dual(0, 1).pow(1))).gives(new double[] {0, 1}, "x¹ is x");
        calling("new Dual(0, 1).pow(2)", () -> numbers(new Dual(0, 1).pow(2)))
                .gives(new double[] {0, 0}, "2x is 0 at 0");
        calling("new Dual(0, -3).pow(1)", () -> numbers(new Dual(0, -3).pow(1))).gives(new double[] {0, -3}, "x¹ is x");
        Property.forAll(Gen.pairs(Gen.doubles(1.25, 6), Gen.doubles(-4, 4)))
                .cases(30)
                .check(pair -> calling(
                                () -> "new Dual(0, " + pair.second() + ").pow(" + pair.first() + ")",
                                () -> numbers(new Dual(0, pair.second()).pow(pair.first())))
                        .gives(new double[] {0, 0}, "n·xⁿ⁻¹ is 0 at 0 for n > 1"));
    }

    @Test
    @DisplayName("x⁰ is the constant 1, also at x = 0")
    @Clause("power-at-zero")
    void theZerothPower() {
        calling("new Dual(0, 1).pow(0)", () -> numbers(new Dual(0, 1).pow(0)))
                .gives(new double[] {1, 0}, "x⁰ is 1 for every x, so it never changes");
        Property.forAll(Gen.pairs(Gen.doubles(-5, 5), Gen.doubles(-4, 4)))
                .cases(30)
                .check(pair -> calling(
                                () -> "new Dual(" + pair.first() + ", " + pair.second() + ").pow(0)",
                                () -> numbers(new Dual(pair.first(), pair.second()).pow(0)))
                        .gives(new double[] {1, 0}, "x⁰ is 1 for every x, so it never changes"));
    }

    @Test
    @DisplayName("at x = 0, a power between 0 and 1 is infinitely steep")
    @Clause("steep")
    void steepPowers() {
        Property.forAll(Gen.pairs(Gen.doubles(0.05, 0.95), Gen.doubles(0.25, 4)))
                .cases(30)
                .check(pair -> {
                    for (double slope : new double[] {pair.second(), -pair.second()}) {
                        calling(
                                        () -> "new Dual(0, " + slope + ").pow(" + pair.first() + ")",
                                        () -> numbers(new Dual(0, slope).pow(pair.first())))
                                .gives(
                                        new double[] {0, slope * INFINITY},
                                        "the tangent is vertical, as that of √x at 0");
                    }
                });
    }

    @Test
    @DisplayName("negative numbers have whole powers")
    @Clause("power")
    void powersOfNegativeNumbers() {
        calling("new Dual(-2, 1).pow(3)", () -> numbers(new Dual(-2, 1).pow(3)))
                .gives(new double[] {-8, 12}, "(−2)³, and 3 · (−2)²");
        calling("new Dual(-2, 1).pow(2)", () -> numbers(new Dual(-2, 1).pow(2)))
                .gives(new double[] {4, -4}, "(−2)², and 2 · (−2)");
        calling("new Dual(-2, 4).pow(-1)", () -> numbers(new Dual(-2, 4).pow(-1)))
                .gives(new double[] {-0.5, -1}, "1/(−2), and −1 · (−2)⁻² · 4");
    }

    @Test
    @DisplayName("chain leaves a derivative of 0 at 0, even if the outer derivative is infinite or NaN")
    @Clause("constants")
    void constantsInAChain() {
        for (double outer : new double[] {INFINITY, -INFINITY, Double.NaN, 3}) {
            calling(
                            "Dual.constant(2).chain(7, " + outer + ")",
                            () -> numbers(Dual.constant(2).chain(7, outer)))
                    .gives(new double[] {7, 0}, "nothing moves a constant");
        }
        Property.forAll(Gen.pairs(Gen.doubles(-5, 5), Gen.doubles(-5, 5)))
                .cases(30)
                .check(pair -> calling(
                                () -> "Dual.constant(" + pair.first() + ").chain(" + pair.second() + ", infinity)",
                                () -> numbers(Dual.constant(pair.first()).chain(pair.second(), INFINITY)))
                        .gives(new double[] {pair.second(), 0}, "nothing moves a constant"));
    }

    @Test
    @DisplayName("where the outer derivative is infinite, a number that does change has an infinite derivative")
    @Clause("chain")
    void infiniteOuterDerivatives() {
        calling("new Dual(2, -0.5).chain(7, infinity)", () -> numbers(new Dual(2, -0.5).chain(7, INFINITY)))
                .gives(new double[] {7, -INFINITY}, "−0.5 times infinity");
        calling("new Dual(0, 3).sqrt()", () -> numbers(new Dual(0, 3).sqrt()))
                .gives(new double[] {0, INFINITY}, "the root has a vertical tangent at 0");
    }

    @Test
    @DisplayName("functions of a constant are constants, also at 0, where roots and logarithms are infinitely steep")
    @Clause({"constants", "functions"})
    void functionsOfConstants() {
        constant("sqrt()", 0, Dual::sqrt);
        constant("pow(0.5)", 0, x -> x.pow(0.5));
        constant("pow(-1)", 0, x -> x.pow(-1));
        constant("pow(0)", 0, x -> x.pow(0));
        constant("log()", 0, Dual::log);
        for (double value : new double[] {0, 1, 2.5}) {
            constant("exp()", value, Dual::exp);
            constant("sin()", value, Dual::sin);
            constant("cos()", value, Dual::cos);
            constant("pow(3)", value, x -> x.pow(3));
        }
        Property.forAll(Gen.pairs(Gen.doubles(0.25, 6), Gen.doubles(-3, 3)))
                .cases(20)
                .check(pair -> {
                    constant("log()", pair.first(), Dual::log);
                    constant("pow(" + pair.second() + ")", pair.first(), x -> x.pow(pair.second()));
                });
    }

    @Test
    @DisplayName("a constant numerator or divisor has no slope of its own")
    @Clause({"quotient", "product"})
    void constantsInAQuotient() {
        calling(
                        "Dual.constant(1).dividedBy(new Dual(4, 2))",
                        () -> numbers(Dual.constant(1).dividedBy(new Dual(4, 2))))
                .gives(new double[] {0.25, -0.125}, "−1 · 2 / 4²: if the divisor grows, the quotient falls");
        calling("new Dual(4, 2).dividedBy(Dual.constant(8))", () -> numbers(new Dual(4, 2).dividedBy(Dual.constant(8))))
                .gives(new double[] {0.5, 0.25}, "2 / 8");
        calling(
                        "Dual.constant(3).times(new Dual(4, 2))",
                        () -> numbers(Dual.constant(3).times(new Dual(4, 2))))
                .gives(new double[] {12, 6}, "3 · 2");
        calling(
                        "Dual.constant(0).dividedBy(new Dual(4, 2))",
                        () -> numbers(Dual.constant(0).dividedBy(new Dual(4, 2))))
                .gives(new double[] {0, 0}, "0 / x is 0 for every x");
        Property.forAll(Gen.array(Gen.doubles(0.25, 8), 3)).cases(30).check(given -> {
            Dual x = new Dual(given[0], given[1]);
            String dual = "new Dual(" + given[0] + ", " + given[1] + ")";
            String constant = "Dual.constant(" + given[2] + ")";
            calling(() -> dual + ".times(" + constant + ")", () -> numbers(x.times(Dual.constant(given[2]))))
                    .gives(numbers(x.times(given[2])), "as the product with a plain number");
            calling(() -> dual + ".dividedBy(" + constant + ")", () -> numbers(x.dividedBy(Dual.constant(given[2]))))
                    .gives(numbers(x.dividedBy(given[2])), "as the quotient by a plain number");
        });
    }

    @Test
    @DisplayName("very large and very small numbers keep their digits")
    @Clause({"range", "accuracy"})
    void extremes() {
        calling(
                        "new Dual(1e50, 2).dividedBy(new Dual(1e50, 1))",
                        () -> numbers(new Dual(1e50, 2).dividedBy(new Dual(1e50, 1))))
                .within(1e-12, 0)
                .gives(new double[] {1, 1e-50}, "(2 − 1 · 1) / 1e50");
        calling(
                        "new Dual(1e-50, 1).dividedBy(new Dual(1e-50, 3))",
                        () -> numbers(new Dual(1e-50, 1).dividedBy(new Dual(1e-50, 3))))
                .within(1e-12, 0)
                .gives(new double[] {1, -2e50}, "(1 − 1 · 3) / 1e-50");
        calling(
                        "new Dual(1e25, 1e20).times(new Dual(1e25, -1e10))",
                        () -> numbers(new Dual(1e25, 1e20).times(new Dual(1e25, -1e10))))
                .within(1e-12, 0)
                .gives(new double[] {1e50, 1e45 - 1e35}, "1e20 · 1e25 − 1e25 · 1e10");
        calling("new Dual(1e20, 1e-20).pow(2)", () -> numbers(new Dual(1e20, 1e-20).pow(2)))
                .within(1e-12, 0)
                .gives(new double[] {1e40, 2}, "2 · 1e20 · 1e-20");
        calling("new Dual(1e50, 1e50).log()", () -> numbers(new Dual(1e50, 1e50).log()))
                .within(1e-12, 0)
                .gives(new double[] {50 * Math.log(10), 1}, "1e50 / 1e50");
        calling("new Dual(100, 1e50).sin()", () -> numbers(new Dual(100, 1e50).sin()))
                .within(1e-12, 0)
                .gives(new double[] {Math.sin(100), 1e50 * Math.cos(100)}, "cos 100 · 1e50");
    }

    private static void constant(String member, double value, UnaryOperator<Dual> function) {
        calling(
                        "Dual.constant(" + value + ")." + member + ".derivative()",
                        () -> function.apply(Dual.constant(value)).derivative())
                .gives(0.0, "nothing moves a constant");
    }

    private static double[] numbers(Dual dual) {
        return new double[] {dual.value(), dual.derivative()};
    }
}
