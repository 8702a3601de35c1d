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

class CholeskyTest {

    static Stream<Example> positiveDefinite() {
        return Examples.positiveDefinite();
    }

    @ParameterizedTest
    @MethodSource("positiveDefinite")
    void theResidualOfTheSolutionIsRoundingError(Example example) {
        Matrix a = example.matrix();
        Vector b = a.times(Examples.randomVector(a.rows(), 4));
        Vector x = Cholesky.of(a).solve(b);

        double residual = a.times(x).minus(b).norm();
        assertThat(residual).isLessThanOrEqualTo(Examples.rounding(a) * Math.max(1, x.norm()));
    }

    @Test
    void theLogarithmOfTheDeterminantStaysInRange() {
        assertThat(Cholesky.of(Matrix.identity(400).times(1e-3)).logDeterminant())
                .isCloseTo(400 * Math.log(1e-3), within(1e-9));
        Matrix a = Examples.gram(Examples.random(20, 6, 1));
        assertThat(Cholesky.of(a).logDeterminant()).isCloseTo(Math.log(Lu.of(a).determinant()), within(1e-12));
    }

    @Test
    void whitenedVectorsAreMeasuredInTheInverse() {
        Matrix a = Examples.gram(Examples.random(20, 6, 2));
        Vector x = Examples.randomVector(6, 3);
        Vector white = Cholesky.of(a).whiten(x);

        assertThat(white.dot(white)).isCloseTo(x.dot(Cholesky.of(a).inverse().times(x)), within(1e-12));
    }

    @Test
    void manyRightHandSidesAreSolvedAsOneByOne() {
        Cholesky cholesky = Cholesky.of(Examples.gram(Examples.random(20, 6, 2)));
        Matrix b = Examples.random(6, 2, 3);

        assertThat(cholesky.solve(b).column(1)).isEqualTo(cholesky.solve(b.column(1)));
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsRejectedWithTheRow() {
        Matrix indefinite = Matrix.of(new double[] {1, 2}, new double[] {2, 1});
        assertThatExceptionOfType(NotPositiveDefiniteException.class)
                .isThrownBy(() -> Cholesky.of(indefinite))
                .withMessageContainingAll("pivot of row 1", "-3")
                .satisfies(thrown -> assertThat(thrown.row()).isEqualTo(1));
        assertThat(Cholesky.ifPositiveDefinite(indefinite)).isEmpty();
        assertThat(Cholesky.ifPositiveDefinite(Matrix.zeros(2, 2))).isEmpty();
        assertThat(Cholesky.ifPositiveDefinite(Examples.gram(Examples.random(3, 5, 1))))
                .isEmpty();
        assertThat(Cholesky.ifPositiveDefinite(Matrix.identity(3))).contains(new Cholesky(Matrix.identity(3)));
    }

    @Test
    void aPivotOfOnlyRoundingErrorIsRejectedWhateverItsSign() {
        for (int seed = 1; seed <= 50; seed++) {
            Matrix singular = Examples.gram(Examples.random(3, 5, seed));
            assertThat(Cholesky.ifPositiveDefinite(singular)).as("seed " + seed).isEmpty();
        }
    }

    @Test
    void anAsymmetricMatrixIsRejectedWithBothEntries() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of(Matrix.of(new double[] {2, 1}, new double[] {0.5, 2})))
                .withMessageContainingAll("symmetric", "0.5 at row 1 and column 0", "1.0 across");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of(Matrix.zeros(3, 2)))
                .withMessageContaining("(3, 2)");
    }
}
