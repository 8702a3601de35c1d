package gradus.ml.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Examples.Example;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QrTest {

    static Stream<Example> any() {
        return Examples.any();
    }

    @ParameterizedTest
    @MethodSource("any")
    void rIsUpperTriangularWithANonNegativeDiagonal(Example example) {
        Matrix r = Qr.of(example.matrix()).r();
        for (int i = 0; i < r.rows(); i++) {
            assertThat(r.get(i, i)).isNotNegative();
            for (int c = 0; c < i; c++) {
                assertThat(r.get(i, c)).isZero();
            }
        }
    }

    @Test
    void theResidualIsOrthogonalToEveryColumn() {
        Matrix a = Examples.random(40, 6, 1);
        Vector b = Examples.randomVector(40, 2);
        Vector left = b.minus(a.times(Qr.of(a).leastSquares(b)));

        assertThat(a.transposeTimes(left).norm()).isLessThan(1e-13);
    }

    @Test
    void noOtherSolutionHasASmallerResidual() {
        Matrix a = Examples.random(40, 6, 3);
        Vector b = Examples.randomVector(40, 4);
        Vector x = Qr.of(a).leastSquares(b);
        double residual = b.minus(a.times(x)).norm();
        for (int i = 0; i < 100; i++) {
            Vector other = x.plus(Examples.randomVector(6, 100 + i).times(1e-3));
            assertThat(b.minus(a.times(other)).norm()).isGreaterThan(residual);
        }
    }

    @Test
    void manyRightHandSidesAreSolvedAsOneByOne() {
        Qr qr = Qr.of(Examples.random(9, 3, 5));
        Matrix b = Examples.random(9, 2, 6);

        assertThat(qr.leastSquares(b)
                        .column(1)
                        .minus(qr.leastSquares(b.column(1)))
                        .norm())
                .isLessThan(1e-15);
    }

    @Test
    void nearlyDependentColumnsAreStillSolved() {
        double tiny = 1e-8;
        Matrix a = Matrix.of(new double[] {1, 1}, new double[] {0, tiny}, new double[] {0, 0});

        Vector x = Qr.of(a).leastSquares(Vector.of(3, tiny, 7));
        assertThat(x.distance(Vector.of(2, 1), 2)).isCloseTo(0, within(1e-7));
    }

    @Test
    void aDependentColumnIsNamed() {
        Matrix a = Examples.random(10, 2, 7);
        for (double unit : new double[] {1e-100, 1, 1e100}) {
            Matrix dependent =
                    a.hstack(a.times(Matrix.of(2, 1, new double[] {2, -3}))).times(unit);
            assertThatExceptionOfType(SingularMatrixException.class)
                    .isThrownBy(() -> Qr.of(dependent).leastSquares(Examples.randomVector(10, 8)))
                    .withMessageContaining("column 2 is linearly dependent")
                    .satisfies(thrown -> assertThat(thrown.column()).isEqualTo(2));
        }
        assertThatExceptionOfType(SingularMatrixException.class)
                .isThrownBy(() -> Qr.of(Matrix.zeros(3, 1)).leastSquares(Vector.of(1, 2, 3)))
                .withMessageContaining("column 0");
    }

    @Test
    void aColumnInASmallUnitIsNotDependent() {
        Matrix a = Examples.random(10, 3, 9);
        Vector b = Examples.randomVector(10, 10);
        Vector x = Qr.of(a).leastSquares(b);
        Vector y = Qr.of(a.times(Matrix.diagonal(1, 1e-30, 1e30))).leastSquares(b);

        assertThat(Vector.of(y.get(0), y.get(1) * 1e-30, y.get(2) * 1e30).distance(x, 2))
                .isCloseTo(0, within(1e-13));
    }

    @Test
    void fewerEquationsThanUnknownsAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Qr.of(Examples.random(2, 3, 1)).leastSquares(Vector.of(1, 2)))
                .withMessageContaining("2 equations for 3 unknowns");
    }

    @Test
    void aRightHandSideOfTheWrongSizeOrNotFiniteIsRejected() {
        Qr qr = Qr.of(Examples.random(3, 2, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> qr.leastSquares(Vector.of(1, 2)))
                .withMessageContaining("3 equations, but 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> qr.leastSquares(Vector.of(1, 2, Double.NaN)))
                .withMessageContaining("NaN at index 2");
    }

    @Test
    void noColumnsHaveTheEmptySolution() {
        assertThat(Qr.of(Matrix.zeros(3, 0)).leastSquares(Vector.of(1, 2, 3))).isEqualTo(Vector.of());
    }
}
