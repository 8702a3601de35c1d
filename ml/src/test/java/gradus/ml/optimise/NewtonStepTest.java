package gradus.ml.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.SingularMatrixException;
import gradus.ml.linalg.Vector;
import org.junit.jupiter.api.Test;

class NewtonStepTest {

    @Test
    void theNewtonStepLeadsToTheCriticalPointOfTheQuadratic() {
        Matrix hessian = Matrix.of(new double[] {46, 2}, new double[] {2, 2});

        Vector step = Newton.step(Vector.of(28, 4), hessian);

        assertThat(step.minus(Vector.of(-6.0 / 11, -16.0 / 11)).norm()).isLessThan(1e-14);
        assertThat(Newton.step(Vector.of(1), Matrix.diagonal(-2))).isEqualTo(Vector.of(0.5));
        assertThatThrownBy(() -> Newton.step(Vector.of(1, 1), Matrix.diagonal(2, 0)))
                .isInstanceOf(SingularMatrixException.class);
    }

    @Test
    void theDescentStepShiftsTheHessianOnlyAsFarAsNeeded() {
        assertIsNear(Newton.descentStep(Vector.of(2, 4), Matrix.diagonal(1, 2), 9), Vector.of(-2, -2));
        assertIsNear(Newton.descentStep(Vector.of(1, 8), Matrix.diagonal(-2, 4), 1), Vector.of(-0.5, -1));
        assertIsNear(Newton.descentStep(Vector.of(1, 2), Matrix.zeros(2, 2), 0.5), Vector.of(-2, -4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Newton.descentStep(Vector.of(1), Matrix.diagonal(1), 0))
                .withMessageContaining("greater than 0, got 0.0");
    }

    private static void assertIsNear(Vector actual, Vector expected) {
        assertThat(actual.minus(expected).norm())
                .as("%s, near %s", actual, expected)
                .isLessThan(1e-14);
    }
}
