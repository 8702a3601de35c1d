package gradus.ml.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LuTest {

    static Stream<Matrix> regular() {
        return Stream.of(
                Examples.random(1, 1, 1),
                Examples.random(50, 50, 2),
                Examples.hilbert(8),
                Examples.hilbert(11),
                Matrix.of(new double[] {1e-20, 1}, new double[] {1, 1}),
                Matrix.of(new double[] {1, 1}, new double[] {1e-20, -1e-20}),
                Matrix.diagonal(1, 1e-20, 1e20),
                Examples.random(20, 20, 3).times(Matrix.diagonal(powers(20))),
                Matrix.diagonal(powers(20)).times(Examples.random(20, 20, 3)));
    }

    @ParameterizedTest
    @MethodSource("regular")
    void theResidualOfTheSolutionIsRoundingError(Matrix a) {
        Vector b = a.times(Examples.randomVector(a.rows(), 4));
        Vector x = Lu.of(a).solve(b);

        double residual = a.times(x).minus(b).norm();
        assertThat(residual).isLessThanOrEqualTo(8 * a.rows() * Math.ulp(1.0) * a.norm() * x.norm());
    }

    @Test
    void theFactorsAreTriangularAndNoMultiplierIsLargerThanOne() {
        Lu lu = Lu.of(Examples.random(25, 25, 5));
        for (int r = 0; r < 25; r++) {
            assertThat(lu.lower().get(r, r)).isEqualTo(1);
            for (int c = 0; c < 25; c++) {
                assertThat(Math.abs(lu.lower().get(r, c))).isLessThanOrEqualTo(c > r ? 0 : 1);
                if (r > c) {
                    assertThat(lu.upper().get(r, c)).isZero();
                }
            }
        }
    }

    @Test
    void manyRightHandSidesAreSolvedAsOneByOne() {
        Matrix a = Examples.random(12, 12, 6);
        Matrix b = Examples.random(12, 3, 7);
        Lu lu = Lu.of(a);
        for (int c = 0; c < 3; c++) {
            assertThat(lu.solve(b).column(c)).isEqualTo(lu.solve(b.column(c)));
        }
        assertThat(lu.solve(Matrix.zeros(12, 0)).shape()).isEqualTo("(12, 0)");
    }

    @Test
    void theInverseUndoesTheMatrix() {
        Matrix a = Examples.random(15, 15, 8);

        assertThat(Lu.of(a).inverse().times(a).minus(Matrix.identity(15)).norm())
                .isLessThan(1e-11);
    }

    @Test
    void theDeterminantIsTheVolumeWithItsSign() {
        assertThat(Lu.of(Matrix.zeros(0, 0)).determinant()).isEqualTo(1);
        assertThat(Lu.of(Matrix.of(new double[] {3})).determinant()).isEqualTo(3);
        assertThat(Lu.of(Matrix.of(new double[] {0, 1}, new double[] {1, 0})).determinant())
                .isEqualTo(-1);
        assertThat(Lu.of(Matrix.of(new double[] {1, 2}, new double[] {3, 4})).determinant())
                .isCloseTo(-2, within(1e-15));
        assertThat(Lu.of(Matrix.of(new double[] {1, 2}, new double[] {2, 4})).determinant())
                .isZero();
        Matrix a = Examples.random(9, 9, 9);
        Matrix b = Examples.random(9, 9, 10);
        assertThat(Lu.of(a.times(b)).determinant())
                .isCloseTo(Lu.of(a).determinant() * Lu.of(b).determinant(), within(1e-8));
    }

    @Test
    void theLogarithmOfTheDeterminantNeitherOverflowsNorUnderflows() {
        Matrix a = Examples.random(9, 9, 9);
        double determinant = Lu.of(a).determinant();
        for (double scale : new double[] {1, 0x1p1000, 0x1p-1000}) {
            var found = Lu.of(a.times(scale)).logDeterminant();
            assertThat(found.sign()).isEqualTo((int) Math.signum(determinant));
            assertThat(found.logAbsolute())
                    .isCloseTo(Math.log(Math.abs(determinant)) + 9 * Math.log(scale), within(1e-11));
        }
        Matrix swapped = Matrix.from(9, 9, (r, c) -> a.get(r, c < 2 ? 1 - c : c));
        assertThat(Lu.of(swapped).logDeterminant().sign()).isEqualTo((int) -Math.signum(determinant));
        Matrix definite = Examples.gram(a);
        assertThat(Lu.of(definite).logDeterminant().logAbsolute())
                .isCloseTo(Cholesky.of(definite).logDeterminant(), within(1e-11));
    }

    @Test
    void theLogarithmOfADeterminantOfZeroIsNegativeInfinity() {
        assertThat(Lu.of(Matrix.diagonal(1, 0, 2)).logDeterminant())
                .isEqualTo(new Lu.LogDeterminant(0, Double.NEGATIVE_INFINITY));
        assertThat(Lu.of(Matrix.zeros(0, 0)).logDeterminant()).isEqualTo(new Lu.LogDeterminant(1, 0));
        assertThat(Lu.of(Matrix.of(new double[] {-5})).logDeterminant())
                .isEqualTo(new Lu.LogDeterminant(-1, Math.log(5)));
    }

    static Stream<Matrix> singular() {
        return Stream.of(
                Matrix.zeros(1, 1),
                Matrix.of(new double[] {1, 2}, new double[] {2, 4}),
                Matrix.of(new double[] {1, 2, 3}, new double[] {4, 5, 6}, new double[] {7, 8, 9}),
                Examples.random(20, 19, 1).times(Examples.random(19, 20, 2)),
                Examples.random(20, 3, 1).times(Examples.random(3, 20, 2)),
                Examples.random(20, 19, 1).times(Examples.random(19, 20, 2)).times(1e-200),
                Matrix.diagonal(1, 0, 1));
    }

    @ParameterizedTest
    @MethodSource("singular")
    void aSingularMatrixIsRejectedWithItsColumnAndPivot(Matrix a) {
        Lu lu = Lu.of(a);

        assertThat(lu.isSingular()).isTrue();
        assertThatExceptionOfType(SingularMatrixException.class)
                .isThrownBy(() -> lu.solve(Vector.of(new double[a.rows()])))
                .withMessageContainingAll("singular", "pivot of column")
                .satisfies(thrown -> assertThat(thrown).hasMessageContaining("column " + thrown.column()));
        assertThatExceptionOfType(SingularMatrixException.class).isThrownBy(lu::inverse);
    }

    @Test
    void mismatchedShapesAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lu.of(Matrix.zeros(2, 3)))
                .withMessageContaining("(2, 3)");
        Lu lu = Lu.of(Matrix.identity(3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lu.solve(Vector.of(1, 2)))
                .withMessageContaining("3 equations, but 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lu.solve(Vector.of(1, 2, Double.NaN)))
                .withMessageContaining("NaN");
    }

    @Test
    void aPermutationIsUndoneByItsInverseAndKnowsItsSign() {
        Permutation order = Permutation.of(2, 0, 1, 4, 3);

        assertThat(order.apply(Vector.of(10, 11, 12, 13, 14))).isEqualTo(Vector.of(12, 10, 11, 14, 13));
        assertThat(order.inverse().apply(order.apply(Vector.of(10, 11, 12, 13, 14))))
                .isEqualTo(Vector.of(10, 11, 12, 13, 14));
        assertThat(order.sign()).isEqualTo(-1);
        assertThat(order.inverse().toMatrix()).isEqualTo(order.toMatrix().transpose());
        assertThat(Permutation.of().sign()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Permutation.of(0, 2, 2))
                .withMessageContaining("[0, 2, 2]");
    }

    private static double[] powers(int n) {
        double[] powers = new double[n];
        for (int i = 0; i < n; i++) {
            powers[i] = Math.pow(10, i - n / 2);
        }
        return powers;
    }
}
