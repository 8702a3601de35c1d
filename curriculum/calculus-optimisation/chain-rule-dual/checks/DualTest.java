package gradus.checks.chain_rule_dual;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.calculus.Dual;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Each rule once, with numbers that you can check with a pencil. A dual number is shown as {value, derivative}.
class DualTest {

    @Test
    @DisplayName("the sum of (3, 2) and (4, 5) is (7, 7): values add, and derivatives add")
    @Clause("sum")
    void plusByHand() {
        calling("new Dual(3, 2).plus(new Dual(4, 5))", () -> numbers(new Dual(3, 2).plus(new Dual(4, 5))))
                .gives(new double[] {7, 7}, "rates add: 2 + 5");
    }

    @Test
    @DisplayName("the product of (3, 2) and (4, 5) is (12, 23), by the product rule")
    @Clause("product")
    void timesByHand() {
        calling("new Dual(3, 2).times(new Dual(4, 5))", () -> numbers(new Dual(3, 2).times(new Dual(4, 5))))
                .gives(new double[] {12, 23}, "2 · 4 + 3 · 5: each derivative meets the other's value");
    }

    @Test
    @DisplayName("the quotient of (6, 1) and (2, 4) is (3, −5.5), by the quotient rule")
    @Clause("quotient")
    void dividedByByHand() {
        calling("new Dual(6, 1).dividedBy(new Dual(2, 4))", () -> numbers(new Dual(6, 1).dividedBy(new Dual(2, 4))))
                .gives(new double[] {3, -5.5}, "(1 · 2 − 6 · 4) / 2²");
    }

    @Test
    @DisplayName("the chain rule multiplies the outer derivative, 5, by the inner one, 2")
    @Clause("chain")
    void chainByHand() {
        calling("new Dual(3, 2).chain(7, 5)", () -> numbers(new Dual(3, 2).chain(7, 5)))
                .gives(new double[] {7, 10}, "the outer value as it is given, and 5 · 2");
    }

    @Test
    @DisplayName("the derivative of eˣ is eˣ, times the inner derivative")
    @Clause("functions")
    void expByHand() {
        calling("new Dual(0, 2).exp()", () -> numbers(new Dual(0, 2).exp()))
                .gives(new double[] {1, 2}, "e⁰ = 1, and 1 · 2");
        calling("new Dual(2, 5).exp()", () -> numbers(new Dual(2, 5).exp()))
                .gives(new double[] {Math.exp(2), 5 * Math.exp(2)}, "e², and e² · 5");
    }

    @Test
    @DisplayName("the derivative of ln x is 1/x, times the inner derivative")
    @Clause("functions")
    void logByHand() {
        calling("new Dual(4, 2).log()", () -> numbers(new Dual(4, 2).log()))
                .gives(new double[] {Math.log(4), 0.5}, "1/4 · 2");
    }

    @Test
    @DisplayName("the derivative of the sine is the cosine, times the inner derivative")
    @Clause("functions")
    void sinByHand() {
        calling("new Dual(0, 2).sin()", () -> numbers(new Dual(0, 2).sin())).gives(new double[] {0, 2}, "cos 0 · 2");
    }

    @Test
    @DisplayName("the derivative of the cosine is minus the sine, times the inner derivative")
    @Clause("functions")
    void cosByHand() {
        calling("new Dual(Math.PI / 2, 2).cos()", () -> numbers(new Dual(Math.PI / 2, 2).cos()))
                .gives(new double[] {0, -2}, "−sin(π/2) · 2: here, the cosine falls as steeply as it can");
    }

    @Test
    @DisplayName("the derivative of x³ is 3x², times the inner derivative")
    @Clause("power")
    void powByHand() {
        calling("new Dual(2, 5).pow(3)", () -> numbers(new Dual(2, 5).pow(3)))
                .gives(new double[] {8, 60}, "2³, and 3 · 2² · 5");
        calling("new Dual(4, 1).pow(-0.5)", () -> numbers(new Dual(4, 1).pow(-0.5)))
                .gives(new double[] {0.5, -0.0625}, "1 / √4, and −½ · 4^(−1.5)");
    }

    @Test
    @DisplayName("after three years at 10 %, the savings are 364.1, and they grow by 683 per unit of rate")
    @Clause({"sum", "product"})
    void savingsByHand() {
        calling("the savings, for the rate Dual.variable(0.1)", () -> {
                    Dual balance = Dual.constant(0);
                    for (int year = 1; year <= 3; year++) {
                        balance = balance.plus(Dual.constant(100))
                                .times(Dual.variable(0.1).plus(1));
                    }
                    return numbers(balance);
                })
                .gives(new double[] {364.1, 683}, "the slope is 100 after one year, 320 after two and 683 after three");
    }

    @Test
    @DisplayName("along (1, 2), the product of two inputs at (3, 4) grows by 10")
    @Clause("direction")
    void directionByHand() {
        calling(
                        "Dual.directionalDerivative(v -> v[0].times(v[1]), Vector.of(3, 4), Vector.of(1, 2))",
                        () -> Dual.directionalDerivative(v -> v[0].times(v[1]), Vector.of(3, 4), Vector.of(1, 2)))
                .gives(10.0, "1 · 4 + 3 · 2");
    }

    @Test
    @DisplayName("the gradient of x²·y at (3, 2) is (12, 9)")
    @Clause("gradient")
    void gradientByHand() {
        calling(
                        "Dual.gradient(v -> v[0].times(v[0]).times(v[1]), Vector.of(3, 2))",
                        () -> Dual.gradient(v -> v[0].times(v[0]).times(v[1]), Vector.of(3, 2))
                                .toArray())
                .gives(new double[] {12, 9}, "2xy = 12 for x alone, and x² = 9 for y alone");
    }

    private static double[] numbers(Dual dual) {
        return new double[] {dual.value(), dual.derivative()};
    }
}
