package gradus.checks.newton_hessian;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.calculus.Gradient;
import gradus.ml.calculus.NumericalHessian;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.optimise.Newton;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Each method once, with numbers that you can check with a pencil.
class NewtonHessianTest {

    private static final Matrix HESSIAN = Matrix.of(new double[] {46, 2}, new double[] {2, 2});

    @Test
    @DisplayName("the Jacobian of (x·y, x + 2y, y²) has three rows and two columns")
    @Clause("jacobian")
    void jacobianByHand() {
        calling(
                        "Gradient.jacobian(p -> (x·y, x + 2y, y²), Vector.of(3, 2))",
                        () -> Gradient.jacobian(
                                        p -> Vector.of(
                                                p.get(0) * p.get(1), p.get(0) + 2 * p.get(1), p.get(1) * p.get(1)),
                                        Vector.of(3, 2))
                                .toArray())
                .within(1e-8, 1e-8)
                .gives(new double[][] {{2, 3}, {1, 2}, {0, 4}}, "row i is the gradient of output i");
    }

    @Test
    @DisplayName("the Hessian of (x + y)² + x⁴ − 2x² at (2, 0) has the rows (46, 2) and (2, 2)")
    @Clause({"hessian", "symmetric"})
    void hessianByHand() {
        calling(
                        "NumericalHessian.hessianFromGradient(p -> (4x³ − 2x + 2y, 2x + 2y), Vector.of(2, 0))",
                        () -> NumericalHessian.hessianFromGradient(NewtonHessianTest::gradientOfValley, Vector.of(2, 0))
                                .toArray())
                .within(1e-7, 1e-6)
                .gives(new double[][] {{46, 2}, {2, 2}}, "12x² − 2 = 46, and the other second derivatives are 2");
    }

    static Vector gradientOfValley(Vector p) {
        double x = p.get(0);
        double y = p.get(1);
        return Vector.of(4 * x * x * x - 2 * x + 2 * y, 2 * x + 2 * y);
    }

    @Test
    @DisplayName("the four kinds of critical points")
    @Clause("classify")
    void kindsByHand() {
        classified("Matrix.diagonal(1, 2)", Matrix.diagonal(1, 2), "MINIMUM", "it bends upwards both ways");
        classified("Matrix.diagonal(-1, -2)", Matrix.diagonal(-1, -2), "MAXIMUM", "it bends downwards both ways");
        classified("Matrix.diagonal(3, -1)", Matrix.diagonal(3, -1), "SADDLE", "up one way and down the other");
        classified("Matrix.diagonal(3, 0)", Matrix.diagonal(3, 0), "DEGENERATE", "nothing is known of the flat way");
        classified(
                "Matrix.of(new double[] {1, 3}, new double[] {3, 1})",
                Matrix.of(new double[] {1, 3}, new double[] {3, 1}),
                "SADDLE",
                "the eigenvalues are 4 and −2");
    }

    static void classified(String words, Matrix hessian, String expected, String why) {
        calling(
                        "NumericalHessian.classify(" + words + ")",
                        () -> NumericalHessian.classify(hessian).name())
                .gives(expected, why);
    }

    @Test
    @DisplayName("the Newton step for the gradient (28, 4) and the rows (46, 2) and (2, 2) is (−6/11, −16/11)")
    @Clause("step")
    void stepByHand() {
        calling(
                        "Newton.step(Vector.of(28, 4), hessian)",
                        () -> Newton.step(Vector.of(28, 4), HESSIAN).toArray())
                .gives(new double[] {-6.0 / 11, -16.0 / 11}, "46·(−6/11) + 2·(−16/11) = −28");
        calling(
                        "Newton.step(Vector.of(4), Matrix.diagonal(2))",
                        () -> Newton.step(Vector.of(4), Matrix.diagonal(2)).toArray())
                .gives(new double[] {-2}, "where the parabola rises, its bottom is to the left");
    }

    @Test
    @DisplayName("the descent step for the curvatures −2 and 4 and a first shift of 1")
    @Clause({"shift", "positive-definite"})
    void descentStepByHand() {
        calling(
                        "Newton.descentStep(Vector.of(1, 8), Matrix.diagonal(-2, 4), 1)",
                        () -> Newton.descentStep(Vector.of(1, 8), Matrix.diagonal(-2, 4), 1)
                                .toArray())
                .gives(new double[] {-0.5, -1}, "−2 + 1 isn't positive, so the shift is 4: 2·(−0.5) = −1, 8·(−1) = −8");
        calling(
                        "Newton.descentStep(Vector.of(28, 4), hessian, 1)",
                        () -> Newton.descentStep(Vector.of(28, 4), HESSIAN, 1).toArray())
                .gives(new double[] {-6.0 / 11, -16.0 / 11}, "both curvatures are positive, so nothing is added");
    }
}
