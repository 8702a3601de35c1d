package gradus.checks.gradients;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.calculus.Gradient;
import gradus.ml.calculus.GradientCheck;
import gradus.ml.calculus.GradientCheck.PartialDerivative;
import gradus.ml.calculus.GradientCheck.Report;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.CallAssertion;
import gradus.proctor.assertions.Clause;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Each method with the fare of the lesson: 1 km costs 2 €, 3 km cost 4 €.
class GradientsTest {

    private static final Vector GUESS = Vector.of(2, 1);

    private static double loss(Vector x) {
        double first = x.get(0) + x.get(1) - 2;
        double second = 3 * x.get(0) + x.get(1) - 4;
        return (first * first + second * second) / 2;
    }

    @Test
    @DisplayName("the gradient of the fare's loss at (2, 1) is (10, 4)")
    @Clause("numerical")
    void numericalByHand() {
        calling(
                        "Gradient.numerical(loss, Vector.of(2, 1)).toArray()",
                        () -> Gradient.numerical(GradientsTest::loss, GUESS).toArray())
                .within(0, 1e-7)
                .gives(new double[] {10, 4}, "the errors are 1 and 3: 1 · 1 + 3 · 3 = 10, and 1 + 3 = 4");
        calling(
                        "Gradient.numerical(x -> x₀ · x₁, Vector.of(5, 7)).toArray()",
                        () -> Gradient.numerical(x -> x.get(0) * x.get(1), Vector.of(5, 7))
                                .toArray())
                .within(0, 1e-7)
                .gives(new double[] {7, 5}, "if only x₀ moves, x₁ = 7 is its slope, and the other way round");
    }

    @Test
    @DisplayName("along an axis, the directional derivative is a partial derivative")
    @Clause("directional")
    void alongAnAxis() {
        along(10, 1, 0, "the price per km alone");
        along(4, 0, 1, "the base fare alone");
        along(-10, -1, 0, "back along the first axis");
    }

    @Test
    @DisplayName("along any direction, the directional derivative is its dot product with the gradient")
    @Clause("directional")
    void alongAnyDirection() {
        along(14, 1, 1, "10 · 1 + 4 · 1");
        along(28, 2, 2, "twice as long a direction gives twice as much");
        along(0, 4, -10, "10 · 4 − 4 · 10: that's along the contour line");
        along(-116, -10, -4, "against the gradient: −(10² + 4²)");
        along(0, 0, 0, "if you don't move, nothing changes");
    }

    @Test
    @DisplayName("compare reports the component that's wrong, and how wrong it is")
    @Clause({"relative-error", "worst"})
    void theWorstByHand() {
        var numerical = List.of(exactly(10), exactly(4));
        compare("{10, 4}, {8, 4}", numerical, 8, 4).gives(new Report(0, 0.2, 10, 8, List.of()), "|10 − 8| / 10 = 0.2");
        compare("{10, 4}, {10, 16}", numerical, 10, 16)
                .gives(new Report(1, 0.75, 4, 16, List.of()), "|4 − 16| / 16 = 0.75: 16 is the larger of the two");
        compare("{10, 4}, {8, -4}", numerical, 8, -4)
                .gives(new Report(1, 2, 4, -4, List.of()), "|4 + 4| / 4 = 2, and 0.2 is less");
    }

    @Test
    @DisplayName("compare finds no error in a right gradient, not even where it's 0")
    @Clause({"no-error", "worst"})
    void noError() {
        compare("{10, 0}, {10, 0}", List.of(exactly(10), exactly(0)), 10, 0)
                .gives(new Report(0, 0, 10, 10, List.of()), "both agree; of equal errors the first is reported");
        compare("{0}, {0}", List.of(exactly(0)), 0).gives(new Report(0, 0, 0, 0, List.of()), "both are 0: no error");
    }

    @Test
    @DisplayName("compare leaves out parameters with a kink, and lists them")
    @Clause("kinks")
    void kinkByHand() {
        var numerical = List.of(new PartialDerivative(0, 0, true), exactly(4));
        compare("{kink, 4}, {1, 5}", numerical, 1, 5)
                .gives(new Report(1, 0.2, 4, 5, List.of(0)), "at a kink there's no derivative to compare with");
    }

    private static void along(double expected, double first, double second, String why) {
        calling(
                        "Gradient.directionalDerivative(loss, Vector.of(2, 1), Vector.of(" + first + ", " + second
                                + "))",
                        () -> Gradient.directionalDerivative(GradientsTest::loss, GUESS, Vector.of(first, second)))
                .within(0, 1e-6)
                .gives(expected, why);
    }

    private static PartialDerivative exactly(double value) {
        return new PartialDerivative(value, 0, false);
    }

    private static CallAssertion<Report> compare(
            String arguments, List<PartialDerivative> numerical, double... analytic) {
        return calling("GradientCheck.compare(" + arguments + ")", () -> GradientCheck.compare(numerical, analytic));
    }
}
