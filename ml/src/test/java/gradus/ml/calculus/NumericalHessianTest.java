package gradus.ml.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NumericalHessianTest {

    private static double rosenbrock(Vector v) {
        double x = v.get(0);
        double y = v.get(1);
        return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x);
    }

    private static Vector rosenbrockGradient(Vector v) {
        double x = v.get(0);
        double y = v.get(1);
        return Vector.of(-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x));
    }

    private static Matrix rosenbrockHessian(Vector v) {
        double x = v.get(0);
        return Matrix.of(new double[] {1200 * x * x - 400 * v.get(1) + 2, -400 * x}, new double[] {-400 * x, 200});
    }

    @Test
    void theHessiansFromValuesAndFromTheGradientAgreeWithTheFormula() {
        for (Vector at : new Vector[] {Vector.of(1, 1), Vector.of(-1.2, 1), Vector.of(0, 0)}) {
            Matrix exact = rosenbrockHessian(at);
            Matrix values = NumericalHessian.hessian(NumericalHessianTest::rosenbrock, at);
            Matrix gradients = NumericalHessian.hessianFromGradient(NumericalHessianTest::rosenbrockGradient, at);

            assertThat(values.minus(exact).norm()).isLessThan(1e-5 * exact.norm());
            assertThat(gradients.minus(exact).norm()).isLessThan(1e-8 * exact.norm());
            assertThat(values).isEqualTo(values.transpose());
            assertThat(gradients).isEqualTo(gradients.transpose());
        }
    }

    @Test
    void rowsOfTheJacobianAreGradientsOfTheOutputs() {
        Matrix jacobian = Gradient.jacobian(
                x -> Vector.of(x.get(0) * x.get(1), Math.sin(x.get(0)), x.get(1) + x.get(2)), Vector.of(2, 3, 5));
        Matrix exact = Matrix.of(new double[] {3, 2, 0}, new double[] {Math.cos(2), 0, 0}, new double[] {0, 1, 1});

        assertThat(jacobian.minus(exact).norm()).isLessThan(1e-9);
        assertThat(Gradient.jacobian(x -> Vector.of(1, 2), Vector.of()).shape()).isEqualTo("(2, 0)");
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(Matrix.diagonal(1, 2), NumericalHessian.CriticalPoint.MINIMUM),
                Arguments.of(Matrix.diagonal(1e-9, 2e-9), NumericalHessian.CriticalPoint.MINIMUM),
                Arguments.of(
                        Matrix.of(new double[] {2, 1}, new double[] {1, 2}), NumericalHessian.CriticalPoint.MINIMUM),
                Arguments.of(Matrix.diagonal(-1), NumericalHessian.CriticalPoint.MAXIMUM),
                Arguments.of(
                        Matrix.of(new double[] {-2, 1}, new double[] {1, -2}), NumericalHessian.CriticalPoint.MAXIMUM),
                Arguments.of(Matrix.diagonal(1, -1), NumericalHessian.CriticalPoint.SADDLE),
                Arguments.of(
                        Matrix.of(new double[] {1, 2}, new double[] {2, 1}), NumericalHessian.CriticalPoint.SADDLE),
                Arguments.of(Matrix.diagonal(1, 0, -1), NumericalHessian.CriticalPoint.SADDLE),
                Arguments.of(Matrix.diagonal(1, 0), NumericalHessian.CriticalPoint.DEGENERATE),
                Arguments.of(Matrix.diagonal(0, -1), NumericalHessian.CriticalPoint.DEGENERATE),
                Arguments.of(Matrix.diagonal(1, 1e-9), NumericalHessian.CriticalPoint.DEGENERATE),
                Arguments.of(Matrix.zeros(2, 2), NumericalHessian.CriticalPoint.DEGENERATE),
                Arguments.of(Matrix.zeros(0, 0), NumericalHessian.CriticalPoint.DEGENERATE));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aCriticalPointIsClassifiedByItsCurvatures(Matrix hessian, NumericalHessian.CriticalPoint criticalPoint) {
        assertThat(NumericalHessian.classify(hessian)).isEqualTo(criticalPoint);
    }

    @Test
    void aHessianMustBeSymmetricAndThePointFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumericalHessian.classify(Matrix.of(new double[] {1, 2}, new double[] {3, 4})))
                .withMessageContaining("symmetric");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumericalHessian.hessian(x -> 0, Vector.of(Double.NaN)))
                .withMessageContaining("NaN at index 0");
    }
}
