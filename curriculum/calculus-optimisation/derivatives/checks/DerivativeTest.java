package gradus.checks.derivatives;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.calculus.Derivative;
import gradus.ml.calculus.Derivative.Approximation;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Each method once, with numbers that you can check with a pencil.
class DerivativeTest {

    @Test
    @DisplayName("the step is the cube root of machine epsilon near 0, and a thousand times that at 1000 and −1000")
    @Clause("step")
    void stepByHand() {
        calling("Derivative.step(1)", () -> Derivative.step(1))
                .gives(6.055454452393343e-6, "the cube root of 2.220446049250313e-16");
        calling("Derivative.step(0)", () -> Derivative.step(0))
                .gives(6.055454452393343e-6, "the larger of 1 and |0| is 1");
        calling("Derivative.step(1000)", () -> Derivative.step(1000))
                .gives(6.055454452393343e-3, "doubles near 1000 are about 1000 times as far apart as those near 1");
        calling("Derivative.step(-1000)", () -> Derivative.step(-1000))
                .gives(6.055454452393343e-3, "doubles near −1000 are as far apart as those near 1000");
    }

    @Test
    @DisplayName("the central difference of the tank's volume at 2 is 13 for h = 1 and 12.25 for h = 0.5")
    @Clause("central")
    void centralByHand() {
        calling("Derivative.central(s -> s * s * s, 2, 1)", () -> Derivative.central(s -> s * s * s, 2, 1))
                .gives(13.0, "3³ − 1³ = 26, and from 1 to 3 it's 2");
        calling("Derivative.central(s -> s * s * s, 2, 0.5)", () -> Derivative.central(s -> s * s * s, 2, 0.5))
                .gives(12.25, "2.5³ − 1.5³ = 12.25, and from 1.5 to 2.5 it's 1");
    }

    @Test
    @DisplayName("the central difference of 1 / s at 2 is −1/3 for h = 1: the function falls")
    @Clause("central")
    void centralOfAFallingFunction() {
        calling("Derivative.central(s -> 1 / s, 2, 1)", () -> Derivative.central(s -> 1 / s, 2, 1))
                .gives(-1.0 / 3, "1/3 − 1 = −2/3, and from 1 to 3 it's 2");
    }

    @Test
    @DisplayName("the Richardson extrapolation of the tank's volume at 2 is 12 for every step")
    @Clause("richardson")
    void richardsonByHand() {
        calling("Derivative.richardson(s -> s * s * s, 2, 1)", () -> Derivative.richardson(s -> s * s * s, 2, 1))
                .gives(12.0, "(4 · 12.25 − 13) / 3 = 12");
        calling("Derivative.richardson(s -> s * s * s, 2, 0.5)", () -> Derivative.richardson(s -> s * s * s, 2, 0.5))
                .gives(12.0, "(4 · 12.0625 − 12.25) / 3 = 12");
    }

    @Test
    @DisplayName("the Richardson extrapolation of s⁵ at 1 is 4.75 for h = 1: an error in h⁴ is left")
    @Clause("richardson")
    void richardsonOfTheFifthPower() {
        calling(
                        "Derivative.richardson(s -> s * s * s * s * s, 1, 1)",
                        () -> Derivative.richardson(s -> s * s * s * s * s, 1, 1))
                .gives(4.75, "the central differences are 16 for h = 1 and 7.5625 for h = 0.5: (4 · 7.5625 − 16) / 3");
    }

    @Test
    @DisplayName("richardsonWithError finds the 12 of the tank, and says that it's sure of it")
    @Clause({"search", "estimate", "accuracy"})
    void searchForTheTank() {
        Approximation found = calling(
                        "Derivative.richardsonWithError(s -> s * s * s, 2)",
                        () -> Derivative.richardsonWithError(s -> s * s * s, 2))
                .satisfies(
                        approximation -> Math.abs(approximation.value() - 12) <= 1e-8,
                        "the value 12 to nine digits",
                        "the slope of s³ at 2 is 3 · 2²");
        calling("its error estimate", found::errorEstimate)
                .satisfies(
                        estimate -> estimate >= 0 && estimate < 1e-6,
                        "a number from 0 to 1e-6",
                        "with many steps, neighbouring results agree to that");
    }
}
