package gradus.ml.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixTest {

    private static final Matrix A = Matrix.of(new double[] {1, 2, 3}, new double[] {4, 5, 6});

    @Test
    void aMatrixKeepsItsOwnCopyOfItsEntries() {
        double[][] given = {{1, 2, 3}, {4, 5, 6}};
        Matrix a = Matrix.of(given);
        given[0][0] = 9;
        a.toArray()[0][0] = 9;
        a.flatten()[0] = 9;

        assertThat(a).isEqualTo(A).hasSameHashCodeAs(A).hasToString("[1.0, 2.0, 3.0; 4.0, 5.0, 6.0]");
        assertThat(Matrix.of(2, 3, new double[] {1, 2, 3, 4, 5, 6})).isEqualTo(A);
    }

    @Test
    void emptyMatricesHaveShapesToo() {
        assertThat(Matrix.of().shape()).isEqualTo("(0, 0)");
        assertThat(Matrix.zeros(0, 3)).isNotEqualTo(Matrix.zeros(3, 0));
        assertThat(Matrix.zeros(2, 0).times(Matrix.zeros(0, 3))).isEqualTo(Matrix.zeros(2, 3));
        assertThat(Matrix.zeros(2, 0).times(Vector.of())).isEqualTo(Vector.of(0, 0));
        assertThat(Matrix.zeros(0, 3).transpose().shape()).isEqualTo("(3, 0)");
    }

    @Test
    void rowsAndColumnsAreSelectedInAnyOrder() {
        assertThat(A.row(1)).isEqualTo(Vector.of(4, 5, 6));
        assertThat(A.column(2)).isEqualTo(Vector.of(3, 6));
        assertThat(A.selectRows(1, 0, 1).column(0)).isEqualTo(Vector.of(4, 1, 4));
        assertThat(A.selectColumns(2, 0)).isEqualTo(Matrix.of(new double[] {3, 1}, new double[] {6, 4}));
        assertThat(A.selectColumns(0).hstack(A.selectColumns(1, 2))).isEqualTo(A);
    }

    @Test
    void indicesOutOfBoundsAreNamed() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> A.get(0, 3))
                .withMessageContainingAll("column 3", "(2, 3)");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> A.row(2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> A.selectRows(-1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> A.selectColumns(3));
    }

    @Test
    void arithmeticIsElementwise() {
        assertThat(A.plus(A)).isEqualTo(A.times(2));
        assertThat(A.minus(A)).isEqualTo(Matrix.zeros(2, 3));
        assertThat(A.map(x -> x * x).row(1)).isEqualTo(Vector.of(16, 25, 36));
        assertThat(Matrix.of(new double[] {1, 2}, new double[] {3, 4}).trace()).isEqualTo(5);
        assertThat(Matrix.of(new double[] {3e200, 4e200}).norm() * 1e-200).isCloseTo(5, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "1, 4, 3, 2", "4, 1, 3, 1", "5, 6, 1, 7", "8, 9, 10, 11"})
    void productsAreCompositionsOfLinearMaps(int k, int l, int m, int n) {
        Matrix a = Examples.random(k, l, 1);
        Matrix b = Examples.random(l, m, 2);
        Matrix c = Examples.random(m, n, 3);

        assertClose(a.times(b).times(c), a.times(b.times(c)));
        assertClose(a.times(b).transpose(), b.transpose().times(a.transpose()));
        assertClose(a.transposeTimes(a), a.transpose().times(a));
        assertThat(a.times(Matrix.identity(l))).isEqualTo(a);
        assertThat(Matrix.identity(k).times(a)).isEqualTo(a);
        Vector x = Examples.randomVector(l, 4);
        assertThat(a.times(x).toArray())
                .isEqualTo(a.times(Matrix.of(l, 1, x.toArray())).flatten());
        for (int j = 0; j < l; j++) {
            assertThat(a.times(Matrix.identity(l).column(j))).isEqualTo(a.column(j));
        }
        Vector y = Examples.randomVector(k, 5);
        assertThat(a.transposeTimes(y).minus(a.transpose().times(y)).norm()).isLessThan(1e-13);
    }

    @Test
    void mismatchedShapesAreBothNamed() {
        List<BiFunction<Matrix, Matrix, Object>> operations = List.of(
                Matrix::plus,
                Matrix::minus,
                Matrix::times,
                Matrix::transposeTimes,
                Matrix::hstack,
                (a, b) -> a.times(b.column(0)),
                (a, b) -> a.transposeTimes(b.row(0)));
        Matrix other = Matrix.zeros(5, 7);

        assertThat(operations)
                .allSatisfy(operation -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> operation.apply(A, other))
                        .withMessageContaining("(2, 3)"));
        assertThatIllegalArgumentException().isThrownBy(A::trace).withMessageContaining("(2, 3)");
    }

    @Test
    void rowsOfDifferentLengthsAndWrongCountsAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrix.of(new double[] {1, 2}, new double[] {3}))
                .withMessageContainingAll("row 0 has 2", "row 1 has 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrix.of(2, 2, new double[3]))
                .withMessageContainingAll("4 entries", "got 3");
        assertThatIllegalArgumentException().isThrownBy(() -> Matrix.zeros(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Matrix.zeros(1 << 20, 1 << 20));
    }

    private static void assertClose(Matrix a, Matrix b) {
        assertThat(a.minus(b).norm()).isLessThanOrEqualTo(1e-13 * (1 + b.norm()));
    }
}
