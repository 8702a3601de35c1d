package gradus.ml.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.numbers.Rng;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Results near the largest and the smallest `double`: right if they fit, and refused otherwise.
class ExtremeNumbersTest {

    private static final Matrix A = Examples.random(6, 6, 1);
    private static final Matrix TALL = Examples.random(9, 4, 2);
    private static final Vector X = Examples.randomVector(6, 3);

    @ParameterizedTest
    @ValueSource(doubles = {0x1p1019, 0x1p-1019})
    void theFactorsOfAScaledMatrixAreScaledWithoutAnyFurtherRounding(double scale) {
        Matrix gram = Examples.gram(A);

        assertThat(Qr.of(TALL.times(scale)).q()).isEqualTo(Qr.of(TALL).q());
        assertThat(Qr.of(TALL.times(scale)).r()).isEqualTo(Qr.of(TALL).r().times(scale));
        assertThat(Svd.of(TALL.times(scale)).v()).isEqualTo(Svd.of(TALL).v());
        assertThat(Svd.of(TALL.times(scale)).singularValues())
                .isEqualTo(Svd.of(TALL).singularValues().times(scale));
        assertThat(Svd.of(TALL.times(scale)).rank()).isEqualTo(4);
        assertThat(Lu.of(A.times(scale)).lower()).isEqualTo(Lu.of(A).lower());
        assertThat(Lu.of(A.times(scale)).upper()).isEqualTo(Lu.of(A).upper().times(scale));
        assertThat(SymmetricEigen.of(gram.times(scale)).eigenvectors())
                .isEqualTo(SymmetricEigen.of(gram).eigenvectors());
        assertThat(Cholesky.of(gram.times(4 * scale / 8))
                        .lower()
                        .minus(Cholesky.of(gram).lower().times(Math.sqrt(scale / 2)))
                        .norm())
                .isLessThan(1e-15 * Math.sqrt(scale));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p1018, 0x1p-950})
    void aSystemOfScaledEquationsHasTheSameSolution(double scale) {
        Vector b = A.times(X);
        Matrix gram = Examples.gram(A);

        assertThat(Lu.of(A.times(scale)).solve(b.times(scale)))
                .isEqualTo(Lu.of(A).solve(b));
        assertThat(Qr.of(TALL.times(scale)).leastSquares(TALL.column(0).times(scale)))
                .isEqualTo(Qr.of(TALL).leastSquares(TALL.column(0)));
        assertThat(Cholesky.of(gram.times(scale / 16)).solve(gram.times(X).times(scale / 16)))
                .isEqualTo(Cholesky.of(gram).solve(gram.times(X)));
        assertThat(Triangular.solveUpper(Lu.of(A).upper().times(scale), b.times(scale)))
                .isEqualTo(Triangular.solveUpper(Lu.of(A).upper(), b));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p1018, 0x1p-950})
    void powerIterationTakesTheSameSteps(double scale) {
        Matrix gram = Examples.gram(A).times(1.0 / 16);
        var iteration = new PowerIteration(1e-10, 1000);
        var plain = iteration.dominantEigenpair(gram, Rng.of(4));
        var scaled = iteration.dominantEigenpair(gram.times(scale), Rng.of(4));

        assertThat(scaled.converged()).isTrue();
        assertThat(scaled.iterations()).isEqualTo(plain.iterations());
        assertThat(scaled.eigenvalue()).isEqualTo(scale * plain.eigenvalue());
    }

    @Test
    void aDeterminantIsRightIfItFitsWhateverItsPivots() {
        assertThat(Lu.of(Matrix.diagonal(1e200, 1e200, 1e-200, 1e-200)).determinant())
                .isCloseTo(1, within(1e-15));
        assertThat(Lu.of(Matrix.diagonal(1e-300, 1e-300, 1e300, -1e300)).determinant())
                .isCloseTo(-1, within(1e-15));
        assertThat(Lu.of(Matrix.diagonal(Double.MAX_VALUE, Double.MIN_VALUE, -1))
                        .determinant())
                .isEqualTo(-Double.MAX_VALUE * Double.MIN_VALUE);
        assertThat(Lu.of(Matrix.diagonal(1e200, 1e200)).determinant()).isInfinite();
        assertThat(Lu.of(Matrix.diagonal(1e-200, 1e-200)).determinant()).isZero();
    }

    static Stream<Consumer<Matrix>> decompositions() {
        return Stream.of(Qr::of, Svd::of, SymmetricEigen::jacobi, SymmetricEigen::tridiagonal);
    }

    @ParameterizedTest
    @MethodSource("decompositions")
    void aNormThatDoesNotFitIsRefused(Consumer<Matrix> decomposition) {
        Matrix huge = Matrix.from(3, 3, (r, c) -> Double.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> decomposition.accept(huge))
                .withMessageContainingAll("must fit into a double", "rescale");
    }

    @Test
    void aSolutionThatDoesNotFitIsRefused() {
        Matrix tiny = Matrix.identity(2).times(1e-300);
        Vector huge = Vector.of(1, 1e300);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Lu.of(tiny).solve(huge))
                .withMessageContaining("the solution must fit into a double");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Cholesky.of(tiny).solve(huge));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Qr.of(tiny).leastSquares(huge));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Triangular.solveLower(tiny, huge));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Lu.of(Matrix.of(
                        new double[] {Double.MAX_VALUE, -Double.MAX_VALUE},
                        new double[] {Double.MAX_VALUE, Double.MAX_VALUE})));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(
                        () -> Svd.of(Matrix.identity(2).times(Double.MIN_VALUE)).pseudoInverse())
                .withMessageContaining("inverse of a singular value");
    }

    @Test
    void dependentColumnsAreFoundNearTheEndsOfTheType() {
        Matrix two = Examples.random(8, 2, 5);
        Matrix dependent = two.hstack(two.times(Matrix.of(2, 1, new double[] {0.5, -0.25})));
        for (double scale : new double[] {0x1p1020, 0x1p-1000}) {
            Matrix a = dependent.times(scale);
            assertThatExceptionOfType(SingularMatrixException.class)
                    .isThrownBy(() -> Qr.of(a).leastSquares(Vector.of(1, 2, 3, 4, 5, 6, 7, 8)))
                    .satisfies(thrown -> assertThat(thrown.column()).isEqualTo(2));
            assertThat(Lu.of(a.selectRows(0, 1, 2)).isSingular()).isTrue();
            assertThat(Lu.of(A.times(scale)).isSingular()).isFalse();
        }
    }
}
